import type { Role } from "../contracts/codes/roles.js";
import type { LocalDate } from "../contracts/dates.js";
import type { Ore } from "../contracts/money.js";
import type { DecisionOutcome, DelegationItem, MunicipalPack, PersonalItem } from "../contracts/rule-pack.js";

/** A decision that someone wants to make. */
export type IntendedDecision = {
  readonly roles: readonly Role[];
  readonly outcome: DecisionOutcome;
  readonly amountOre: Ore;
  /**
   * What was applied for and is not given; absent where nothing is refused. `unknown`, which may be any amount, is
   * within no limit.
   */
  readonly refusedOre?: Ore | "unknown";
  /** The day the decision is made. */
  readonly on: LocalDate;
};

const limitOf = (item: DelegationItem): Ore => item.upToOre ?? Number.MAX_SAFE_INTEGER;

const isRefusalWithin = (item: DelegationItem, { refusedOre = 0 }: IntendedDecision): boolean =>
  refusedOre === "unknown" ? item.upToOre === undefined : refusedOre <= limitOf(item);

/** Whether an item is for people. What the board describes of an automated function gives nobody and nothing a mandate. */
export const isPersonal = (item: DelegationItem): item is PersonalItem =>
  item.role !== undefined && item.automated === undefined;

/**
 * The item of the delegation order that lets one of the roles make the decision, the narrowest where several do.
 * Undefined: nobody in those roles may decide it. Never an item for an automated function, also where it says it is on.
 */
export const mandateFor = (decision: IntendedDecision, overlay: MunicipalPack): PersonalItem | undefined =>
  overlay.delegation
    .filter(isPersonal)
    .filter(
      (item) =>
        decision.roles.includes(item.role) &&
        item.outcomes.includes(decision.outcome) &&
        decision.amountOre <= limitOf(item) &&
        isRefusalWithin(item, decision) &&
        item.from <= decision.on &&
        (item.to === undefined || decision.on <= item.to),
    )
    .toSorted((one, other) => limitOf(one) - limitOf(other))
    .at(0);

/** A decision that was made under an item of the delegation order. */
export type DecidedUnder = {
  readonly item: string;
  /** As it is stored. */
  readonly outcome: string;
  readonly on: LocalDate;
  readonly roles: readonly Role[];
};

/**
 * The role in which somebody decided under an item: one that they held and that the item was for, the narrowest first as
 * when they decided. Undefined where the order says no such thing any more.
 */
export const roleUnder = (
  { item, outcome, on, roles }: DecidedUnder,
  { delegation }: MunicipalPack,
): Role | undefined =>
  delegation
    .filter(isPersonal)
    .filter(
      (one) =>
        one.item === item &&
        one.outcomes.some((each) => each === outcome) &&
        roles.includes(one.role) &&
        one.from <= on &&
        (one.to === undefined || on <= one.to),
    )
    .toSorted((one, other) => limitOf(one) - limitOf(other))
    .at(0)?.role;
