import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import type { LetterContent, LetterDecision, LetterParagraph } from "../../contracts/letter.js";
import { writtenOffAppealSection } from "./appeal.js";
import { headOf, writerFor } from "./compose-decision.js";
import { helpSection } from "./decision-sections.js";
import type { LetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

/** Why an application is written off: it was withdrawn, or it has been tried in another decision, named as its maker does. */
export type WrittenOffGround =
  | { readonly kind: "withdrawn"; readonly on: LocalDate }
  | { readonly kind: "decided-elsewhere"; readonly reference: string; readonly on: LocalDate };

/** What the letter needs beside what every letter does. */
export type WrittenOffInput = LetterInput & {
  readonly ground: WrittenOffGround;
  readonly decision: Pick<LetterDecision, "decidedOn" | "decidedBy" | "delegationItem">;
};

const decisionParagraph = (ground: WrittenOffGround, write: Writer): LetterParagraph => {
  const trace = { from: "event", event: "closing" } as const;
  const on = dateInWords(ground.on);
  switch (ground.kind) {
    case "withdrawn":
      return write.paragraph("written-off.withdrawn", trace, { words: { on } });
    case "decided-elsewhere":
      return write.paragraph("written-off.decided-elsewhere", trace, { words: { on, reference: ground.reference } });
  }
};

/** The letter of a decision to write an application off, without trying it: why, who decided it, and how it is appealed. */
export const composeWrittenOff = (input: WrittenOffInput): LetterContent => {
  const { ground, decision, municipality, caseNumber } = input;
  const { decidedOn, decidedBy, delegationItem } = decision;
  const { write, texts } = writerFor(input);
  return {
    ...headOf(input),
    kind: "written-off",
    texts,
    date: decidedOn,
    title: write.text("title.written-off"),
    sections: [
      ...write.section("decision", [
        decisionParagraph(ground, write),
        write.paragraph("written-off.again", { from: "law", provision: "12 kap. 1 § SoL (2025:400)" }),
      ]),
      ...write.section("made", [
        write.paragraph(
          "written-off.decider",
          { from: "event", event: "closing" },
          { words: { decidedBy: decidedBy.name, decidedByTitle: decidedBy.title, delegationItem } },
        ),
      ]),
      ...helpSection(input, write),
    ],
    appeal: writtenOffAppealSection({ municipality, caseNumber, decidedOn }, write),
  };
};
