import { costTypes } from "../../contracts/codes/costs.js";
import type { Cost } from "../../contracts/case.js";
import { Fault } from "../../contracts/faults.js";
import { sumOre, type Ore } from "../../contracts/money.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { DecisionLetterInput } from "./letter-input.js";

/** On whose word a cost came out as it did: the rulebook's, the decider's, or under another section of law. */
export type CostGround = "rule" | "person" | "reduced" | "refused" | "discretionary";

/** A cost with what was asked for, what was approved under 12 kap. 1 § SoL, and on whose word. */
export type CostOutcome = { readonly cost: Cost; readonly approvedOre: Ore; readonly ground: CostGround };

/** "Hyra", as it stands in a letter. */
export const costTitle = (cost: Cost): string => costTypes[cost.type].title;

/** What of a cost was approved by the rulebook; undefined where no row concerns it. */
export const approvedByRule = ({ lines }: Receipt, { id }: Cost): Ore | undefined => {
  const own = lines.filter(({ kind, facts }) => kind === "cost" && facts.some((one) => one.startsWith(`costs.${id}.`)));
  return own.length === 0 ? undefined : sumOre(own.map(({ amountOre }) => amountOre));
};

const outcomeOf = (input: DecisionLetterInput, cost: Cost): CostOutcome => {
  const { decision, receipt, outcome } = input;
  const reduced = decision.reducedCosts?.find(({ costId }) => costId === cost.id);
  if (reduced !== undefined) return { cost, approvedOre: reduced.approvedOre, ground: "reduced" };
  const byRule = approvedByRule(receipt, cost);
  if (byRule === cost.appliedOre) return { cost, approvedOre: byRule, ground: "rule" };
  // A refusal refuses the whole; a grant grants the whole, also what the rulebook has no row for.
  if (outcome === "refused") return { cost, approvedOre: byRule ?? 0, ground: "refused" };
  if (decision.discretionary?.costId === cost.id) return { cost, approvedOre: byRule ?? 0, ground: "discretionary" };
  if (outcome === "granted" && byRule === undefined && decision.reasons !== undefined)
    return { cost, approvedOre: cost.appliedOre, ground: "person" };
  throw new Fault("InvariantBroken", "En kostnad är inte godkänd som den är sökt, och det står inte varför.", {
    costId: cost.id,
  });
};

/**
 * Every cost that was asked for, with its outcome.
 * @throws Fault `InvariantBroken` where less was approved than asked for and no person has said why (FL 32 §).
 */
export const costOutcomes = (input: DecisionLetterInput): CostOutcome[] =>
  input.case.costs.map((cost) => outcomeOf(input, cost));

/** Costs that were refused in part or whole under 12 kap. 1 § SoL. */
export const reducedOutcomes = (input: DecisionLetterInput): CostOutcome[] =>
  costOutcomes(input).filter(({ cost, approvedOre }) => approvedOre < cost.appliedOre);
