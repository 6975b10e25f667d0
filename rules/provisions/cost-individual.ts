import type { Cost } from "../../contracts/case.js";
import { costTypes, type CostType } from "../../contracts/codes/costs.js";
import { month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import type { Facts, Row } from "../facts.js";
import { cannotTell, notMet } from "../findings.js";
import { judgeCosts } from "../listed-cost.js";
import type { Found, Provision } from "../provision.js";

/** Needs that no rule can weigh. What a person approves is counted. */
const individual = [
  "medical-care",
  "dental-care",
  "acute-dental-care",
  "glasses",
  "childcare",
  "home-equipment",
  "moving",
  "visitation-travel",
  "debt",
  "other-cost",
] as const satisfies readonly CostType[];

/** Needs outside a reasonable standard of living, which the board may meet all the same. */
const discretionary = ["driving-licence"] as const satisfies readonly CostType[];

/** Whether a kind of cost is weighed by a person every time, so that no guideline of a municipality is read for it. */
export const isWeighedByPerson = (type: CostType): boolean =>
  [...individual, ...discretionary].some((weighed) => weighed === type);

const discretionaryFinding = (cost: Row<Cost>, facts: Facts): Found => {
  const mark = facts.mark();
  const { title } = costTypes[cost.get("type")];
  const amountOre = cost.get("appliedOre");
  return notMet("cost-codified", facts.since(mark), {
    reason: "discretionary-aid",
    factId: cost.id,
    text: `${title}, ${formatKronor(amountOre)} kr: prövas först som rätt till bistånd, sedan som bistånd utöver rätten.`,
    amountOre,
  });
};

const individualFinding = (cost: Row<Cost>, facts: Facts): readonly Found[] => {
  const mark = facts.mark();
  if (cost.get("assessedOre") !== undefined) return [];
  const { title } = costTypes[cost.get("type")];
  const amountOre = cost.get("appliedOre");
  return [
    cannotTell("cost-codified", facts.since(mark), {
      reason: "cost-not-assessed",
      factId: cost.id,
      text: `${title}, ${formatKronor(amountOre)} kr: behovet prövas av en person.`,
      amountOre,
    }),
  ];
};

/** Other living costs are weighed by a person, one need at a time, and stay outside the calculation until then. */
export const costIndividual: Provision = {
  id: "cost-individual",
  title: "Kostnader som prövas individuellt",
  basis: ["right-to-aid", "discretionary-aid"],
  from: month("2011-01"),
  explanation:
    "Tandvård, glasögon, hemutrustning och liknande behov prövas av en person och räknas först när någon har godkänt ett belopp. Körkort prövas av en person, först som rätt till bistånd (12 kap. 1 §) och sedan som bistånd utöver rätten. Ett sådant beslut fattas aldrig automatiskt.",
  evaluate: (facts, context) => {
    const judged = individual.map((type) => judgeCosts(type, { facts, context, withoutRule: "never-ruled" }));
    const lines = judged.flatMap((evaluation) => evaluation.lines ?? []);
    return {
      findings: [
        ...judged.flatMap(({ findings }) => findings.filter(({ code }) => code === "cost-approved-in-full")),
        ...facts.costs
          .filter((cost) => individual.some((type) => type === cost.get("type")))
          .flatMap((cost) => individualFinding(cost, facts)),
        ...facts.costs
          .filter((cost) => discretionary.some((type) => type === cost.get("type")))
          .map((cost) => discretionaryFinding(cost, facts)),
      ],
      lines,
      parts: { cost: lines.reduce((sum, { amountOre }) => sum + amountOre, 0) },
    };
  },
};
