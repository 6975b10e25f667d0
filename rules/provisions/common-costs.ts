import type { Member } from "../../contracts/case.js";
import { month } from "../../contracts/dates.js";
import type { NormCellKey } from "../../contracts/rule-pack.js";
import type { Facts, Row } from "../facts.js";
import { cannotTell, met, missing, notMet } from "../findings.js";
import { adultsOf, childrenOf, partTimeChildrenOf, visitingChildrenOf } from "../household.js";
import { isWholeMonth, normCell } from "../norm-rows.js";
import type { Context, Counted, Evaluation, Found, Provision } from "../provision.js";
import { isWholeKronor, roundOre } from "../rounding.js";

/** The row of the common costs for a household of one, two and up to seven. */
export const rowOfSize: readonly NormCellKey[] = [
  "common-1",
  "common-2",
  "common-3",
  "common-4",
  "common-5",
  "common-6",
  "common-7",
];

type CommonCost = { readonly amountOre: number; readonly verified: boolean; readonly source: string };

/** Common costs of a household of a size. Above seven, each further member adds the difference of the last two rows. */
const commonOf = (
  size: number,
  context: Context,
): { readonly cost: CommonCost | undefined; readonly findings: readonly Found[] } => {
  const key = rowOfSize[Math.min(size, rowOfSize.length) - 1] ?? "common-1";
  const { cell, finding } = normCell(key, context);
  const over = Math.max(0, size - rowOfSize.length);
  if (over === 0 || cell === undefined) return { cost: cell, findings: [finding] };
  const extra = normCell("common-extra", context);
  const cost = extra.cell && {
    amountOre: cell.amountOre + over * extra.cell.amountOre,
    verified: cell.verified && extra.cell.verified,
    source: cell.source,
  };
  return { cost, findings: [finding, extra.finding] };
};

/** Children who are in the home for a part of the time: on visits, or living there by turns. */
const partlyAtHome = (facts: Facts, context: Context): readonly Row<Member>[] => [
  ...visitingChildrenOf(facts),
  ...partTimeChildrenOf(facts, context),
];

/** Those of them who are counted among the people who share the costs, by their agreement or by the open reading. */
const countedVisitors = (facts: Facts, context: Context): number =>
  partlyAtHome(facts, context).filter((child) => {
    if ((child.get("days") ?? 0) === 0) return false;
    const agreed = child.get("agreement")?.commonCost;
    return (agreed ?? context.reading("part-time-child-common-cost")) === "counted";
  }).length;

const linesText = (size: number): string =>
  `Gemensamma kostnader, ${String(size)} ${size === 1 ? "person" : "personer"}`;

type Share = { readonly amountOre: number; readonly text: string };

/** The household's share when it lives with others without being cohabiting partners. */
const shareOf = (
  wholeOre: number,
  { home, members, context }: { home: number; members: number; context: Context },
): Share => {
  const exact = (wholeOre * members) / home;
  const amountOre = isWholeKronor(exact) ? exact : roundOre(exact, context.reading("round-norm-row"));
  return {
    amountOre,
    text: `Gemensamma kostnader, ${members === 1 ? "en" : String(members)} av ${String(home)} i hemmet`,
  };
};

type Size = { readonly members: number; readonly home: number | undefined; readonly shares: boolean | undefined };

const communityFinding = (facts: Facts, { size, context }: { size: Size; context: Context }): Found => {
  const mark = facts.mark();
  const { members, home, shares } = size;
  if (shares === undefined || home === undefined)
    return missing("community-settled", ["household.sharesHome", "household.sizeInHome"], {
      factId: home === undefined ? "sizeInHome" : "sharesHome",
      what: "vilka som bor i hemmet",
    });
  const visitors = partlyAtHome(facts, context).length;
  if (!shares) {
    const isAsMembers = home === members || home === members + visitors;
    const read = ["household.sharesHome", "household.sizeInHome", ...facts.since(mark)];
    return isAsMembers
      ? met("community-settled", read)
      : notMet("community-settled", read, {
          reason: "shared-household",
          text: `I hemmet bor ${String(home)} personer, men hushållet är ${String(members)}.`,
        });
  }
  const until = facts.household.get("sharesHomeUntil");
  const read = facts.since(mark);
  if (until === undefined)
    return missing("community-settled", read, {
      factId: "sharesHomeUntil",
      what: "hur länge hushållsgemenskapen är klarlagd",
    });
  return until >= context.calendar.lastDay
    ? met("community-settled", read)
    : notMet("community-settled", read, {
        reason: "shared-household",
        text: "Fördelningen i hushållsgemenskapen gäller inte hela månaden.",
      });
};

/** What the table gives in common costs, whether or not it is what is used. */
export const commonCostsByTable = (facts: Facts, context: Context): Evaluation => {
  const mark = facts.mark();
  const adults = adultsOf(facts);
  const isPartMonth = adults.some((adult) => !isWholeMonth(adult.get("days") ?? context.calendar.days, context));
  if (isPartMonth)
    return {
      findings: [
        cannotTell("whole-month", facts.since(mark), {
          reason: "part-month",
          text: "De gemensamma kostnaderna för del av månad bestäms av en person.",
        }),
      ],
      parts: { common: null },
    };
  const members = adults.length + childrenOf(facts).length - partTimeChildrenOf(facts, context).length;
  const sharesHome = facts.household.get("sharesHome");
  const home = facts.household.get("sizeInHome");
  const community = communityFinding(facts, { size: { members, home, shares: sharesHome }, context });
  const visitors = countedVisitors(facts, context);

  const isContradictory = sharesHome !== true && home !== undefined && community.reason === "shared-household";
  const isUnknown = sharesHome === undefined && home !== undefined && home !== members;
  if (isContradictory || isUnknown || (sharesHome === true && (home === undefined || home < members)))
    return {
      findings: [
        community,
        ...(community.reason === undefined
          ? [
              cannotTell("community-settled", facts.since(mark), {
                reason: "shared-household",
                text: "Antalet personer i hemmet är mindre än hushållet.",
              }),
            ]
          : []),
      ],
      parts: { common: null },
    };

  const sharing = sharesHome === true && home !== undefined && home > members ? home : undefined;
  const isOneAdult = members === 1;
  const usesShare =
    sharing !== undefined && (isOneAdult || context.reading("family-in-community") === "share-by-members");
  const size = usesShare ? sharing : members + visitors;
  const { cost, findings } = commonOf(size, context);
  if (cost === undefined) return { findings: [community, ...findings], parts: { common: null } };
  const share: Share = usesShare
    ? shareOf(cost.amountOre, { home: sharing, members, context })
    : { amountOre: cost.amountOre, text: linesText(size) };
  const line: Counted = {
    kind: "norm",
    ...share,
    verified: cost.verified,
    facts: facts.since(mark),
    source: cost.source,
  };
  return { findings: [community, ...findings], lines: [line], parts: { common: line.amountOre } };
};

/** Common costs by the number of people, or the household's share of them in a household community. */
export const commonCosts: Provision = {
  id: "common-costs",
  title: "Riksnorm: gemensamma hushållskostnader",
  basis: ["norm-household", "norm-table", "calculation"],
  from: month("2011-01"),
  explanation:
    "De gemensamma kostnaderna följer antalet personer i hushållet. Om ett barn som är i hemmet en del av månaden räknas med står i avtalet eller i kommunens val; annars avgör en person. Är de fler än sju läggs skillnaden mellan raderna för sju och sex till för var och en. En vuxen som delar bostad utan att vara sambo får hela hemmets gemensamma kostnader delade med antalet personer.",
  evaluate: (facts, context) =>
    facts.root.get("manualNorm") === undefined ? commonCostsByTable(facts, context) : { findings: [] },
};
