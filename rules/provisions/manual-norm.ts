import { month } from "../../contracts/dates.js";
import { met } from "../findings.js";
import type { Counted, Provision } from "../provision.js";

/** A norm that a caseworker has entered with its citation, where the table cannot be used. */
export const manualNorm: Provision = {
  id: "manual-norm",
  title: "Norm angiven för hand",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Finns inget verifierat belopp, eller ska normen räknas högre eller lägre av särskilda skäl, anger en handläggare normen med källa. Då används den i stället för tabellen.",
  evaluate: (facts) => {
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
    return {
      findings: [met("norm-by-hand", read, `Norm angiven för hand: ${norm.citation}.`)],
      lines: [
        row(norm.personalOre, "Personliga kostnader, angivna för hand"),
        row(norm.commonOre, "Gemensamma kostnader, angivna för hand"),
      ],
      parts: { personal: norm.personalOre, common: norm.commonOre },
    };
  },
};
