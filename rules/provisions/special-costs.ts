import type { Cost } from "../../contracts/case.js";
import type { CostType } from "../../contracts/codes/costs.js";
import { month } from "../../contracts/dates.js";
import { formatKronor, sumOre, type Ore } from "../../contracts/money.js";
import type { Facts, Row } from "../facts.js";
import { cannotTell, met } from "../findings.js";
import type { Context, Provision } from "../provision.js";
import { isWeighedByPerson } from "./cost-individual.js";

/** The costs of income support: the closed list of 12 kap. 7 § first paragraph 2 SoL. Every other cost is a special one. */
const ofIncomeSupport = [
  "rent",
  "electricity",
  "home-insurance",
  "work-travel",
  "union-fee",
  "unemployment-fund",
] as const satisfies readonly CostType[];

const isSpecial = (type: CostType): boolean => !ofIncomeSupport.some((listed) => listed === type);

/** What a special cost stands for in the calculation; nothing where only a person can say what it is worth. */
const countedOre = (cost: Row<Cost>, { parameters }: Context): Ore => {
  const assessedOre = cost.get("assessedOre");
  if (assessedOre !== undefined) return assessedOre;
  const type = cost.get("type");
  return isWeighedByPerson(type) || parameters.costRule(type) === undefined ? 0 : cost.get("appliedOre");
};

/** Means less the need of income support, the special costs left out; undefined where something is not known. */
const surplusWithout = (specialOre: Ore, { soFar }: Context): Ore | undefined => {
  const [personal, common, cost, income] = [soFar("personal"), soFar("common"), soFar("cost"), soFar("income")];
  if (personal === null || common === null || cost === null || income === null) return undefined;
  return income - (personal + common + cost - specialOre);
};

const evaluate: Provision["evaluate"] = (facts: Facts, context) => {
  const mark = facts.mark();
  const specialOre = sumOre(
    facts.costs.filter((cost) => isSpecial(cost.get("type"))).map((cost) => countedOre(cost, context)),
  );
  const surplusOre = surplusWithout(specialOre, context);
  if (specialOre === 0 || surplusOre === undefined) return { findings: [] };
  const read = [...facts.since(mark), "lines"];
  if (surplusOre < 0) return { findings: [met("uncodified-absent", read)] };
  return {
    findings: [
      cannotTell("uncodified-absent", read, {
        reason: "not-codified",
        factId: "special-costs",
        text: `Utan kostnaderna utöver försörjningsstödet, ${formatKronor(specialOre)} kr, är inkomsterna ${formatKronor(surplusOre)} kr högre än behovet. En person avgör hur mycket av dem som överskottet ska täcka.`,
        amountOre: surplusOre,
      }),
    ],
  };
};

/** A surplus on income support against a special cost: half a refusal, which is a person's. */
export const specialCosts: Provision = {
  id: "special-costs",
  title: "Kostnader utöver försörjningsstödet vid överskott",
  basis: ["calculation", "right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Räcker inkomsterna till normen och de kostnader som hör till försörjningsstödet, men inte till exempelvis glasögon, avgör en person hur mycket av den kostnaden hushållet betalar självt. Någon regel om det är inte funnen, och ett bifall till en del är också ett avslag. Beräkningen visar skillnaden.",
  evaluate,
};
