import type { Member } from "../../contracts/case.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { month } from "../../contracts/dates.js";
import { formatKronor, type Ore } from "../../contracts/money.js";
import { countable, incomesOfMonth, type MonthIncome } from "../counted-incomes.js";
import type { Facts, Row } from "../facts.js";
import { cannotTell, met, missing } from "../findings.js";
import { adultsOf, childrenOf, visitingChildrenOf } from "../household.js";
import { childRow } from "../norm-rows.js";
import type { Context, Counted, Evaluation, Found, Provision } from "../provision.js";

/** What the child has earned in the calendar year, before and after tax; undefined where a month does not say. */
type YearsEarnings = { readonly netOre: Ore; readonly grossOre: Ore | undefined };

const earnedInYear = (
  child: Row<Member>,
  { facts, context }: { facts: Facts; context: Context },
): YearsEarnings | undefined => {
  const year = context.calendar.controlMonth.slice(0, 4);
  const earnings = facts
    .earnings()
    ?.filter((row) => row.get("memberId") === child.id && row.get("month").startsWith(year));
  if (earnings === undefined) return undefined;
  const gross = earnings.map((row) => row.get("grossOre"));
  return {
    netOre: earnings.reduce((sum, row) => sum + row.get("netOre"), 0),
    grossOre: gross.every((amount) => amount !== undefined)
      ? gross.reduce((sum, amount) => sum + amount, 0)
      : undefined,
  };
};

/** Adds this month's pay where the earnings of the year do not hold it already. */
const withPay = (
  earned: YearsEarnings,
  { pay, facts, context }: { pay: readonly MonthIncome[]; facts: Facts; context: Context },
): YearsEarnings => {
  const isIncluded = facts
    .earnings()
    ?.some(
      (row) =>
        row.get("month") === context.calendar.controlMonth &&
        pay.some(({ row: paid }) => paid.get("memberId") === row.get("memberId")),
    );
  if (isIncluded === true) return earned;
  const gross = pay.map(({ row }) => row.get("grossOre"));
  const payGrossOre = gross.every((amount) => amount !== undefined)
    ? gross.reduce((sum, amount) => sum + amount, 0)
    : undefined;
  return {
    netOre: earned.netOre + pay.reduce((sum, { row }) => sum + row.get("netOre"), 0),
    grossOre: earned.grossOre === undefined || payGrossOre === undefined ? undefined : earned.grossOre + payGrossOre,
  };
};

/** Work income of a child or a pupil at home is left out up to one price base amount a calendar year; above it a person looks. */
const ownWork = (
  child: Row<Member>,
  { pay, facts, context }: { pay: readonly MonthIncome[]; facts: Facts; context: Context },
): Evaluation => {
  if (pay.length === 0) return { findings: [] };
  const mark = facts.mark();
  const limit = context.parameters.priceBaseAmount;
  const before = earnedInYear(child, { facts, context });
  if (before === undefined)
    return {
      findings: [
        missing("child-income-settled", facts.since(mark), {
          factId: child.id,
          what: "barnets arbetsinkomster under året",
        }),
      ],
      parts: { income: null },
    };
  if (limit?.verified !== true)
    return {
      findings: [
        cannotTell("child-income-settled", facts.since(mark), {
          reason: "child-income",
          factId: child.id,
          text: `Prisbasbeloppet för ${context.calendar.controlMonth.slice(0, 4)} är inte verifierat. Slå upp det, jämför med barnets arbetsinkomster under året och ange om lönen räknas.`,
        }),
      ],
      parts: { income: null },
    };
  const earned = withPay(before, { pay, facts, context });
  const isBelow = (amountOre: Ore | undefined): boolean => amountOre !== undefined && amountOre <= limit.amountOre;
  const isSame = isBelow(earned.netOre) === isBelow(earned.grossOre);
  const basis = context.reading("price-base-basis", !isSame);
  const read = facts.since(mark);
  if (isBelow(basis === "net" ? earned.netOre : earned.grossOre))
    return { findings: [met("child-income-settled", read, "Barnets arbetsinkomst räknas inte.")] };
  return {
    findings: [
      cannotTell("child-income-settled", read, {
        reason: "child-income",
        factId: child.id,
        text: `Barnets arbetsinkomster under året är mer än ett prisbasbelopp, ${formatKronor(limit.amountOre)} kr.`,
        amountOre: earned.netOre - limit.amountOre,
      }),
    ],
    parts: { income: null },
  };
};

/** How far the child's own money counts: its own part of the need, as far as the reading says. */
export const ownPart = (
  child: Row<Member>,
  { ownOre, facts, context }: { ownOre: Ore; facts: Facts; context: Context },
): Ore | undefined => {
  if (facts.root.get("manualNorm") !== undefined) return undefined;
  const personalOre = childRow(child, { context, read: () => [] }).line?.amountOre;
  if (personalOre === undefined) return undefined;
  const people = adultsOf(facts).length + childrenOf(facts).length;
  const shareOf = (part: "common" | "cost"): Ore => Math.floor((context.soFar(part) ?? 0) / people);
  switch (context.reading("child-own-part", ownOre > personalOre)) {
    case "personal":
      return personalOre;
    case "personal-and-common":
      return personalOre + shareOf("common");
    case "personal-common-and-costs":
      return personalOre + shareOf("common") + shareOf("cost");
  }
};

type OwnMoney = { readonly child: Row<Member>; readonly incomes: readonly MonthIncome[] };

/** The child's own benefits count up to its own part of the need; the rest is not the household's. */
const ownMoney = ({ child, incomes }: OwnMoney, { facts, context }: { facts: Facts; context: Context }): Evaluation => {
  if (incomes.length === 0) return { findings: [] };
  const mark = facts.mark();
  const lines: Counted[] = [];
  for (const income of incomes) {
    const lineMark = facts.mark();
    const counted = countable(income, context);
    if (counted.kind === "unknown") return { findings: [], lines, parts: { income: null } };
    if (counted.kind === "counts")
      lines.push({
        kind: "income",
        amountOre: counted.amountOre,
        verified: true,
        text: `${incomeTypes[income.row.get("type")].title}, barnets egna pengar`,
        facts: facts.since(lineMark),
      });
  }
  const ownOre = lines.reduce((sum, { amountOre }) => sum + amountOre, 0);
  if (ownOre === 0) return { findings: [] };
  const limitOre = ownPart(child, { ownOre, facts, context });
  const read = facts.since(mark);
  if (limitOre === undefined) {
    const unknown: Found = cannotTell("child-income-settled", read, {
      reason: "child-income",
      factId: child.id,
      text: "Barnets del av behovet är inte känd, så det går inte att se hur mycket av pengarna som räknas.",
    });
    return { findings: [unknown], lines, parts: { income: null } };
  }
  const overOre = Math.max(0, ownOre - limitOre);
  if (overOre > 0)
    lines.push({
      kind: "disregard",
      amountOre: overOre,
      verified: true,
      text: "Barnets pengar utöver dess egen del av behovet",
      facts: read,
    });
  return { findings: [met("child-income-settled", read)], lines, parts: { income: ownOre - overOre } };
};

const forChild = (
  child: Row<Member>,
  { facts, context }: { facts: Facts; context: Context },
): readonly Evaluation[] => {
  const own = incomesOfMonth(facts, context).filter(({ row }) => row.get("memberId") === child.id);
  const isPay = ({ row }: MonthIncome): boolean => row.get("type") === "salary" && row.get("assessed") === undefined;
  return [
    ownWork(child, { pay: own.filter(isPay), facts, context }),
    ownMoney({ child, incomes: own.filter((income) => !isPay(income)) }, { facts, context }),
  ];
};

/** A child's own work income and own money, each child for itself. */
export const childIncome: Provision = {
  id: "child-income",
  title: "Barns och elevers egna pengar",
  basis: ["child-income", "right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Arbetsinkomster för barn och elever som bor hemma räknas inte så länge de är högst ett prisbasbelopp under kalenderåret; därutöver bedömer en person. Barnets andra egna pengar räknas högst upp till barnets egen del av behovet. Resten är inte hushållets.",
  evaluate: (facts, context) => {
    const each = [...childrenOf(facts), ...visitingChildrenOf(facts)].flatMap((child) =>
      forChild(child, { facts, context }),
    );
    const amounts = each.map(({ parts }) => parts?.income);
    return {
      findings: each.flatMap(({ findings }) => findings),
      lines: each.flatMap(({ lines }) => lines ?? []),
      parts: {
        income: amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
      },
    };
  },
};
