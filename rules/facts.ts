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

/** The distinct entries of a log from a position on, in the order they were first made. The stretches are short. */
const distinctFrom = (log: readonly string[], start: number): string[] => {
  const distinct: string[] = [];
  for (let index = start; index < log.length; index += 1) {
    const path = log[index];
    if (path !== undefined && !distinct.includes(path)) distinct.push(path);
  }
  return distinct;
};

/** Wraps a case for recorded reading. */
export const factsOf = (value: Case): Facts => {
  const log: string[] = [];
  const row = <T extends object>(id: string, path: string, record: T): Row<T> => ({
    id,
    get: (key) => {
      log.push(`${path}${key}`);
      return record[key];
    },
  });
  const named = <T extends { readonly id: string }>(path: string, records: readonly T[]): Row<T>[] =>
    records.map((record) => row(record.id, `${path}.${record.id}.`, record));
  const numbered = <T extends object>(path: string, records: readonly T[] | undefined) => {
    const rows = records?.map((record, index) => row(String(index), `${path}.${String(index)}.`, record));
    return () => {
      log.push(path);
      return rows;
    };
  };

  const previous = value.previous && {
    head: row("previous", "previous.", value.previous),
    lines: value.previous.lines.map((line, index) => row(String(index), `previous.lines.${String(index)}.`, line)),
  };
  const assets = value.assets && named("assets", value.assets);
  const documents = value.documents && named("documents", value.documents);

  return {
    mark: () => log.length,
    since: (mark) => distinctFrom(log, mark),
    root: row("case", "", value),
    household: row("household", "household.", value.household),
    flags: row("flags", "flags.", value.flags),
    source: (source) => {
      log.push(`sources.${source}`);
      return value.sources[source];
    },
    members: named("household.members", value.household.members),
    costs: named("costs", value.costs),
    incomes: named("incomes", value.incomes),
    history: numbered("history", value.history),
    earnings: numbered("earnings", value.earnings),
    previous: () => {
      log.push("previous");
      return previous;
    },
    planning: numbered("planning", value.planning),
    assets: () => {
      log.push("assets");
      return assets;
    },
    documents: () => {
      log.push("documents");
      return documents;
    },
    isSettled: (reason, factId) =>
      value.settled?.some((entry) => entry.reason === reason && entry.factId === factId) ?? false,
  };
};
