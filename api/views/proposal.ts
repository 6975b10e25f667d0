import type { Blocker, Proposal, Question } from "../../contracts/api/case-view.js";
import type { Role } from "../../contracts/codes/roles.js";
import type { LocalDate } from "../../contracts/dates.js";
import { monthInWords } from "../../contracts/dates.js";
import { formatKronor, type Ore } from "../../contracts/money.js";
import { decisionRefusals, type CaseState } from "../../contracts/process.js";
import type { DecisionOutcome } from "../../contracts/rule-pack.js";
import type { RulesPort } from "../deps.js";
import type { CaseFacts } from "./case-facts.js";

/** Roles that may decide at all; which decisions is for the delegation order. */
export const decidingRoles = ["caseworker", "team-lead"] as const satisfies readonly Role[];

const open: ReadonlySet<CaseState> = new Set(["prefilled", "referred", "waiting"]);

/** Who looks, on which day, with which rules. */
export type Viewer = {
  readonly roles: readonly Role[];
  readonly today: LocalDate;
  readonly canDraw: boolean;
  readonly rules: RulesPort;
};

const basisOf = ({ rules }: Viewer, facts: CaseFacts): string => {
  const month = facts.row.benefitMonth;
  const periods = rules.packs.national.flatMap(({ legalPeriods }) => legalPeriods);
  const period = periods.find(({ from, to }) => from <= month && (to === undefined || month <= to));
  return period?.citations["right-to-aid"] ?? "Lagrum saknas för månaden";
};

type Mandate = Proposal["mandate"];

/** What the roles may decide of an outcome, with what it gives and refuses, on a day, in words. */
export const mandateOf = (
  viewer: Pick<Viewer, "roles" | "today" | "rules">,
  {
    outcome,
    ...amounts
  }: { readonly outcome: DecisionOutcome; readonly amountOre: Ore; readonly refusedOre: Ore | "unknown" },
): Mandate => {
  const item = viewer.rules.mandateFor({ roles: viewer.roles, outcome, ...amounts, on: viewer.today });
  if (item === undefined) return { sufficient: false, text: "din delegation räcker inte" };
  if (outcome === "written-off") return { sufficient: true, text: `din delegation: punkt ${item.item}` };
  const limit = item.upToOre === undefined ? "utan gräns" : `till ${formatKronor(item.upToOre)}\u00a0kr`;
  return { sufficient: true, text: `din delegation: punkt ${item.item}, ${limit}` };
};

const noAmount: Mandate = { sufficient: false, text: "delegation prövas när det finns ett belopp" };

const blockersOf = (
  facts: CaseFacts,
  {
    viewer,
    questions,
    mandate,
    amountOre,
  }: {
    readonly viewer: Viewer;
    readonly questions: readonly Question[];
    readonly mandate: Mandate;
    readonly amountOre: Ore | null;
  },
): Blocker[] => {
  const blocker = (code: Blocker["code"], text: string = decisionRefusals[code]): Blocker => ({ code, text });
  if (facts.decision !== undefined) return [blocker("already-decided")];
  if (!open.has(facts.row.state)) return [blocker("not-open", "Underlaget hämtas och beräknas fortfarande.")];
  if (!viewer.roles.some((role) => decidingRoles.some((deciding) => deciding === role)))
    return [blocker("role-missing")];
  if (questions.length > 0)
    return [
      blocker(
        "open-questions",
        questions.length === 1
          ? "En fråga är kvar att ta ställning till."
          : `${String(questions.length)} frågor är kvar att ta ställning till.`,
      ),
    ];
  if (amountOre === null) return [blocker("open-questions", "Det finns inget belopp att bevilja.")];
  return mandate.sufficient ? [] : [blocker("mandate-missing")];
};

const payeeOf = ({ caseFile, application }: CaseFacts): Proposal["payee"] => {
  const account = caseFile?.answer?.account;
  if (account === undefined || application?.accountUnchanged !== true) return null;
  return { maskedAccount: account.maskedNumber, note: `oförändrat sedan ${monthInWords(account.unchangedSince)}` };
};

/** What a decision would be, and whether the person in front of the screen may make it. */
export const proposalOf = (
  facts: CaseFacts,
  { viewer, questions }: { readonly viewer: Viewer; readonly questions: readonly Question[] },
): Proposal => {
  const amountOre = facts.assessment?.receipt.grantOre ?? null;
  const mandate = amountOre === null ? noAmount : mandateOf(viewer, { outcome: "granted", amountOre, refusedOre: 0 });
  const { payOn, note } = viewer.rules.payment(viewer.today, facts.row.benefitMonth);
  return {
    outcome: "granted",
    amountOre,
    basis: basisOf(viewer, facts),
    mandate,
    payee: payeeOf(facts),
    paymentDate: amountOre === null ? null : payOn,
    ...(note === undefined || amountOre === null ? {} : { paymentNote: note }),
    childPerspectiveRequired: facts.row.children > 0,
    blockers: blockersOf(facts, { viewer, questions, mandate, amountOre }),
  };
};
