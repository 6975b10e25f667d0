import type { Cost } from "../../contracts/case.js";
import { standingAtOwnDecision } from "../../contracts/codes/own-decision.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { Finding, Receipt } from "../../contracts/receipt.js";
import { approvedByRule } from "../../rules/letters/cost-outcomes.js";

/** The findings that keep a case from being prefilled: each with a reason that nobody has settled. */
export const openFindings = ({ findings }: Receipt): Finding[] =>
  findings.filter(({ reason, result, settled }) => reason !== undefined && result !== "met" && settled !== true);

/** Costs that a person has approved with less than what was applied for. */
export const reducedByAssessment = ({ findings }: Receipt): string[] =>
  findings.flatMap(({ code, result, factId }) =>
    code === "cost-approved-in-full" && result === "not-met" && factId !== undefined ? [factId] : [],
  );

/**
 * Whether a cost is called reduced though it is approved with as much as was applied for or is no cost of the
 * application, or has been approved with more than was applied for: the ground in its letter would be untrue.
 */
export const hasWrongCostAmount = (
  { reducedCosts = [] }: DecisionDraft,
  { costs }: { readonly costs: readonly Cost[] },
): boolean => {
  const appliedOre = new Map(costs.map((cost) => [cost.id, cost.appliedOre]));
  return (
    reducedCosts.some(({ costId, approvedOre }) => approvedOre >= (appliedOre.get(costId) ?? 0)) ||
    costs.some((cost) => (cost.assessedOre ?? 0) > cost.appliedOre)
  );
};

/**
 * Whether what is tried under 12 kap. 2 § SoL is anything but what 12 kap. 1 § left of that cost: a cost that is not in
 * the application, one that is approved in full, or another amount than the rest of it.
 */
export const hasWrongDiscretionaryAmount = (
  { discretionary, reducedCosts = [] }: DecisionDraft,
  { input, receipt }: { readonly input: { readonly costs: readonly Cost[] }; readonly receipt: Receipt },
): boolean => {
  if (discretionary?.costId === undefined) return false;
  const cost = input.costs.find(({ id }) => id === discretionary.costId);
  if (cost === undefined) return true;
  const reduced = reducedCosts.find(({ costId }) => costId === cost.id);
  const restOre = cost.appliedOre - (reduced?.approvedOre ?? approvedByRule(receipt, cost) ?? 0);
  return restOre <= 0 || discretionary.appliedOre !== restOre;
};

/**
 * Whether a decision may be one under 12 kap. 5 § SoL, to refuse or reduce for how a plan was followed. Such a decision
 * has grounds, texts and a delegation of its own, which are not here, so the decider says that it is not.
 */
export const mayBePlanSanction = ({ outcome, notForPlanning }: DecisionDraft, { findings }: Receipt): boolean =>
  outcome !== "granted" && notForPlanning !== true && findings.some(({ reason }) => reason === "plan-not-valid");

const namedCosts = ({ reducedCosts, discretionary }: DecisionDraft): string[] => [
  ...(reducedCosts ?? []).map(({ costId }) => costId),
  ...(discretionary?.costId === undefined ? [] : [discretionary.costId]),
];

/**
 * Whether every question that stands is one that the draft itself answers, by `standingAtOwnDecision`. `isTimeUp` says
 * that the applicant has been asked for what is missing and that the time has run out.
 */
export const answersWhatStands = (
  draft: DecisionDraft,
  { receipt, isTimeUp }: { readonly receipt: Receipt; readonly isTimeUp: boolean },
): boolean => {
  const named = new Set(namedCosts(draft));
  return openFindings(receipt).every(({ reason, factId }) => {
    if (reason === undefined) return true;
    switch (standingAtOwnDecision[reason].standing) {
      case "stands":
        return true;
      case "answered-for-cost":
        return draft.outcome === "granted" || (factId !== undefined && named.has(factId));
      case "needs-discretionary":
        return draft.discretionary !== undefined && factId !== undefined && named.has(factId);
      case "after-time-limit":
        return isTimeUp;
      case "must-be-closed":
        return false;
    }
  });
};
