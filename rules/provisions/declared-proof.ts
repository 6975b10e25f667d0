import { incomeTypes } from "../../contracts/codes/incomes.js";
import type { Proof } from "../../contracts/codes/costs.js";
import { month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { listedIncomes, type MonthIncome } from "../counted-incomes.js";
import type { Facts } from "../facts.js";
import { met, missing, notMet } from "../findings.js";
import type { Found, Provision } from "../provision.js";

const proofFinding = ({ row }: MonthIncome, facts: Facts): readonly Found[] => {
  const mark = facts.mark();
  if (row.get("source") !== "applicant") return [];
  const { title } = incomeTypes[row.get("type")];
  const factId = row.id;
  const proof: Proof | undefined = row.get("proof");
  switch (proof) {
    case "document": {
      const documentOre = row.get("documentOre");
      const netOre = row.get("netOre");
      const read = facts.since(mark);
      if (documentOre === undefined)
        return [missing("income-proved", read, { factId, what: `beloppet på underlaget för ${title}` })];
      if (documentOre === netOre) return [met("income-proved", read)];
      return [
        notMet("income-proved", read, {
          reason: "document-mismatch",
          factId,
          text: `${title}: uppgivet ${formatKronor(netOre)} kr, underlaget visar ${formatKronor(documentOre)} kr.`,
          amountOre: documentOre - netOre,
        }),
      ];
    }
    case "unreadable":
      return [
        notMet("income-proved", facts.since(mark), {
          reason: "document-unreadable",
          factId,
          text: `Underlaget för ${title} gick inte att läsa.`,
        }),
      ];
    case "mismatch":
      return [
        notMet("income-proved", facts.since(mark), {
          reason: "document-mismatch",
          factId,
          text: `Underlaget för ${title} gäller någon annan eller något annat.`,
        }),
      ];
    case "standing":
    case "declared":
    case "none":
    case undefined:
      return [missing("income-proved", facts.since(mark), { factId, what: `underlag för ${title}` })];
  }
};

/** An income that only the applicant tells of is shown by a document with the same amount. */
export const declaredProof: Provision = {
  id: "declared-proof",
  title: "Underlag för uppgivna inkomster",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  explanation:
    "En inkomst som bara den sökande har uppgett ska styrkas av ett underlag som gäller rätt person och visar samma belopp.",
  evaluate: (facts, context) => ({
    findings: listedIncomes(facts, context).flatMap((income) => proofFinding(income, facts)),
  }),
};
