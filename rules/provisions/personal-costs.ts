import { ageOn, month } from "../../contracts/dates.js";
import type { Facts } from "../facts.js";
import { cannotTell, missing } from "../findings.js";
import { adultsOf, childrenOf, visitingChildrenOf } from "../household.js";
import { bornAfterMonth, childRow, isWholeMonth, normCell, partOfMonth, type NormRow } from "../norm-rows.js";
import type { Context, Evaluation, Found, Provision } from "../provision.js";

const comingOfAge = 18;

const adultRow = (facts: Facts, context: Context): NormRow => {
  const mark = facts.mark();
  const adults = adultsOf(facts);
  const unborn = adults.find((adult) => adult.get("birthDate") > context.calendar.lastDay);
  if (unborn !== undefined) return { line: null, findings: [bornAfterMonth(unborn, facts.since(mark))] };
  const minor = adults.find((adult) => ageOn(adult.get("birthDate"), context.calendar.firstDay) < comingOfAge);
  if (minor !== undefined)
    return {
      line: null,
      findings: [
        cannotTell("member-placed", facts.since(mark), {
          reason: "not-codified",
          factId: minor.id,
          text: "Sökande eller medsökande är under 18 år.",
        }),
      ],
    };
  const isCouple = adults.length > 1;
  const { cell, finding } = normCell(isCouple ? "adult-couple" : "adult-single", context);
  if (cell === undefined) return { line: null, findings: [finding] };
  const days = adults.map((adult) => adult.get("days"));
  const fewest = Math.min(...days.map((count) => count ?? context.calendar.days));
  const isPart = !isWholeMonth(fewest, context);
  return {
    line: {
      kind: "norm",
      amountOre: partOfMonth(cell.amountOre, fewest, context),
      verified: cell.verified,
      text: `${isCouple ? "Sambor, två vuxna" : "Ensamstående vuxen"}${isPart ? `, ${String(fewest)} dagar` : ""}`,
      facts: facts.since(mark),
      source: cell.source,
    },
    findings: [finding],
  };
};

/** A child who lives in the home counts for the whole month; how many days has to be known all the same. */
const unknownDays = (facts: Facts): readonly Found[] =>
  childrenOf(facts).flatMap((child) => {
    const mark = facts.mark();
    if (child.get("days") !== undefined) return [];
    return [missing("visits-agreed", facts.since(mark), { factId: child.id, what: "barnets dagar i hemmet" })];
  });

/** What the table gives for everyone in the household, whether or not it is what is used. */
export const personalCostsByTable = (facts: Facts, context: Context): Evaluation => {
  const rows = [
    adultRow(facts, context),
    ...[...childrenOf(facts), ...visitingChildrenOf(facts)].map((child) => {
      const mark = facts.mark();
      if (child.get("role") === "visiting-child" && child.get("days") === undefined)
        return {
          line: null,
          findings: [missing("visits-agreed", facts.since(mark), { factId: child.id, what: "umgängesdagar" })],
        };
      return childRow(child, { context, read: () => facts.since(mark) });
    }),
  ];
  const lines = rows.flatMap(({ line }) => (line === null ? [] : [line]));
  return {
    findings: [...rows.flatMap(({ findings }) => findings), ...unknownDays(facts)],
    lines,
    parts: {
      personal: lines.length === rows.length ? lines.reduce((sum, { amountOre }) => sum + amountOre, 0) : null,
    },
  };
};

/** Personal costs of everyone in the household, by the table of the month. */
export const personalCosts: Provision = {
  id: "personal-costs",
  title: "Riksnorm: personliga kostnader",
  basis: ["norm-table", "calculation"],
  from: month("2011-01"),
  explanation:
    "Varje vuxen och varje barn har en rad i riksnormen. Barn till och med 6 år har en lägre rad när de äter lunch i förskolan fem dagar i veckan. Elever som bor hemma räknas till och med 20 år. Ett belopp som inte är verifierat för månaden läggs aldrig till grund för ett beslut utan en person.",
  evaluate: (facts, context) =>
    facts.root.get("manualNorm") === undefined ? personalCostsByTable(facts, context) : { findings: [] },
};
