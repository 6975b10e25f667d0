import type { Case, Cost, Income } from "../../../contracts/case.js";
import { addMonths, daysIn, firstDayOf, lastDayOf, type LocalDate, type Month } from "../../../contracts/dates.js";
import type { Packs } from "../../../contracts/rule-pack.js";
import { capFor } from "../../cost-caps.js";
import { parametersFor } from "../../parameters.js";
import { scaled, type Draw } from "./draw.js";
import { householdIn, isOtherFamilyThan, workingPupils, type Family } from "./family.js";
import { familyIncomes, type FamilyMoney, type Livelihood } from "./livelihood.js";
import { drawOtherNeeds, type StandingCost } from "./living-costs.js";
import { dayOf, depositsFor, paymentsFor, sourcesFor } from "./payments.js";

/** A made-up household between two of its months. */
export type Ongoing = {
  readonly family: Family;
  readonly livelihoods: readonly Livelihood[];
  readonly money: FamilyMoney;
  readonly costs: readonly StandingCost[];
  /** Month of the year, 1 to 12, in which the landlord raises the rent. */
  readonly rentRisesIn: number;
  readonly history: NonNullable<Case["history"]>;
  readonly earnings: NonNullable<Case["earnings"]>;
  /** Last month's calculation; absent where the household has not had one. */
  readonly previous: NonNullable<Case["previous"]> | undefined;
};

type Asked = { readonly month: Month; readonly packs: Packs; readonly draw: Draw };

/** How often an application is otherwise than last month's, of all applications. Guesses. */
const otherwise = {
  message: 0.05,
  householdChanged: 0.012,
  registerChanged: 0.008,
  accountChanged: 0.012,
  unsigned: 0.04,
  assets: 0.012,
  pending: 0.02,
  planNotFollowed: 0.035,
  planRunOut: 0.02,
  rentMissing: 0.008,
  unreadable: 0.015,
  runOut: 0.03,
};

/** Rents are negotiated once a year; that they rise by three to six per cent is a guess. */
const withRise = (costs: readonly StandingCost[], state: Ongoing, { month, draw }: Asked): readonly StandingCost[] =>
  Number(month.slice(5)) !== state.rentRisesIn
    ? costs
    : costs.map((cost) =>
        cost.type === "rent" ? { ...cost, amountOre: scaled(cost.amountOre, draw.about(1.03, 1.06)) } : cost,
      );

const proofOf = (appliedOre: number, { month, draw }: Asked): Partial<Cost> => {
  if (draw.chance(otherwise.unreadable)) return { proof: "unreadable" };
  if (draw.chance(0.3)) return { proof: "document", documentOre: appliedOre };
  const until = addMonths(month, draw.chance(otherwise.runOut) ? -1 : draw.whole(0, 6));
  return { proof: "standing", standingUntil: lastDayOf(until) };
};

const costsFor = (costs: readonly StandingCost[], state: Ongoing, asked: Asked): readonly Cost[] => {
  const { month, packs, draw } = asked;
  const rule = parametersFor(packs, month).costRule("rent");
  const people = {
    adults: state.family.adults.length,
    children: state.family.children.filter(({ isVisiting }) => !isVisiting).length,
  };
  const rentCapOre = rule && capFor(rule, people);
  const standing = costs
    .filter(({ type }) => type !== "rent" || !draw.chance(otherwise.rentMissing))
    .map((cost, at): Cost => {
      const appliedOre = scaled(cost.amountOre, 1 + draw.about(-cost.swing, cost.swing));
      const isTooHigh = cost.type === "rent" && rentCapOre !== undefined && appliedOre > rentCapOre;
      return {
        id: `k${String(at + 1)}`,
        type: cost.type,
        ...(cost.type === "union-fee" || cost.type === "unemployment-fund" ? { memberId: "a" } : {}),
        appliedOre,
        ...proofOf(appliedOre, asked),
        ...(isTooHigh && draw.chance(0.4) && { graceUntil: lastDayOf(addMonths(month, draw.whole(0, 3))) }),
      };
    });
  const others = drawOtherNeeds(draw).map((need, at): Cost => ({
    id: `n${String(at + 1)}`,
    ...need,
    proof: "document",
    documentOre: need.appliedOre,
  }));
  return [...standing, ...others];
};

/** One pupil in four from 16 years has a job in the summer: a guess. */
const summerPay = (family: Family, { month, draw }: Asked): readonly Income[] => {
  const control = addMonths(month, -1);
  if (!control.endsWith("-06") && !control.endsWith("-07")) return [];
  return workingPupils(family, month)
    .filter(() => draw.chance(0.25))
    .map(({ id }) => {
      const netOre = draw.kronor(4500, 8500);
      return {
        id: `pay-${id}`,
        memberId: id,
        type: "salary",
        source: "applicant",
        declared: true,
        from: firstDayOf(control),
        to: lastDayOf(control),
        paidOn: dayOf(control, 25),
        deductions: [],
        netOre,
        preliminary: false,
        retroactive: false,
        proof: "document",
        documentOre: netOre,
      };
    });
};

const planningFor = (livelihoods: readonly Livelihood[], { month, draw }: Asked): NonNullable<Case["planning"]> =>
  livelihoods.map(({ memberId, plan }) => {
    const last = addMonths(month, draw.chance(otherwise.planRunOut) ? -1 : draw.whole(0, 4));
    return {
      memberId,
      kind: plan,
      from: firstDayOf(addMonths(month, -3)),
      to: lastDayOf(last),
      followed: !draw.chance(otherwise.planNotFollowed),
      ...(plan === "sick-leave" && { certificateUntil: lastDayOf(last) }),
    };
  });

const flagsFor = ({ family }: Ongoing, { month, draw }: Asked): Case["flags"] => ({
  protectedIdentity: family.isProtected,
  signedByAll: family.adults.length === 1 || !draw.chance(otherwise.unsigned),
  householdUnchanged: !isOtherFamilyThan(family, month) && !draw.chance(otherwise.householdChanged),
  registerUnchanged: !draw.chance(otherwise.registerChanged),
  accountUnchanged: !draw.chance(otherwise.accountChanged),
  assetsDeclared: draw.chance(otherwise.assets),
  pendingBenefits: draw.chance(otherwise.pending),
  staysInMunicipality: true,
  lawfulResidence: true,
  caseFileRead: true,
  messageFromApplicant: draw.chance(otherwise.message),
  otherMunicipality: false,
});

/** A renewal comes in the last ten days of the month before; a first application during the month it is for. */
const datesFor = (isFirst: boolean, { month, draw }: Asked): { appliedOn: LocalDate; today: LocalDate } => {
  const day = draw.whole(1, 24);
  const [at, from] = isFirst ? [month, day] : [addMonths(month, -1), 18 + Math.ceil(day / 3)];
  return { appliedOn: dayOf(at, from), today: dayOf(at, from + draw.whole(0, 2)) };
};

const partly = (household: Case["household"], days: number): Case["household"] => ({
  ...household,
  members: household.members.map((member) =>
    member.role === "visiting-child" ? member : { ...member, days: Math.min(days, member.days ?? days) },
  ),
});

/** The application of a month: what a household asks for and what the sources say, all of it made up. */
export const caseIn = (
  state: Ongoing,
  asked: Asked,
): { readonly value: Case; readonly costs: readonly StandingCost[] } => {
  const { month, draw } = asked;
  const isFirst = state.previous === undefined;
  const costs = withRise(state.costs, state, asked);
  const standing = [
    ...state.livelihoods.flatMap(({ incomes }) => incomes),
    ...familyIncomes(state.family, { money: state.money, month }),
  ];
  const incomes = [
    ...paymentsFor(standing, { month, draw }),
    ...summerPay(state.family, asked),
    ...depositsFor(month, draw),
  ];
  const household = householdIn(state.family, month);
  const dates = datesFor(isFirst, asked);
  return {
    costs,
    value: {
      schema: "skalig.case.v1",
      benefitMonth: month,
      kind: isFirst ? "first" : "renewal",
      ...dates,
      household: isFirst ? partly(household, daysIn(month) + 1 - Number(dates.appliedOn.slice(8))) : household,
      costs: [...costsFor(costs, state, asked)],
      incomes,
      sources: sourcesFor(incomes, draw),
      history: state.history,
      earnings: state.earnings,
      ...(state.previous !== undefined && { previous: state.previous }),
      planning: planningFor(state.livelihoods, asked),
      assets: [],
      flags: flagsFor(state, asked),
    },
  };
};
