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
  /** Whether approvals were made, so that a decision is expected. */
  readonly approved: boolean;
}): Summary => {
  const households = run.households.map((household) => summariseOne(household, run));
  return summarySchema.parse({
    schema: "skalig.summary.v1",
    month: run.month,
    ok: households.every(({ ok }) => ok) && run.audit.verified && run.writes.duplicates === 0,
    seconds: rounded(run.seconds),
    households,
    writes: run.writes,
    audit: run.audit,
  });
};

const summariseOne = (
  household: Household,
  {
    seen,
    cases,
    approved,
  }: {
    readonly seen: ReadonlyMap<string, readonly Seen[]>;
    readonly cases: readonly CaseProgress[];
    readonly approved: boolean;
  },
): HouseholdSummary => {
  const { expected: file, application } = household;
  const days = seen.get(household.id) ?? [];
  const last = days.at(-1);
  const now = cases.find(({ references }) => references.includes(application.reference));
  const expected: End = { outcome: file.outcome, reasons: reasonsOf(file.reasons), amountOre: file.amountOre };
  const actual = {
    ...endOf(last?.progress ?? now),
    normOre: last?.progress.normOre ?? null,
    costsOre: last?.progress.costsOre ?? null,
    countedIncomeOre: last?.progress.countedIncomeOre ?? null,
  };
  const path = (file.path ?? []).map(({ on, outcome, reasons, amountOre }) => ({
    on,
    outcome,
    reasons: reasonsOf(reasons),
    amountOre,
  }));
  const walked = path.map(({ on }) => ({ on, ...endOf(days.find((day) => day.on === on)?.progress) }));
  const decided = now?.decided ?? null;
  const decidedAsMeant = !approved || decided === (file.approve ? "granted" : null);
  return {
    id: household.id,
    ok: same(expected, endOf(last?.progress ?? now)) && (days.length === 0 || same(path, walked)) && decidedAsMeant,
    expected,
    actual,
    decided,
    seconds: rounded(last?.seconds ?? 0),
    ...(walked.length > 0 && { path: walked }),
  };
};

/** A household file is written by hand: a code that does not exist is found here. */
const reasonsOf = (codes: readonly string[]): Reason[] => codes.map((code) => reasonSchema.parse(code)).sort();

const endOf = (progress: CaseProgress | undefined): End => ({
  outcome: progress?.outcome ?? null,
  reasons: [...(progress?.reasons ?? [])].sort(),
  amountOre: progress?.amountOre ?? null,
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
