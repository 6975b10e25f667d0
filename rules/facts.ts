import type { Case, Cost, Income, Member } from "../contracts/case.js";
import type { Asset, OtherDocument } from "../contracts/case-circumstances.js";
import type { Reason } from "../contracts/codes/reasons.js";
import type { Source, SourceStatus } from "../contracts/codes/sources.js";

/** One record of the case, read key by key so that the receipt can tell what was looked at. */
export type Row<T> = {
  readonly id: string;
  readonly get: <Key extends keyof T & string>(key: Key) => T[Key];
};

type Root = Pick<
  Case,
  "benefitMonth" | "today" | "kind" | "appliedOn" | "manualNorm" | "communicated" | "completions" | "linkedApplications"
>;
type Household = Pick<Case["household"], "sizeInHome" | "sharesHome" | "sharesHomeUntil">;
type HistoryMonth = NonNullable<Case["history"]>[number];
type Earning = NonNullable<Case["earnings"]>[number];
type Planning = NonNullable<Case["planning"]>[number];
type Previous = NonNullable<Case["previous"]>;
type PreviousLine = Previous["lines"][number];

/** Last month's calculation. */
export type PreviousFacts = {
  readonly head: Row<Pick<Previous, "month" | "balanceOre">>;
  readonly lines: readonly Row<PreviousLine>[];
};

/**
 * The facts of a case as a provision sees them. Reading is recorded: `mark` before, `since` after, and the paths
 * between are what was read. A list that nobody has supplied is undefined, and asking for it is recorded too.
 */
export type Facts = {
  readonly mark: () => number;
  readonly since: (mark: number) => string[];
  readonly root: Row<Root>;
  readonly household: Row<Household>;
  readonly flags: Row<Case["flags"]>;
  readonly source: (source: Source) => SourceStatus | undefined;
  readonly members: readonly Row<Member>[];
  readonly costs: readonly Row<Cost>[];
  readonly incomes: readonly Row<Income>[];
  readonly history: () => readonly Row<HistoryMonth>[] | undefined;
  readonly earnings: () => readonly Row<Earning>[] | undefined;
  readonly previous: () => PreviousFacts | undefined;
  readonly planning: () => readonly Row<Planning>[] | undefined;
  readonly assets: () => readonly Row<Asset>[] | undefined;
  readonly documents: () => readonly Row<OtherDocument>[] | undefined;
  /** Whether a person has settled a reason for exactly this line, member, source or flag. */
  readonly isSettled: (reason: Reason, factId: string | undefined) => boolean;
};

/**
 * Names of fields, each with a number. There are as many as the schema of a case has, so a log of what was read can be of
 * numbers: a case is read some thousand times, and only what ends up in a receipt is ever spelled out.
 */
const fieldNames: string[] = [];
const fieldNumbers = new Map<string, number>();
/** More than there are names. */
const mostFields = 4096;

const fieldNumber = (name: string): number => {
  const known = fieldNumbers.get(name);
  if (known !== undefined) return known;
  const number = fieldNames.push(name) - 1;
  fieldNumbers.set(name, number);
  return number;
};

/** A stretch so short that looking through what is found already costs less than a set. */
const shortStretch = 24;

/** The distinct entries of a log from a position on, in the order they were first made. */
const distinctFrom = (log: readonly number[], start: number): readonly number[] => {
  if (log.length - start > shortStretch) return [...new Set(log.slice(start))];
  const distinct: number[] = [];
  for (let index = start; index < log.length; index += 1) {
    const entry = log[index];
    if (entry !== undefined && !distinct.includes(entry)) distinct.push(entry);
  }
  return distinct;
};

/** What has been read of a case: fields of records, each record with the path its fields stand under. */
const recorder = () => {
  const log: number[] = [];
  const places: string[] = [];
  const spelled = (entry: number): string => {
    const field = entry % mostFields;
    return `${places[(entry - field) / mostFields] ?? ""}${fieldNames[field] ?? ""}`;
  };
  return {
    /** A record's place in the log; hand it to `read` with the name of a field. */
    place: (path: string): number => (places.push(path) - 1) * mostFields,
    read: (place: number, field: string): void => {
      log.push(place + fieldNumber(field));
    },
    mark: (): number => log.length,
    since: (mark: number): string[] => distinctFrom(log, mark).map(spelled),
  };
};

/** Wraps a case for recorded reading. */
export const factsOf = (value: Case): Facts => {
  const { place, read, mark, since } = recorder();
  const row = <T extends object>(id: string, path: string, record: T): Row<T> => {
    const at = place(path);
    return {
      id,
      get: (key) => {
        read(at, key);
        return record[key];
      },
    };
  };
  const named = <T extends { readonly id: string }>(path: string, records: readonly T[]): Row<T>[] =>
    records.map((record) => row(record.id, `${path}.${record.id}.`, record));
  const top = place("");
  const numbered = <T extends object>(path: string, records: readonly T[] | undefined) => {
    const rows = records?.map((record, index) => row(String(index), `${path}.${String(index)}.`, record));
    return () => {
      read(top, path);
      return rows;
    };
  };

  const previous = value.previous && {
    head: row("previous", "previous.", value.previous),
    lines: value.previous.lines.map((line, index) => row(String(index), `previous.lines.${String(index)}.`, line)),
  };
  const assets = value.assets && named("assets", value.assets);
  const documents = value.documents && named("documents", value.documents);
  const sources = place("sources.");

  return {
    mark,
    since,
    root: row("case", "", value),
    household: row("household", "household.", value.household),
    flags: row("flags", "flags.", value.flags),
    source: (source) => {
      read(sources, source);
      return value.sources[source];
    },
    members: named("household.members", value.household.members),
    costs: named("costs", value.costs),
    incomes: named("incomes", value.incomes),
    history: numbered("history", value.history),
    earnings: numbered("earnings", value.earnings),
    previous: () => {
      read(top, "previous");
      return previous;
    },
    planning: numbered("planning", value.planning),
    assets: () => {
      read(top, "assets");
      return assets;
    },
    documents: () => {
      read(top, "documents");
      return documents;
    },
    isSettled: (reason, factId) =>
      value.settled?.some((entry) => entry.reason === reason && entry.factId === factId) ?? false,
  };
};
