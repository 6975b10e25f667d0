import { month } from "../../contracts/dates.js";
import { formatKronor, type Ore } from "../../contracts/money.js";
import type { Facts } from "../facts.js";
import { met, notMet } from "../findings.js";
import type { Context, Counted, Provision } from "../provision.js";
import { commonCostsByTable } from "./common-costs.js";
import { personalCostsByTable } from "./personal-costs.js";

/** What the table itself gives, where every row of it is verified and nothing about the household is in question. */
const normByTable = (facts: Facts, context: Context): Ore | undefined => {
  const personal = personalCostsByTable(facts, context);
  const common = commonCostsByTable(facts, context);
  const isInQuestion = [...personal.findings, ...common.findings].some(({ result }) => result !== "met");
  const personalOre = personal.parts?.personal ?? null;
  const commonOre = common.parts?.common ?? null;
  return isInQuestion || personalOre === null || commonOre === null ? undefined : personalOre + commonOre;
};

/** A norm that a caseworker has entered with its citation, where the table cannot be used. */
export const manualNorm: Provision = {
  id: "manual-norm",
  title: "Norm angiven för hand",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Finns inget verifierat belopp anger en handläggare normen med källa, och den används i stället för tabellen. Går normen att läsa i tabellen är ett annat belopp en högre eller lägre norm, som kräver särskilda skäl: då skriver en person beslutet.",
  evaluate: (facts, context) => {
    const mark = facts.mark();
    const norm = facts.root.get("manualNorm");
    if (norm === undefined) return { findings: [] };
    const read = facts.since(mark);
    const row = (amountOre: number, text: string): Counted => ({
      kind: "norm",
      amountOre,
      verified: true,
      text,
      facts: read,
      source: norm.citation,
    });
    const byTableOre = normByTable(facts, context);
    const enteredOre = norm.personalOre + norm.commonOre;
    const deviates = byTableOre !== undefined && byTableOre !== enteredOre;
    return {
      findings: [
        deviates
          ? notMet("norm-by-hand", facts.since(mark), {
              reason: "norm-deviates",
              text: `Normen är angiven till ${formatKronor(enteredOre)} kr. Tabellen för månaden ger ${formatKronor(byTableOre)} kr.`,
              amountOre: enteredOre - byTableOre,
            })
          : met("norm-by-hand", read, `Norm angiven för hand: ${norm.citation}.`),
      ],
      lines: [
        row(norm.personalOre, "Personliga kostnader, angivna för hand"),
        row(norm.commonOre, "Gemensamma kostnader, angivna för hand"),
      ],
      parts: { personal: norm.personalOre, common: norm.commonOre },
    };
  },
};
