import type { LocalDate, Month } from "../../contracts/dates.js";
import type { Sha256 } from "../../contracts/ids.js";
import type { PackProblem } from "../../contracts/pack-check.js";
import type { PackDifference } from "../../contracts/pack-difference.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { comparePacks } from "../../rules/differences/compare-packs.js";
import { predecessorOf } from "../../rules/predecessor.js";
import { proveInPlace } from "../../rules/proofs/prove-in-place.js";
import { lastDecidedMonth } from "../../store/assessed-months.js";
import type { RuleChange } from "../../store/rule-changes.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { firstOpenMonth } from "../first-open-month.js";
import { packHash, packsInUse } from "../pack-hash.js";
import { basisOf, packInForce, withDraft, withoutStops } from "./draft-packs.js";
import { draftProblems, needsBoard, type DraftProblem, type JudgedDraft } from "./judge-change.js";
import { rehearsedMonthsSchema, testRunSchema } from "./kept-runs.js";
import { readSuites, suitesHash } from "./run-tests.js";
import type { RunStanding, StepFacts } from "./step-allowed.js";
import type { Suites, WorkshopDeps } from "./workshop-deps.js";

/** The day, the month that is open and the rules in force, for every change alike. */
export type Surroundings = {
  readonly today: LocalDate;
  readonly firstOpenMonth: Month;
  /** The benefit month that is worked on. */
  readonly worked: Month;
  /** The packs in force, without the stops. */
  readonly packs: Packs;
  readonly basis: Sha256;
  /** What a draft is tried on, with some packs. */
  readonly suites: (packs: Packs) => Suites;
};

/** Reads what every change is judged in. */
export const surroundings = async (tx: StoreTransaction, deps: WorkshopDeps): Promise<Surroundings> => {
  const packs = withoutStops(await deps.packsInForce(tx));
  const today = await deps.today(tx);
  return {
    today,
    firstOpenMonth: firstOpenMonth({ today, worked: deps.month, lastDecided: await lastDecidedMonth(tx) }),
    worked: deps.month,
    packs,
    basis: basisOf(packs, deps.rulebook),
    suites: await readSuites(tx, deps),
  };
};

/** Where a change stands, worked out anew each time it is looked at. */
export type Standing = {
  readonly draft: JudgedDraft;
  readonly differences: readonly PackDifference[];
  readonly problems: readonly DraftProblem[];
  readonly proofs: readonly PackProblem[];
  readonly needsMinute: boolean;
  readonly isBaseInForce: boolean;
  /** The packs in force with the draft among them. */
  readonly draftPacks: Packs;
  readonly tests: RunStanding;
  readonly testsPass: boolean;
  readonly rehearsal: RunStanding;
};

/** Judges a change. A published or withdrawn one is shown as it was, against the version it started from. */
export const standingOf = (
  change: RuleChange,
  { today, firstOpenMonth: open, worked, packs, basis, suites }: Surroundings,
  { isInvented }: Pick<WorkshopDeps, "isInvented">,
): Standing => {
  const { content, base, kind, effectiveFrom } = change;
  const inForce = packInForce(packs, content.id);
  const differences = comparePacks(base ?? predecessorOf(packs, content), content);
  const draftPacks = withDraft(packs, content);
  const draft: JudgedDraft = {
    kind,
    content,
    base,
    differences,
    effectiveFrom,
    firstOpenMonth: open,
    today,
    worked,
    isTakenUp: packsInUse(draftPacks).includes(content),
    isInvented,
  };
  const bound = (hash: Sha256 | null, onBasis: Sha256 | null): RunStanding => {
    if (hash === null) return "missing";
    if (hash !== change.contentHash) return "other-draft";
    return onBasis === basis ? "fresh" : "other-rules";
  };
  const run = change.tests === null ? undefined : testRunSchema.parse(JSON.parse(change.tests));
  const tests = bound(change.testsContentHash, change.testsBasis);
  const rehearsal = bound(change.rehearsalContentHash, change.rehearsalBasis);
  const isOfTheseMonths = change.rehearsal !== null && rehearsedTo(change.rehearsal) === worked;
  const isSameSuite = run?.suites === suitesHash(suites(draftPacks));
  return {
    draft,
    differences,
    problems: draftProblems(draft),
    // What is published was proved in the law of its day, which may have turned since.
    proofs: change.state === "published" ? [] : proveInPlace(content, draftPacks),
    needsMinute: needsBoard(differences),
    isBaseInForce:
      base === undefined ? inForce === undefined : inForce !== undefined && packHash(inForce) === change.baseHash,
    draftPacks,
    tests: tests === "fresh" && !isSameSuite ? "other-scenarios" : tests,
    testsPass: run?.ok === true,
    rehearsal: rehearsal === "fresh" && !isOfTheseMonths ? "other-months" : rehearsal,
  };
};

const rehearsedTo = (kept: string): Month => rehearsedMonthsSchema.parse(JSON.parse(kept)).months.last;

/** The facts that a step is allowed or refused by. */
export const stepFacts = (change: RuleChange, standing: Standing, by: string): StepFacts => ({
  state: change.state,
  isEditor: change.editors.includes(by),
  isBaseInForce: standing.isBaseInForce,
  problems: standing.problems.map(({ code }) => code),
  proofsHold: standing.proofs.length === 0,
  tests: standing.tests,
  testsPass: standing.testsPass,
  rehearsal: standing.rehearsal,
});
