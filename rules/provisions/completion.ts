import { dateInWords, month } from "../../contracts/dates.js";
import type { Facts } from "../facts.js";
import { met, notMet } from "../findings.js";
import type { Provision } from "../provision.js";

/** Whether something that only the applicant can mend is still as it was: a signature, or a document nobody can read. */
const isStillMissing = (facts: Facts): boolean => {
  const unsigned = facts.flags.get("signedByAll") === false;
  const unread = facts.costs.filter(
    (cost) => cost.get("proof") === "unreadable" && !facts.isSettled("document-unreadable", cost.id),
  );
  return unsigned || unread.length > 0;
};

/**
 * The applicant gets time to complete, and is reminded. After the last day, or where what came is not enough, the case
 * is a person's: waiting has a limit.
 */
export const completion: Provision = {
  id: "completion",
  title: "Komplettering",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  explanation:
    "Är komplettering begärd väntar ärendet till och med sista dagen, med en påminnelse. Därefter, eller om det som kom inte räcker, tar en person över. En ansökan gäller ändå från den dag den kom in.",
  evaluate: (facts) => {
    const mark = facts.mark();
    const asked = facts.root.get("completions") ?? [];
    const today = facts.root.get("today");
    const unanswered = asked.filter(({ answered }) => !answered);
    const open = unanswered.filter(({ answerBy, reached }) => today <= answerBy || reached === false);
    const unreached = open.filter(({ answerBy }) => answerBy < today);
    const latest = unanswered
      .map(({ answerBy }) => answerBy)
      .toSorted()
      .at(-1);
    if (latest !== undefined)
      return {
        findings: [
          open.length > 0
            ? notMet("completion-settled", facts.since(mark), {
                reason: "completion-asked",
                text:
                  unreached.length > 0
                    ? "Brevet om vad som saknas har inte nått den sökande, så tiden att komplettera har inte löpt ut."
                    : `Den sökande kan komplettera till och med ${dateInWords(latest)}.`,
              })
            : notMet("completion-settled", facts.since(mark), {
                reason: "completion-overdue",
                text: `Kompletteringen skulle ha kommit senast ${dateInWords(latest)}.`,
              }),
        ],
      };
    const isInsufficient = asked.length > 0 && isStillMissing(facts);
    const read = facts.since(mark);
    if (!isInsufficient) return { findings: [met("completion-settled", read)] };
    return {
      findings: [
        notMet("completion-settled", read, {
          reason: "completion-insufficient",
          text: "Den sökande har svarat, men det som behövdes finns ännu inte.",
        }),
      ],
    };
  },
};
