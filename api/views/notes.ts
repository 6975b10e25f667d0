import { closingKinds } from "../../contracts/api/commands.js";
import type { CaseNote, ShownCase } from "../../contracts/api/case-view.js";
import type { CaseFacts } from "./case-facts.js";

type Facts = Pick<CaseFacts, "handovers" | "closing" | "staff">;

const nameOf = ({ staff }: Facts, staffId: string): string => staff.get(staffId) ?? "okänd";

/** What colleagues wrote when they handed a case over, put it aside or put it back; the silent ones are the log's. */
export const notesOf = (facts: Facts): CaseNote[] =>
  facts.handovers.flatMap(({ note, madeBy, handedTo, madeAt }) =>
    note === undefined
      ? []
      : [
          {
            text: note,
            by: nameOf(facts, madeBy),
            to: handedTo === null ? "listan" : nameOf(facts, handedTo),
            at: madeAt,
          },
        ],
  );

/** How a case ended without a decision on its merits, or null. */
export const closingOf = (facts: Facts): ShownCase["closing"] => {
  const { closing } = facts;
  if (closing?.recordedAt === undefined || closing.recordedAt === null) return null;
  return {
    title: closingKinds[closing.kind].title,
    explanation: closing.explanation,
    by: nameOf(facts, closing.endedBy),
    at: closing.recordedAt,
  };
};
