import { month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { met, missing, notMet } from "../findings.js";
import type { Provision } from "../provision.js";

/** A housing cost that is no longer applied for may mean that the household has moved. */
export const rentContinues: Provision = {
  id: "rent-continues",
  title: "Boendekostnad jämfört med förra månaden",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  onlyRenewals: true,
  explanation:
    "Söker hushållet inte längre för boendet, fast det gjorde det förra månaden, frågas en person: kanske har någon flyttat.",
  evaluate: (facts) => {
    const mark = facts.mark();
    const previous = facts.previous();
    if (previous === undefined)
      return {
        findings: [
          missing("rent-continues", facts.since(mark), { factId: "previous", what: "förra månadens beräkning" }),
        ],
      };
    const rent = previous.lines.find((line) => line.get("kind") === "cost" && line.get("type") === "rent");
    const isApplied = facts.costs.some((cost) => cost.get("type") === "rent");
    const read = facts.since(mark);
    if (rent === undefined || isApplied) return { findings: [met("rent-continues", read)] };
    return {
      findings: [
        notMet("rent-continues", read, {
          reason: "cost-changed",
          text: `Hyra, ${formatKronor(rent.get("amountOre"))} kr förra månaden, söks inte den här månaden.`,
        }),
      ],
    };
  },
};
