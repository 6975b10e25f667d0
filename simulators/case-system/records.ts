import { z } from "zod";
import type { Household } from "../households/household.js";
import { personOf } from "../households/load.js";
import { openJsonLines } from "../shared/json-lines.js";

/** The four kinds of record. */
export const recordKinds = ["calculation", "decision", "payment", "journal"] as const;
export type RecordKind = (typeof recordKinds)[number];

const recordSchema = z.strictObject({
  number: z.int(),
  kind: z.enum(recordKinds),
  household: z.string(),
  caseNumber: z.string(),
  personalNumber: z.string(),
  month: z.string(),
  reference: z.string(),
  amountOre: z.int().optional(),
  outcome: z.string().optional(),
  rows: z.array(z.strictObject({ label: z.string(), amountOre: z.int() })).optional(),
  payOn: z.string().optional(),
  text: z.string().optional(),
  registeredOn: z.string(),
  sign: z.string(),
});

/** A record of the case system's tables. */
export type CaseRecord = z.output<typeof recordSchema>;
export type TableRow = CaseRecord & { readonly seeded: boolean };
export type Counts = Readonly<Record<RecordKind | "duplicates", number>>;

/** The case system's own tables. They take whatever they are given, twice if it comes twice. */
export type Records = {
  readonly all: () => readonly TableRow[];
  readonly of: (caseNumber: string) => readonly TableRow[];
  readonly save: (record: Omit<CaseRecord, "number">) => CaseRecord;
  readonly counts: () => Counts;
  readonly close: () => void;
};

const seededRecords = (households: readonly Household[]): readonly CaseRecord[] =>
  households
    .flatMap((household) => {
      const file = household.caseSystem;
      const first = household.persons[0];
      if (file === null || first === undefined) return [];
      const { personalNumber } = personOf(household, file.persons[0] ?? first.key);
      return file.records.map((record) => ({
        ...record,
        household: household.id,
        caseNumber: file.caseNumber,
        personalNumber,
      }));
    })
    .map((record, index) => ({ ...record, number: index + 1 }));

const firstWritten = 1000;
const sameThing = (a: CaseRecord, b: CaseRecord): boolean =>
  a.kind === b.kind &&
  a.caseNumber === b.caseNumber &&
  a.month === b.month &&
  (a.kind !== "journal" || a.text === b.text);

/** Opens the tables: what the households began with, and what has been written since. */
export const openRecords = (households: readonly Household[], file?: string): Records => {
  const written = openJsonLines(recordSchema, file);
  const seeded = seededRecords(households);
  const all = (): readonly TableRow[] => [
    ...seeded.map((record) => ({ ...record, seeded: true })),
    ...written.entries.map((record) => ({ ...record, seeded: false })),
  ];
  return {
    all,
    of: (caseNumber) => all().filter((record) => record.caseNumber === caseNumber),
    save: (record) => {
      const saved = { ...record, number: firstWritten + written.entries.length };
      written.append(saved);
      return saved;
    },
    counts: () => {
      const { entries } = written;
      const count = (kind: RecordKind): number => entries.filter((record) => record.kind === kind).length;
      const duplicates = entries.filter(
        (record, index) => entries.findIndex((other) => sameThing(record, other)) < index,
      );
      return {
        calculation: count("calculation"),
        decision: count("decision"),
        payment: count("payment"),
        journal: count("journal"),
        duplicates: duplicates.length,
      };
    },
    close: () => {
      written.close();
    },
  };
};
