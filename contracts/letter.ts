import { z } from "zod";
import { codesOf, type CodeEntry } from "./codes/coded.js";
import { findingCodeSchema } from "./codes/findings.js";
import { localDateSchema, monthSchema } from "./dates.js";
import { oreSchema } from "./money.js";

/** Kinds of letter. The first four are decisions and carry appeal instructions; the others are about the handling. */
export const letterKinds = {
  grant: { title: "Bifall" },
  partial: { title: "Delvis bifall" },
  refusal: { title: "Avslag" },
  "written-off": { title: "Avskrivning" },
  communication: { title: "Begäran om yttrande" },
  completion: { title: "Begäran om komplettering" },
  reminder: { title: "Påminnelse om komplettering" },
} as const satisfies Record<string, CodeEntry>;
export const letterKindSchema = z.enum(codesOf(letterKinds));
export type LetterKind = z.output<typeof letterKindSchema>;

/** Where a paragraph comes from, so that every sentence can be answered for. */
export const letterTraceSchema = z.discriminatedUnion("from", [
  /** A finding or a figure of the receipt. */
  z.strictObject({ from: z.literal("finding"), code: findingCodeSchema }),
  z.strictObject({ from: z.literal("figure"), figure: z.string().max(40) }),
  /** Something that happened in the case: the application, the communication, the decision. */
  z.strictObject({ from: z.literal("event"), event: z.string().max(40) }),
  /** What the law says to everyone. */
  z.strictObject({ from: z.literal("law"), provision: z.string().max(120) }),
  /** Written by a named person. */
  z.strictObject({ from: z.literal("person"), name: z.string().max(120), on: localDateSchema }),
]);
export type LetterTrace = z.output<typeof letterTraceSchema>;

const paragraphSchema = z.strictObject({
  /** Id of the text in the letter pack; `own` for a person's own words. */
  textId: z.string().max(60),
  trace: letterTraceSchema,
  text: z.string().min(1).max(8000),
  /** Points under the paragraph. */
  items: z.array(z.string().max(1000)).exactOptional(),
});
export type LetterParagraph = z.output<typeof paragraphSchema>;

const sectionSchema = z.strictObject({ heading: z.string().max(120), paragraphs: z.array(paragraphSchema).min(1) });
export type LetterSection = z.output<typeof sectionSchema>;

/** A table of the appendix. Cells are finished text; a row that sums up the others is marked. */
export const letterTableSchema = z.strictObject({
  caption: z.string().max(120),
  /** Wide columns share the room that the narrow ones leave. */
  columns: z
    .array(
      z.strictObject({
        title: z.string().max(60),
        align: z.enum(["left", "right"]),
        width: z.enum(["narrow", "wide"]),
      }),
    )
    .min(2),
  rows: z.array(z.strictObject({ cells: z.array(z.string().max(600)), isTotal: z.boolean() })).min(1),
});
export type LetterTable = z.output<typeof letterTableSchema>;

/** A letter, finished but for its typesetting. The same content always gives the same bytes. */
export const letterContentSchema = z.strictObject({
  schema: z.literal("skalig.letter.v1"),
  kind: letterKindSchema,
  language: z.literal("sv"),
  /** Version of the texts that were used. */
  texts: z.strictObject({ id: z.string(), version: z.string() }),
  letterhead: z.strictObject({
    municipality: z.string().max(80),
    board: z.string().max(80),
    contactLines: z.array(z.string().max(120)),
  }),
  recipientLines: z.array(z.string().max(200)).min(1),
  caseNumber: z.string().max(40),
  /** Date of the decision, or of the letter where it is none. */
  date: localDateSchema,
  title: z.string().max(160),
  sections: z.array(sectionSchema).min(1),
  /** Kept apart from the decision: it can change without the decision changing. */
  payment: sectionSchema.exactOptional(),
  /** How a decision under 12 kap. 1 § SoL is appealed to the administrative court. */
  appeal: sectionSchema.exactOptional(),
  /** How the legality of a decision under 12 kap. 2 § SoL is tried: another way, to the same court. */
  legalityReview: sectionSchema.exactOptional(),
  appendix: z
    .strictObject({ title: z.string().max(160), note: z.string().max(2000), tables: z.array(letterTableSchema).min(1) })
    .exactOptional(),
});
export type LetterContent = z.output<typeof letterContentSchema>;

/** What a letter needs to know of the municipality. Adopted by the board, kept as data. */
export const letterMunicipalitySchema = z.strictObject({
  name: z.string().max(80),
  board: z.string().max(80),
  /** The administrative court that appeals are addressed to: "Förvaltningsrätten i …". */
  court: z.string().max(80),
  contactLines: z.array(z.string().max(120)).min(1),
  phone: z.string().max(40),
  /** Whom to ask about one's personal data. */
  dataProtectionContact: z.string().max(200),
});
export type LetterMunicipality = z.output<typeof letterMunicipalitySchema>;

/** The words of letters, by id. `{name}` is filled in; a finding's own sentence is found by its code. */
export const letterPackSchema = z.strictObject({
  schema: z.literal("skalig.letters.v1"),
  id: z.string(),
  version: z.string(),
  language: z.literal("sv"),
  /** Benefit months whose law the texts cite. Outside them there is no letter, and a person writes it. */
  from: monthSchema,
  to: monthSchema,
  source: z.string().min(5),
  headings: z.record(z.string(), z.string()),
  texts: z.record(z.string(), z.string()),
  /** Said of a finding where it holds (`met`) or was settled by a person (`settled`). */
  findings: z.partialRecord(
    findingCodeSchema,
    z.strictObject({ met: z.string().exactOptional(), settled: z.string().exactOptional() }),
  ),
});
export type LetterPack = z.output<typeof letterPackSchema>;

/** A person's own words, with who wrote them and when. */
export const ownWordsSchema = z.strictObject({
  text: z.string().min(1).max(8000),
  by: z.string().max(120),
  on: localDateSchema,
});
export type OwnWords = z.output<typeof ownWordsSchema>;

/**
 * Where the hearing stood when the decision was made (FL 25 §): answered; the time ran out in silence; something was
 * sent, but it did not cover what the decision rests on; nothing was sent.
 */
export const letterHearingSchema = z.enum(["answered", "silent", "not-covered", "none"]);
export type LetterHearing = z.output<typeof letterHearingSchema>;

/** That the applicant was given the material and could answer (FL 25 §). */
export const letterCommunicationSchema = z.strictObject({
  sentOn: localDateSchema,
  answerBy: localDateSchema,
  /** The last day as it stood in the letter, where the letter came late and the day was moved. Absent: `answerBy`. */
  answerByTold: localDateSchema.exactOptional(),
  /** Absent where no answer came. */
  answer: z.strictObject({ on: localDateSchema, text: z.string().max(4000), orally: z.boolean() }).exactOptional(),
});
export type LetterCommunication = z.output<typeof letterCommunicationSchema>;

/** What the decision itself adds to the receipt. */
export const letterDecisionSchema = z.strictObject({
  decidedOn: localDateSchema,
  /** What is granted under 12 kap. 1 § SoL: exactly what was computed, or what a person has decided instead. */
  amountOre: oreSchema,
  decidedBy: z.strictObject({ name: z.string().max(120), title: z.string().max(80) }),
  delegationItem: z.string().max(40),
  /** Who else took part in the final handling. */
  participants: z.array(z.string().max(120)),
  /** A dissenting opinion (FL 33 §). */
  dissent: ownWordsSchema.exactOptional(),
  /** Reservation that the decision may be changed (FL 37 §). */
  reservation: ownWordsSchema.exactOptional(),
  /** How the children's situation was weighed in. Needed where there are children. */
  childPerspective: ownWordsSchema.exactOptional(),
  /** The reasons in the decider's own words. Needed for every decision that is not a full grant. */
  reasons: ownWordsSchema.exactOptional(),
  /** Judged when the decision was made: an answer that comes after it changes nothing here. */
  hearing: letterHearingSchema,
  /** Why the material was not given for comments before a decision against the applicant (FL 25 §). */
  communicationUnneeded: ownWordsSchema.exactOptional(),
  /** That acute need was looked at under 12 kap. 1 § SoL, and what was given for it; a part of the amount. */
  emergency: ownWordsSchema.extend({ grantedOre: oreSchema }).exactOptional(),
  /** Costs that were not approved in full. */
  reducedCosts: z
    .array(z.strictObject({ costId: z.string(), approvedOre: oreSchema, why: ownWordsSchema }))
    .exactOptional(),
  /** What was decided beside it under 12 kap. 2 § SoL, on an item of the delegation order of its own. */
  discretionary: z
    .strictObject({
      costId: z.string().exactOptional(),
      purpose: z.string().max(200),
      appliedOre: oreSchema,
      amountOre: oreSchema,
      reasons: ownWordsSchema,
      delegationItem: z.string().max(40),
    })
    .exactOptional(),
});
export type LetterDecision = z.output<typeof letterDecisionSchema>;
