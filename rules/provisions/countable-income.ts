import { incomeTypes } from "../../contracts/codes/incomes.js";
import { sources, type Source } from "../../contracts/codes/sources.js";
import { dateInWords, month } from "../../contracts/dates.js";
import { adultsIncomes, countable, type MonthIncome } from "../counted-incomes.js";
import type { Facts } from "../facts.js";
import { met } from "../findings.js";
import type { Context, Counted, Found, Provision } from "../provision.js";

/** Those who pay benefits. While one of them has not answered, nobody knows what the household received. */
const payers = ["FK", "SO", "CSN"] as const satisfies readonly Source[];

const isKnown = (source: Source, facts: Facts): boolean => {
  const status = facts.source(source);
  return (
    status === "read" ||
    status === "nothing-registered" ||
    (status === "unavailable" && facts.isSettled("source-unavailable", source))
  );
};

const payersFinding = (facts: Facts): Found => {
  const mark = facts.mark();
  const silent = payers.filter((source) => !isKnown(source, facts));
  const read = facts.since(mark);
  if (silent.length === 0) return met("incomes-known", read);
  const names = silent.map((source) => sources[source].title).join(", ");
  return {
    code: "incomes-known",
    result: "cannot-tell",
    text: `Inkomsterna går inte att räkna samman: svar saknas från ${names}.`,
    facts: read,
  };
};

const lineOf = (
  income: MonthIncome,
  { facts, context }: { facts: Facts; context: Context },
): Counted | "left-out" | "unknown" => {
  const mark = facts.mark();
  const counted = countable(income, context);
  if (counted.kind !== "counts") return counted.kind;
  const paidOn = income.row.get("paidOn");
  const title = incomeTypes[income.row.get("type")].title;
  return {
    kind: "income",
    amountOre: counted.amountOre,
    verified: true,
    text: paidOn === undefined ? title : `${title}, utbetalt ${dateInWords(paidOn)}`,
    facts: facts.since(mark),
  };
};

/** The net amount of every income of the control month that the lists or a person say counts. */
export const countableIncome: Provision = {
  id: "countable-income",
  title: "Inkomster som räknas",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Behovet i en månad möts av det som betalades ut månaden före. Inkomster räknas efter skatt. Vilka slag som räknas står i en lista; ett slag utanför listan, och en insättning, bedöms av en person.",
  evaluate: (facts, context) => {
    const payersKnown = payersFinding(facts);
    const outcomes = adultsIncomes(facts, context).map((income) => lineOf(income, { facts, context }));
    const lines = outcomes.filter((outcome) => typeof outcome === "object");
    const isKnownSum = payersKnown.result === "met" && !outcomes.includes("unknown");
    return {
      findings: [payersKnown],
      lines,
      parts: { income: isKnownSum ? lines.reduce((sum, { amountOre }) => sum + amountOre, 0) : null },
    };
  },
};
