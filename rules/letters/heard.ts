import { dateInWords } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterCommunication, LetterDecision, LetterParagraph, LetterSection } from "../../contracts/letter.js";
import type { DecisionLetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

const event = { from: "event", event: "communication" } as const;
const law = { from: "law", provision: "25 § FL (2017:900)" } as const;

type Heard = {
  readonly communication: LetterCommunication;
  readonly decision: LetterDecision;
  readonly write: Writer;
};

const answerParagraph = ({ communication: { answer }, decision, write }: Heard): LetterParagraph | undefined =>
  // What came after the decision was not a part of it.
  answer === undefined || (decision.hearing !== "answered" && answer.on > decision.decidedOn)
    ? undefined
    : write.paragraph("heard.answer", event, {
        words: { answeredOn: dateInWords(answer.on), orally: answer.orally ? " muntligt" : "", answer: answer.text },
      });

/** What was sent, and to which day they could answer: the day they were told, and the one it was moved to. */
const sentParagraph = ({ communication: { sentOn, answerBy, answerByTold }, write }: Heard): LetterParagraph => {
  const words = { sentOn: dateInWords(sentOn), answerBy: dateInWords(answerBy) };
  return answerByTold === undefined
    ? write.paragraph("heard.done", event, { words })
    : write.paragraph("heard.done-late", event, { words: { ...words, toldBy: dateInWords(answerByTold) } });
};

/** They could answer on all that the decision rests on; a person may still have written why something was left out. */
const whollyHeard = (heard: Heard): readonly LetterParagraph[] => {
  const { decision, write } = heard;
  const { communicationUnneeded: unneeded } = decision;
  return [
    sentParagraph(heard),
    answerParagraph(heard) ?? write.paragraph("heard.no-answer", event),
    ...(unneeded === undefined ? [] : [write.paragraph("heard.unneeded-rest", law), ...write.own(unneeded)]),
  ];
};

/** Something was sent, but the decision rests on more, or was made before it had arrived or the time had run out. */
const partlyHeard = (heard: Heard): readonly (LetterParagraph | undefined)[] => {
  const { communication, decision, write } = heard;
  const { communicationUnneeded: unneeded } = decision;
  const words = { sentOn: dateInWords(communication.sentOn) };
  return unneeded === undefined
    ? [write.paragraph("heard.partly-granted-all", law, { words }), answerParagraph(heard)]
    : [write.paragraph("heard.partly", law, { words }), ...write.own(unneeded), answerParagraph(heard)];
};

const notHeard = ({ communicationUnneeded: unneeded }: LetterDecision, write: Writer): readonly LetterParagraph[] =>
  unneeded === undefined
    ? [write.paragraph("heard.not-needed", event)]
    : [write.paragraph("heard.unneeded", law), ...write.own(unneeded)];

const heardParagraphs = (
  { communication, decision }: DecisionLetterInput,
  write: Writer,
): readonly (LetterParagraph | undefined)[] => {
  const { hearing } = decision;
  if (hearing === "none") return notHeard(decision, write);
  if (communication === undefined)
    throw new Fault("InvariantBroken", "Det står inte vad den sökande fick yttra sig om.");
  const heard = { communication, decision, write };
  return hearing === "not-covered" ? partlyHeard(heard) : whollyHeard(heard);
};

/** Whether the applicant could answer before the decision, and what the answer was; or why it was not needed. */
export const heardSection = (input: DecisionLetterInput, write: Writer): LetterSection[] =>
  write.section("heard", heardParagraphs(input, write));

/** Whether the decision may go against the applicant: they could answer, or a person has written why not (FL 25 §). */
export const isHeardOrExplained = ({ decision }: DecisionLetterInput): boolean =>
  decision.hearing === "answered" || decision.hearing === "silent" || decision.communicationUnneeded !== undefined;
