import { incomeTypes } from "../../contracts/codes/incomes.js";
import { month } from "../../contracts/dates.js";
import { reportedIncomes } from "../counted-incomes.js";
import { cannotTell, met, missing } from "../findings.js";
import type { Found, Provision } from "../provision.js";

/** A retroactive benefit may concern months with aid; a person judges it. */
export const retroactiveIncome: Provision = {
  id: "retroactive-income",
  title: "Retroaktiv ersättning",
  basis: ["right-to-aid", "recovery"],
  from: month("2011-01"),
  explanation:
    "En ersättning som betalas ut i efterhand kan avse tid då hushållet fick bistånd. Den bedöms av en person. Tidigare felaktigt bistånd räknas aldrig av mot kommande månader.",
  evaluate: (facts, context) => ({
    findings: reportedIncomes(facts, context).flatMap(({ row }): readonly Found[] => {
      const mark = facts.mark();
      const retroactive = row.get("retroactive");
      const { title } = incomeTypes[row.get("type")];
      const read = facts.since(mark);
      if (retroactive === undefined)
        return [missing("income-own-time", read, { factId: row.id, what: `om ${title} är retroaktiv` })];
      if (!retroactive) return [met("income-own-time", read)];
      return [
        cannotTell("income-own-time", read, {
          reason: "retroactive-benefit",
          factId: row.id,
          text: `${title} är retroaktiv.`,
        }),
      ];
    }),
  }),
};
