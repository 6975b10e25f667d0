import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import type { LetterContent, OwnWords } from "../../contracts/letter.js";
import { citationsFor } from "./citations.js";
import { headOf, writerFor } from "./compose-decision.js";
import { helpSection } from "./decision-sections.js";
import type { LetterInput } from "./letter-input.js";
import { untoldItems } from "./untold.js";

/** What the applicant is to be told, and by when an answer can be taken into account. */
export type CommunicationInput = LetterInput & {
  readonly sentOn: LocalDate;
  readonly answerBy: LocalDate;
  /** The material as the caseworker wrote it, in plain Swedish; a line for each point. */
  readonly material: OwnWords;
};

/** The letter before a decision that rests on something the applicant has not said (FL 25 §, 14 kap. 8 § SoL). */
export const composeCommunication = (input: CommunicationInput): LetterContent => {
  const { write, texts } = writerFor(input);
  const hearParty = citationsFor(input)("hear-party");
  const law = { from: "law", provision: hearParty } as const;
  const words = {
    answerBy: dateInWords(input.answerBy),
    phone: input.municipality.phone,
    caseNumber: input.caseNumber,
    hearParty,
  };
  const rows = untoldItems(input.case, write);
  return {
    ...headOf(input),
    kind: "communication",
    texts,
    date: input.sentOn,
    title: write.text("title.communication"),
    sections: [
      ...write.section("material", [
        write.paragraph("communication.intro", { from: "event", event: "communication" }),
        ...write.own(input.material),
        rows.length === 0
          ? undefined
          : write.paragraph("communication.rows", { from: "event", event: "readings" }, { items: rows }),
      ]),
      ...write.section("answer", [
        write.paragraph("communication.answer", law, { words }),
        write.paragraph("communication.board", law, { words }),
        write.paragraph("communication.law", law, { words }),
        write.paragraph("communication.voluntary", law, { words }),
      ]),
      ...helpSection(input, write),
    ],
  };
};
