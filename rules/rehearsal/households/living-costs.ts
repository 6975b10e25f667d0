import type { Cost } from "../../../contracts/case.js";
import type { CostType } from "../../../contracts/codes/costs.js";
import type { Month } from "../../../contracts/dates.js";
import type { Ore } from "../../../contracts/money.js";
import type { Packs } from "../../../contracts/rule-pack.js";
import { capFor, type CapHousehold } from "../../cost-caps.js";
import { parametersFor } from "../../parameters.js";
import { scaled, type Draw } from "./draw.js";
import type { Family } from "./family.js";

/** A cost that is applied for every month, with how much it swings. */
export type StandingCost = { readonly type: CostType; readonly amountOre: Ore; readonly swing: number };

/** Where the municipality has no guideline the cost is drawn around these, in kronor: one adult, and for each other person. */
const withoutGuideline: Readonly<Partial<Record<CostType, readonly [number, number]>>> = {
  rent: [6000, 1100],
  electricity: [500, 120],
  "home-insurance": [180, 30],
};

const guidelineOf = (
  type: CostType,
  { packs, month, household }: { packs: Packs; month: Month; household: CapHousehold },
): Ore => {
  const rule = parametersFor(packs, month).costRule(type);
  const [alone, each] = withoutGuideline[type] ?? [250, 0];
  const guess = (alone + each * (household.adults + household.children - 1)) * 100;
  return rule === undefined ? guess : (capFor(rule, household) ?? guess);
};

/**
 * What a household pays every month, around the guidelines in force when it first applied. Guesses all of it, made so
 * that about one rent in eleven is above the guideline.
 */
export const drawCosts = (
  family: Family,
  { packs, month, draw }: { packs: Packs; month: Month; draw: Draw },
): readonly StandingCost[] => {
  const household = {
    adults: family.adults.length,
    children: family.children.filter(({ isVisiting }) => !isVisiting).length,
  };
  const around = (type: CostType, { least, most, swing = 0 }: { least: number; most: number; swing?: number }) => ({
    type,
    amountOre: scaled(guidelineOf(type, { packs, month, household }), draw.about(least, most)),
    swing,
  });
  const some = (share: number, cost: () => StandingCost): readonly StandingCost[] =>
    draw.chance(share) ? [cost()] : [];
  return [
    ...some(0.94, () => around("rent", { least: 0.62, most: 1.1 })),
    ...some(0.9, () => around("electricity", { least: 0.4, most: 1, swing: 0.1 })),
    ...some(0.8, () => around("home-insurance", { least: 0.4, most: 1 })),
    ...some(0.3, () => around("internet", { least: 0.6, most: 1.05 })),
    ...some(0.22, () => around("unemployment-fund", { least: 0.6, most: 0.9 })),
    ...some(0.08, () => around("union-fee", { least: 0.4, most: 1 })),
    ...some(0.06, () => around("work-travel", { least: 0.4, most: 1 })),
  ];
};

/** Needs outside the standing costs that some apply for in a month; shares and amounts are guesses. */
export const drawOtherNeeds = (draw: Draw): readonly Pick<Cost, "type" | "appliedOre">[] => [
  ...(draw.chance(0.06) ? [{ type: "medicine" as const, appliedOre: draw.kronor(60, 340) }] : []),
  ...(draw.chance(0.03)
    ? [
        {
          type: draw.oneOf<CostType>([4, "dental-care"], [3, "glasses"], [3, "home-equipment"], [1, "driving-licence"]),
          appliedOre: draw.kronor(400, 4200),
        },
      ]
    : []),
];
