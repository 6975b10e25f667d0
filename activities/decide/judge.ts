import { rolesForProtected, type Role } from "../../contracts/codes/roles.js";
import { daysBetween, monthOf, swedishDateAt, type Instant, type LocalDate } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { LetterHearing } from "../../contracts/letter.js";
import type { Ore } from "../../contracts/money.js";
import type { DecisionRefusal } from "../../contracts/process.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { DecisionOutcome, Packs } from "../../contracts/rule-pack.js";
import { mandateFor, parametersFor } from "../../rules/index.js";
import type { Assessment } from "../../store/assessments.js";
import type { DecisionRequest } from "../../store/decisions.js";
import type { CaseRow } from "../../store/schema.js";
import { isByOtherRules } from "./by-other-rules.js";
import { fullNeedOre, refusedOreOf, uncountedCosts } from "./full-need.js";
import { hearingOf, heardInLetter, needsHearing, type HeardBy, type Hearing } from "./hearing.js";
import {
  answersWhatStands,
  hasWrongCostAmount,
  hasWrongDiscretionaryAmount,
  mayBePlanSanction,
  reducedByAssessment,
} from "./own-decision.js";

/** Everything a decision depends on, read in its own transaction. */
export type DecisionFacts = {
  readonly row: Pick<CaseRow, "children" | "protected" | "benefitMonth" | "endedAs">;
  readonly request: Pick<DecisionRequest, "sequence" | "conflictDeclared">;
  readonly draft: DecisionDraft;
  readonly assessment: Assessment | undefined;
  readonly roles: readonly Role[];
  readonly communications: readonly HeardBy[];
  /** When the oldest of what was read was read; undefined where nothing was. */
  readonly oldestReadingAt: Instant | undefined;
  readonly today: LocalDate;
  readonly packs: Packs;
  readonly isDecided: boolean;
  /** Whether there are texts to write the month's letter with: a decision that cannot be told is not made. */
  readonly hasLetterTexts: boolean;
};

/** One decision to record, with the item of the delegation order it is made under. */
export type Mandated = {
  readonly outcome: DecisionOutcome;
  readonly amountOre: Ore;
  readonly delegationItem: string;
};

/** What may be recorded: the month's decision, and beside it one under 12 kap. 2 § SoL; or why not. */
export type Judged =
  | { readonly refusal: DecisionRefusal }
  | { readonly own: Mandated; readonly discretionary: Mandated | undefined; readonly hearing: LetterHearing };

/**
 * Judges a person's wish to decide. The first thing that stands in the way is the answer. Pure: what the decision says
 * is the person's own; this only sees to that it may be said, by them, now.
 */
export const judge = (facts: DecisionFacts): Judged => {
  const { assessment } = facts;
  if (facts.isDecided) return { refusal: "already-decided" };
  // Withdrawn, or decided elsewhere, a moment ago: there is nothing left to decide.
  if (facts.row.endedAs !== null) return { refusal: "not-open" };
  if (assessment?.sequence !== facts.request.sequence) return { refusal: "stale-view" };
  const refusal = personalRefusal(facts) ?? materialRefusal(facts, assessment);
  return refusal === undefined ? mandatesOf(facts, assessment) : { refusal };
};

/** What concerns the one who decides. A declaration is missing before a role is: it is the person's own to mend. */
const personalRefusal = ({ request, roles, row }: DecisionFacts): DecisionRefusal | undefined => {
  if (!request.conflictDeclared) return "conflict-of-interest";
  if (roles.length === 0) return "role-missing";
  if (row.protected && !roles.some((role) => rolesForProtected.includes(role))) return "role-missing";
  return undefined;
};

/** What concerns the material: whether it is fresh, settled, heard on and complete. */
const materialRefusal = (facts: DecisionFacts, assessment: Assessment): DecisionRefusal | undefined => {
  const { draft, row } = facts;
  const { receipt } = assessment;
  if (isByOtherRules(assessment, facts.packs)) return "rules-changed";
  if (crossesActs(facts)) return "law-changed";
  if (!facts.hasLetterTexts) return "letter-missing";
  if (isTooOld(facts)) return "data-too-old";
  const hearing = hearingAt(facts, assessment);
  if (hearing === "awaited") return "answer-awaited";
  if (!isSettledFor(facts, receipt)) return "open-questions";
  if (mayBePlanSanction(draft, receipt)) return "outside-system";
  if (hasWrongCostAmount(draft, assessment.input)) return "cost-amount-wrong";
  if (givesLess(draft, assessment)) return "partial-grant-needed";
  if (hasWrongDiscretionaryAmount(draft, assessment)) return "cost-amount-wrong";
  if (lacksReasonsForCost(draft, receipt)) return "reasons-missing";
  const isHeard = hearing !== "never-sent" || draft.communicationUnneeded !== undefined;
  if (needsHearing(draft, assessment) && !isHeard) return "communication-missing";
  if (row.children > 0 && draft.childPerspective === undefined) return "child-perspective-missing";
  return undefined;
};

const hearingAt = ({ communications, today, packs, row }: DecisionFacts, { input }: Assessment): Hearing =>
  hearingOf(communications, { today, input, leastAnswerDays: parametersFor(packs, row.benefitMonth).leastAnswerDays });

/**
 * Whether another act was in force on the day of the decision than in the month it is for. The transitional provisions
 * say which act a decision is appealed and recovered under by its day, and nothing here says which one the need of an
 * earlier month is judged by. A day whose paragraphs nobody has written down may have any law: unknown is not the same.
 * Where the month's own are not written down there is nothing to compare with here.
 */
const crossesActs = ({ packs, row, today }: DecisionFacts): boolean => {
  const [ofMonth] = parametersFor(packs, row.benefitMonth).cite(rightToAid);
  const [ofDay] = parametersFor(packs, monthOf(today)).cite(rightToAid);
  return ofMonth !== undefined && ofMonth !== ofDay;
};
const rightToAid = ["right-to-aid"] as const;

const isTooOld = ({ oldestReadingAt, today, packs, row }: DecisionFacts): boolean => {
  const limit = parametersFor(packs, row.benefitMonth).materialAgeDays;
  if (limit === undefined || oldestReadingAt === undefined) return false;
  return daysBetween(swedishDateAt(oldestReadingAt), today) > limit;
};

const isAsComputed = ({ outcome, amountOre }: DecisionDraft): boolean =>
  outcome === "granted" && amountOre === undefined;

/** A grant as computed needs that no question stands; a person's own decision, that it answers those that do. */
const isSettledFor = ({ draft, communications, today }: DecisionFacts, receipt: Receipt): boolean => {
  if (isAsComputed(draft)) return receipt.outcome === "prefilled" && receipt.grantOre !== null;
  const asked = communications.filter(({ kind, sentAt }) => kind === "completion" && sentAt !== null);
  const isTimeUp =
    asked.length > 0 &&
    asked.every(({ answeredAt, answerBy, reachedAll }) => answeredAt !== null || (reachedAll && answerBy < today));
  return answersWhatStands(draft, { receipt, isTimeUp });
};

/**
 * A grant that gives less than what was computed, or than what was applied for, is in truth a partial refusal. Where it
 * gives less than the full need, or the full need cannot be known, the decider says that all that was applied for is
 * granted, or decides a partial grant.
 */
const givesLess = (draft: DecisionDraft, assessment: Assessment): boolean => {
  const { outcome, amountOre, discretionary } = draft;
  const { receipt, input } = assessment;
  if (outcome !== "granted") return false;
  // Whatever is tried under 12 kap. 2 § was applied for, and not given under 12 kap. 1 §: that refusal has its own appeal.
  if (discretionary !== undefined || reducedByAssessment(receipt).length > 0) return true;
  if (leavesSurplusOnCosts(receipt) && draft.grantsAllApplied !== true) return true;
  if (amountOre === undefined) return uncountedCosts(assessment).length > 0;
  // A supplement is weighed against what it applies for, not against a calculation of the month.
  const computedOre = input.kind === "supplement" ? 0 : (receipt.shortfallOre ?? 0);
  if (amountOre < computedOre) return true;
  const fullOre = fullNeedOre(assessment);
  return (fullOre === undefined || amountOre < fullOre) && draft.grantsAllApplied !== true;
};

/**
 * Whether the incomes are more than the need of income support, and a surplus stands against other costs: what is computed
 * is then less than what was applied for, whoever has noted it.
 */
const leavesSurplusOnCosts = ({ findings }: Receipt): boolean =>
  findings.some(({ provision, reason }) => provision === "special-costs" && reason !== undefined);

/**
 * Each cost that is approved with less than was applied for is a partial refusal of its own, with reasons (FL 32 §),
 * also where the whole month is refused: the surplus may rest on the cut.
 */
const lacksReasonsForCost = ({ outcome, reducedCosts }: DecisionDraft, receipt: Receipt): boolean => {
  if (outcome === "granted") return false;
  const given = new Set((reducedCosts ?? []).map(({ costId }) => costId));
  return reducedByAssessment(receipt).some((costId) => !given.has(costId));
};

const mandatesOf = (facts: DecisionFacts, assessment: Assessment): Judged => {
  const { draft } = facts;
  const amountOre = amountOf(draft, assessment);
  const decided = { outcome: draft.outcome, amountOre };
  const own = mandated(facts, { ...decided, refusedOre: refusedOreOf(decided, assessment) });
  if (own === undefined) return { refusal: "mandate-missing" };
  const hearing = heardInLetter(hearingAt(facts, assessment), facts.communications);
  if (draft.discretionary === undefined) return { own, discretionary: undefined, hearing };
  const { amountOre: givenOre } = draft.discretionary;
  const discretionary = mandated(facts, { outcome: "discretionary", amountOre: givenOre, refusedOre: 0 });
  return discretionary === undefined ? { refusal: "mandate-missing" } : { own, discretionary, hearing };
};

const amountOf = (draft: DecisionDraft, { receipt }: Assessment): Ore =>
  draft.outcome === "refused" ? 0 : (draft.amountOre ?? receipt.grantOre ?? 0);

const mandated = (
  { roles, today, packs: { municipal } }: DecisionFacts,
  { refusedOre, ...decision }: Omit<Mandated, "delegationItem"> & { readonly refusedOre: Ore | "unknown" },
): Mandated | undefined => {
  const item = municipal && mandateFor({ ...decision, refusedOre, roles, on: today }, municipal);
  return item === undefined ? undefined : { ...decision, delegationItem: item.item };
};
