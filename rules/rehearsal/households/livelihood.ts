import type { Case, Income } from "../../../contracts/case.js";
import type { Month } from "../../../contracts/dates.js";
import type { Ore } from "../../../contracts/money.js";
import type { Draw } from "./draw.js";
import { agesAtHome, type Family } from "./family.js";

/** A payment that comes every month, with how much it swings between months: 0.1 is ten per cent either way. */
export type Standing = {
  readonly memberId: string;
  readonly type: Income["type"];
  readonly source: Income["source"];
  readonly amountOre: Ore;
  readonly swing: number;
};

type PlanKind = NonNullable<Case["planning"]>[number]["kind"];

/** What an adult lives on beside the support, and what the plan is about. */
export type Livelihood = { readonly memberId: string; readonly plan: PlanKind; readonly incomes: readonly Standing[] };

const benefit = (
  type: Income["type"],
  { least, most, swing = 0, source = "FK" }: { least: number; most: number; swing?: number; source?: Income["source"] },
) => ({ type, least, most, swing, source });

type Kind = { readonly plan: PlanKind; readonly incomes: readonly ReturnType<typeof benefit>[] };

/**
 * An adult's livelihood. That unemployment is the reason for 51 per cent of the adults is from 2016 (SKL); how the rest is
 * split, and every amount, is a guess.
 */
const drawKind = (draw: Draw): Kind =>
  draw.oneOf<Kind>(
    [27, { plan: "job-seeking", incomes: [] }],
    [17, { plan: "job-seeking", incomes: [benefit("activity-support", { least: 2800, most: 6200, swing: 0.05 })] }],
    [
      7,
      {
        plan: "job-seeking",
        incomes: [benefit("unemployment-benefit", { least: 4200, most: 9500, swing: 0.1, source: "SO" })],
      },
    ],
    [
      8,
      { plan: "establishment", incomes: [benefit("establishment-benefit", { least: 4800, most: 6600, swing: 0.02 })] },
    ],
    [9, { plan: "sick-leave", incomes: [benefit("sickness-benefit", { least: 3600, most: 8200, swing: 0.06 })] }],
    [7, { plan: "sick-leave", incomes: [] }],
    [6, { plan: "sfi", incomes: [] }],
    [6, { plan: "parental-leave", incomes: [benefit("parental-benefit", { least: 3800, most: 7400, swing: 0.06 })] }],
    [8, { plan: "work", incomes: [benefit("salary", { least: 2500, most: 11500, swing: 0.18, source: "applicant" })] }],
    [
      3,
      {
        plan: "pension",
        incomes: [
          benefit("guarantee-pension", { least: 5200, most: 8200 }),
          benefit("housing-supplement", { least: 1200, most: 3400 }),
        ],
      },
    ],
    [2, { plan: "other", incomes: [benefit("sickness-compensation", { least: 6200, most: 9000 })] }],
  );

/** What each adult of a family lives on. */
export const drawLivelihoods = (family: Family, draw: Draw): readonly Livelihood[] =>
  family.adults.map(({ id: memberId }) => {
    const { plan, incomes } = drawKind(draw);
    return {
      memberId,
      plan,
      incomes: incomes.map(({ type, source, swing, least, most }) => ({
        memberId,
        type,
        source,
        swing,
        amountOre: draw.kronor(least, most),
      })),
    };
  });

/** What the second to the sixth child adds to the child allowance, in kronor, as in the sample month. */
const siblings = [0, 150, 730, 1740, 2990, 4240] as const;
const lastAllowanceAge = 15;

/** The shares of families with these are guesses, as are the amounts of maintenance and housing allowance. */
export type FamilyMoney = { readonly hasMaintenance: boolean; readonly housingAllowanceOre: Ore };

/** Whether maintenance is paid for the children, and what the housing allowance comes to. */
export const drawFamilyMoney = (family: Family, draw: Draw): FamilyMoney => ({
  hasMaintenance: family.adults.length === 1 && draw.chance(0.7),
  housingAllowanceOre: draw.chance(0.5) ? draw.kronor(900, 3400) : 0,
});

/** Money that is paid because there are children at home, to the applicant. */
export const familyIncomes = (
  family: Family,
  { money, month }: { money: FamilyMoney; month: Month },
): readonly Standing[] => {
  const ages = agesAtHome(family, month);
  const young = ages.filter((age) => age <= lastAllowanceAge).length;
  const pupils = ages.filter((age) => age > lastAllowanceAge && age < 20).length;
  const paid = (type: Income["type"], kronor: number, source: Income["source"] = "FK"): readonly Standing[] =>
    kronor === 0 ? [] : [{ memberId: "a", type, source, amountOre: kronor * 100, swing: 0 }];
  return [
    ...paid("child-allowance", young * 1250 + (siblings[Math.min(young, siblings.length) - 1] ?? 0)),
    ...paid("study-allowance", pupils * 1250, "CSN"),
    ...paid("maintenance-support", money.hasMaintenance ? young * 1673 : 0),
    ...paid("housing-allowance", ages.length === 0 ? 0 : money.housingAllowanceOre / 100),
  ];
};
