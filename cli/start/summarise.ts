import { reasonSchema, type Reason } from "../../contracts/codes/reasons.js";
import type { Month } from "../../contracts/dates.js";
import { summarySchema, type HouseholdSummary, type Summary } from "../../contracts/summary.js";
import type { Household } from "../../simulators/households/household.js";
import type { CaseProgress } from "../serve/month-status.js";
import type { Seen } from "./run-month.js";

type End = Pick<HouseholdSummary["expected"], "outcome" | "reasons" | "amountOre">;

/** Puts what was seen beside what each household's file expects. `ok` follows from it, from the log and from the writes. */
export const summarise = (run: {
  readonly month: Month;
  readonly seconds: number;
  readonly households: readonly Household[];
  readonly seen: ReadonlyMap<string, readonly Seen[]>;
  readonly cases: readonly CaseProgress[];
  readonly writes: Summary["writes"];
  readonly audit: Summary["audit"];
  readonly faults: readonly NonNullable<Summary["faults"]>[number][];
  /** Whether the scripted caseworker was there, so that decisions and communications are expected. */
  readonly worked: boolean;
}): Summary => {
  const households = run.households.map((household) => summariseOne(household, run));
  return summarySchema.parse({
    schema: "skalig.summary.v1",
    month: run.month,
    ok:
      households.every(({ ok }) => ok) &&
      run.audit.verified &&
      run.writes.duplicates === 0 &&
      run.faults.every(({ armed, struck }) => struck >= armed),
    seconds: rounded(run.seconds),
    households,
    writes: run.writes,
    faults: run.faults,
    audit: run.audit,
  });
};

const summariseOne = (
  household: Household,
  {
    seen,
    cases,
    worked,
  }: {
    readonly seen: ReadonlyMap<string, readonly Seen[]>;
    readonly cases: readonly CaseProgress[];
    readonly worked: boolean;
  },
): HouseholdSummary => {
  const { expected: file, application } = household;
  const days = seen.get(household.id) ?? [];
  const last = days.at(-1);
  const now = cases.find(({ references }) => references.includes(application.reference));
  const isDuplicate = now?.duplicates.includes(application.reference) === true;
  const reached = isDuplicate ? merged : endOf(last?.progress ?? now);
  const path = pathOf(file, worked);
  const end = path.at(-1) ?? file;
  const expected: End = { outcome: end.outcome, reasons: reasonsOf(end.reasons), amountOre: end.amountOre };
  const actual = {
    ...reached,
    normOre: last?.progress.normOre ?? null,
    costsOre: last?.progress.costsOre ?? null,
    countedIncomeOre: last?.progress.countedIncomeOre ?? null,
  };
  const walked = steps(days.map(({ on, progress }) => ({ on, ...endOf(progress) })));
  const decided = now?.decided ?? null;
  const decidedAsMeant = !worked || decided === (file.approve ? "granted" : null);
  return {
    id: household.id,
    ok: same(expected, reached) && (days.length === 0 || path.length === 0 || same(path, walked)) && decidedAsMeant,
    expected,
    actual,
    decided,
    seconds: rounded(last?.seconds ?? 0),
    ...(path.length > 0 && { path: walked }),
  };
};

/** A technical double submission came to nothing of its own: the application it was merged with did. */
const merged: End = { outcome: "duplicate", reasons: [], amountOre: null };

type Step = End & { readonly on: string };

/** The steps that the file names; without a caseworker, those before anything was communicated. */
const pathOf = ({ path = [], communicate }: Household["expected"], worked: boolean): Step[] =>
  path
    .map(({ on, outcome, reasons, amountOre }) => ({ on, outcome, reasons: reasonsOf(reasons), amountOre }))
    .filter(({ reasons }) => worked || communicate === undefined || !reasons.includes("communicated"));

/** What was seen, without the times when nothing had changed since the time before. */
const steps = (days: readonly Step[]): Step[] =>
  days.filter((step, index) => {
    const before = days[index - 1];
    return before === undefined || !same({ ...step, on: before.on }, before);
  });

/** A household file is written by hand: a code that does not exist is found here. */
const reasonsOf = (codes: readonly string[]): Reason[] => codes.map((code) => reasonSchema.parse(code)).sort();

const endOf = (progress: CaseProgress | undefined): End => ({
  outcome: progress?.outcome ?? null,
  reasons: [...(progress?.reasons ?? [])].sort(),
  amountOre: progress?.amountOre ?? null,
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
