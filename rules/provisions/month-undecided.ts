import { month } from "../../contracts/dates.js";
import { met, missing, notMet } from "../findings.js";
import type { Provision } from "../provision.js";

/** A month is decided once; another application for it is linked and sent to a person, never dropped. */
export const monthUndecided: Provision = {
  id: "month-undecided",
  title: "Månaden är inte beslutad",
  basis: ["start-inquiry", "responsible-municipality"],
  from: month("2011-01"),
  explanation:
    "Är månaden redan beslutad, här eller i en annan kommun, kan ansökan vara ett tillägg eller ett nytt anspråk. Den får ett eget beslut av en person.",
  evaluate: (facts, { calendar }) => {
    const mark = facts.mark();
    const history = facts.history();
    if (history === undefined)
      return {
        findings: [missing("month-undecided", facts.since(mark), { factId: "history", what: "tidigare beslut" })],
      };
    const decided = history.filter(
      (row) => row.get("month") === calendar.month && row.get("outcome") !== "not-applied",
    );
    const elsewhere = decided.find((row) => row.get("municipality") !== undefined);
    const read = facts.since(mark);
    if (elsewhere !== undefined)
      return {
        findings: [
          notMet("month-undecided", read, {
            reason: "decided-elsewhere",
            text: `Månaden är beslutad i ${elsewhere.get("municipality") ?? "en annan kommun"}.`,
          }),
        ],
      };
    if (decided.length > 0)
      return {
        findings: [notMet("month-undecided", read, { reason: "month-decided", text: "Månaden är redan beslutad." })],
      };
    return { findings: [met("month-undecided", read)] };
  },
};
