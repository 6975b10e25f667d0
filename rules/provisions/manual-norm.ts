import { month } from "../../contracts/dates.js";
import { formatKronor, type Ore } from "../../contracts/money.js";
import type { Facts } from "../facts.js";
import { met, notMet } from "../findings.js";
import type { Context, Counted, Found, Provision } from "../provision.js";
import { commonCostsByTable } from "./common-costs.js";
import { personalCostsByTable } from "./personal-costs.js";

type ByTable = {
  /** What the table gives, also by rows that are not verified; undefined where it gives nothing. */
  readonly amountOre: Ore | undefined;
  readonly isVerified: boolean;
  /** What is asked about the household: a norm by hand answers for the table's figures, not for who lives in the home. */
  readonly questions: readonly Found[];
};

const normByTable = (facts: Facts, context: Context): ByTable => {
  const personal = personalCostsByTable(facts, context);
  const common = commonCostsByTable(facts, context);
  const open = [...personal.findings, ...common.findings].filter(({ result }) => result !== "met");
  const questions = open.filter(({ reason }) => reason !== "no-verified-table");
  const personalOre = personal.parts?.personal ?? null;
  const commonOre = common.parts?.common ?? null;
  return {
    amountOre: personalOre === null || commonOre === null ? undefined : personalOre + commonOre,
    isVerified: open.length === 0,
    questions,
  };
};

/** Whether a sum is another than a verified table gives, or lower than one that is not. */
const deviates = (enteredOre: Ore, { amountOre, isVerified }: ByTable): boolean => {
  if (amountOre === undefined) return false;
  return isVerified ? enteredOre !== amountOre : enteredOre < amountOre;
};

/** A norm that a caseworker has entered with its citation, where the table cannot be used. */
export const manualNorm: Provision = {
  id: "manual-norm",
  title: "Norm angiven för hand",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Finns inget verifierat belopp anger en handläggare normen med källa, och den används i stället för tabellen. Går normen att läsa i tabellen är ett annat belopp en högre eller lägre norm, som kräver särskilda skäl: då skriver en person beslutet. Det gäller också ett lägre belopp än tabellens, när det inte är verifierat. Frågor om hushållet står kvar.",
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
    const byTable = normByTable(facts, context);
    const enteredOre = norm.personalOre + norm.commonOre;
    return {
      findings: [
        ...byTable.questions,
        byTable.amountOre !== undefined && deviates(enteredOre, byTable)
          ? notMet("norm-by-hand", facts.since(mark), {
              reason: "norm-deviates",
              text: `Normen är angiven till ${formatKronor(enteredOre)} kr. Tabellen för månaden ger ${formatKronor(byTable.amountOre)} kr${byTable.isVerified ? "" : ", inte verifierat"}.`,
              amountOre: enteredOre - byTable.amountOre,
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
