import type { Role } from "../contracts/codes/roles.js";
import type { LocalDate } from "../contracts/dates.js";
import type { Ore } from "../contracts/money.js";
import type { DecisionOutcome, DelegationItem, MunicipalPack } from "../contracts/rule-pack.js";

/** A decision that someone wants to make. */
export type IntendedDecision = {
  readonly roles: readonly Role[];
  readonly outcome: DecisionOutcome;
  readonly amountOre: Ore;
  /** What was applied for and is not given; absent where nothing is refused, or nobody knows how much. */
  readonly refusedOre?: Ore;
  /** The day the decision is made. */
  readonly on: LocalDate;
};

const limitOf = (item: DelegationItem): Ore => item.upToOre ?? Number.MAX_SAFE_INTEGER;

/**
 * The item of the delegation order that lets one of the roles make the decision, the narrowest where several do.
 * Undefined: nobody in those roles may decide it.
 */
export const mandateFor = (decision: IntendedDecision, overlay: MunicipalPack): DelegationItem | undefined =>
  overlay.delegation
    .filter(
      (item) =>
        decision.roles.includes(item.role) &&
        item.outcomes.includes(decision.outcome) &&
        decision.amountOre <= limitOf(item) &&
        (decision.refusedOre ?? 0) <= limitOf(item) &&
        item.from <= decision.on &&
        (item.to === undefined || decision.on <= item.to),
    )
    .toSorted((one, other) => limitOf(one) - limitOf(other))
    .at(0);
