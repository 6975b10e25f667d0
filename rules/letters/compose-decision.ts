import { monthInWords } from "../../contracts/dates.js";
import type { LetterContent, LetterKind, LetterSection } from "../../contracts/letter.js";
import { appealSection, legalitySection } from "./appeal.js";
import { composeAppendix } from "./appendix.js";
import { arithmetic, findingParagraphs } from "./arithmetic.js";
import {
  addedSections,
  applicationSection,
  childrenSection,
  dataSection,
  dutiesSection,
  helpSection,
  madeSection,
  paymentSection,
} from "./decision-sections.js";
import { discretionarySections } from "./discretionary.js";
import { heardSection } from "./heard.js";
import type { DecisionLetterInput, LetterInput } from "./letter-input.js";
import { letterPackFor } from "./letter-pack.js";
import { reducedReasons } from "./reduced-reasons.js";
import { isSupplement } from "./supplement.js";
import { capital, writerOf, type Writer } from "./writer.js";

/** A writer for a case: its month, its board, and whether it speaks to one or to two. */
export const writerFor = (input: LetterInput): { readonly write: Writer; readonly texts: LetterContent["texts"] } => {
  const { benefitMonth, household, flags } = input.case;
  const pack = letterPackFor(benefitMonth);
  const isCouple = household.members.some(({ role }) => role === "co-applicant");
  // A co-applicant who has not signed gets no letter, and is not spoken to in the other's.
  const readers = isCouple && flags.signedByAll !== false ? 2 : 1;
  const write = writerOf(pack, {
    readers,
    board: input.municipality.board,
    common: { month: monthInWords(benefitMonth) },
  });
  return { write, texts: { id: pack.id, version: pack.version } };
};

/** What stands at the head of every letter. */
export const headOf = (
  input: LetterInput,
): Pick<LetterContent, "schema" | "language" | "letterhead" | "recipientLines" | "caseNumber"> => ({
  schema: "skalig.letter.v1",
  language: "sv",
  letterhead: {
    municipality: input.municipality.name,
    board: capital(input.municipality.board),
    contactLines: input.municipality.contactLines,
  },
  recipientLines: [...input.recipientLines],
  caseNumber: input.caseNumber,
});

/** What differs between the outcomes of a decision. */
export type DecisionParts = {
  readonly kind: Extract<LetterKind, "grant" | "partial" | "refusal">;
  readonly decision: readonly LetterSection[];
  /** Before who decided: what was looked at beside the arithmetic. */
  readonly further: readonly LetterSection[];
};

/** Puts a decision letter together in the order it is read: the decision first, how to appeal last. */
export const composeDecision = (
  input: DecisionLetterInput,
  {
    write,
    texts,
    parts,
  }: { readonly write: Writer; readonly texts: LetterContent["texts"]; readonly parts: DecisionParts },
): LetterContent => {
  const payment = paymentSection(input, write);
  const legalityReview = legalitySection(input, write);
  return {
    ...headOf(input),
    kind: parts.kind,
    texts,
    date: input.decision.decidedOn,
    title: isSupplement(input) ? write.text("title.supplement") : write.text("title.decision"),
    sections: [
      ...parts.decision,
      ...discretionarySections(input, write),
      ...applicationSection(input, write),
      ...write.section("reasons", [
        ...arithmetic(input, write),
        ...findingParagraphs(input, write),
        ...reducedReasons(input, write),
        ...write.own(input.decision.reasons),
      ]),
      ...childrenSection(input, write),
      ...heardSection(input, write),
      ...parts.further,
      ...addedSections(input, write),
      ...madeSection(input, write),
      ...dutiesSection(write),
      ...helpSection(input, write),
      ...dataSection(input, write),
    ],
    ...(payment !== undefined && { payment }),
    appeal: appealSection(input, write),
    ...(legalityReview !== undefined && { legalityReview }),
    appendix: composeAppendix(input, write),
  };
};
