import type { Member } from "../../contracts/case.js";
import { incomeTypes, type IncomeType } from "../../contracts/codes/incomes.js";
import { month } from "../../contracts/dates.js";
import type { Ore } from "../../contracts/money.js";
import { adultsIncomes, countable } from "../counted-incomes.js";
import type { Facts, Row } from "../facts.js";
import { cannotTell, met } from "../findings.js";
import { childrenOf, visitingChildrenOf } from "../household.js";
import type { Context, Evaluation, Provision } from "../provision.js";
import { ownPart } from "./child-income.js";

/** Money for a child's keep that is paid to the parent. Child allowance is the family's, and is not among them. */
const forTheChild = [
  "maintenance-support",
  "maintenance-payment",
  "study-allowance",
] as const satisfies readonly IncomeType[];

type Looked = { readonly facts: Facts; readonly context: Context };

/** The amounts that count, one for each payment. */
const paymentsFor = ({ facts, context }: Looked): readonly { readonly title: string; readonly amountOre: Ore }[] =>
  adultsIncomes(facts, context).flatMap((income) => {
    const type = income.row.get("type");
    if (!forTheChild.some((listed) => listed === type)) return [];
    const counted = countable(income, context);
    return counted.kind === "counts" ? [{ title: incomeTypes[type].title, amountOre: counted.amountOre }] : [];
  });

/** What the money meets of each child's own need; undefined where a child's part is not known. */
const partsOf = (
  children: readonly Row<Member>[],
  { ownOre, facts, context }: Looked & { readonly ownOre: Ore },
): readonly Ore[] | undefined => {
  const parts = children.map((child) => ownPart(child, { ownOre, facts, context }));
  return parts.every((part) => part !== undefined) ? parts : undefined;
};

/**
 * Money for a child that a parent receives meets that child's need, and no more. What fits within every child's part when
 * it is shared alike is counted whole; what passes an only child's part is left out; what may pass one of several
 * children's parts is for a person, since the payment does not say which child it is for.
 */
const evaluate = (facts: Facts, context: Context): Evaluation => {
  const mark = facts.mark();
  const payments = paymentsFor({ facts, context });
  const children = [...childrenOf(facts), ...visitingChildrenOf(facts)];
  if (payments.length === 0 || children.length === 0) return { findings: [] };
  const sumOre = payments.reduce((sum, { amountOre }) => sum + amountOre, 0);
  const parts = partsOf(children, { ownOre: sumOre, facts, context });
  const read = facts.since(mark);
  const titles = [...new Set(payments.map(({ title }) => title))].join(" och ");
  if (parts === undefined)
    return {
      findings: [
        cannotTell("child-income-settled", read, {
          reason: "child-income",
          text: `${titles}: barnets del av behovet är inte känd, så det går inte att se hur mycket som räknas.`,
        }),
      ],
    };
  const leastOre = Math.min(...parts);
  if (sumOre <= leastOre * children.length) return { findings: [met("child-income-settled", read)] };
  if (children.length > 1)
    return {
      findings: [
        cannotTell("child-income-settled", read, {
          reason: "child-income",
          text: `${titles}: det går inte att se vilket barn pengarna gäller, och de kan vara mer än barnets del av behovet.`,
          amountOre: sumOre,
        }),
      ],
    };
  const overOre = sumOre - leastOre;
  return {
    findings: [met("child-income-settled", read)],
    lines: [
      {
        kind: "disregard",
        amountOre: overOre,
        verified: true,
        text: "Pengar för barnet utöver dess egen del av behovet",
        facts: read,
      },
    ],
    parts: { income: -overOre },
  };
};

/** Maintenance and study allowance that a parent receives count up to the child's own part of the need. */
export const childMoneyAtParents: Provision = {
  id: "child-money-at-parents",
  title: "Barnets pengar som betalas till en förälder",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Underhållsstöd, underhållsbidrag och studiebidrag är barnets pengar även när de betalas till en förälder. De räknas högst upp till barnets egen del av behovet. Är barnen flera antas pengarna vara lika fördelade; ryms de då inte inom varje barns del bedömer en person.",
  evaluate,
};
