import { z } from "zod";
import { instantSchema, localDateSchema } from "../dates.js";
import { caseIdSchema } from "../ids.js";
import { searchCodeSchema } from "./log-search.js";

/** What a saved question may be narrowed by. */
export type QuestionPart = "span" | "actor" | "rulebook" | "source" | "seconds";

type Question = { readonly title: string; readonly intro: string; readonly takes: readonly QuestionPart[] };

/** The auditor's saved questions, in the order they are shown. Each is a query in code, and its answer a table. */
export const savedQuestions = {
  "by-rulebook": {
    title: "Beslut enligt en version av regelverket",
    intro: "Vilka beslut vilar på vilken version? Svaret visar vad som behöver ses över när en regel har varit fel.",
    takes: ["span", "rulebook"],
  },
  "delegated-decisions": {
    title: "Beslut på delegation, att anmäla till nämnden",
    intro:
      "Varje beslut med sin punkt i delegationsordningen (KL 6 kap. 40 §), och om ordningen den dagen gav beslutsfattaren punkten. Beslut utanför ordningen märks ut.",
    takes: ["span", "actor"],
  },
  outages: {
    title: "Avbrott i källor och system",
    intro:
      "När en källa inte gick att läsa, i vilket ärende, och om ärendet ändå beslutades. Inget svar är aldrig noll.",
    takes: ["span", "source"],
  },
  "time-on-screen": {
    title: "Tid på skärmen före beslut",
    intro:
      "Hur länge beslutsfattaren hade ärendet framför sig, enligt den egna sidan, och om brevet visades. Kortast först.",
    takes: ["span", "actor", "seconds"],
  },
  "by-person": {
    title: "Vad varje medarbetare har gjort",
    intro: "Beslut, avklarade frågor och ändrade uppgifter, och ärenden som öppnats utan annat arbete i dem.",
    takes: ["span", "actor"],
  },
  "changed-proposals": {
    title: "Beslut där förslaget ändrades",
    intro:
      "Beslut som inte blev som det första förslaget: rättade uppgifter, avklarade frågor, ny bedömning eller annat utfall.",
    takes: ["span", "actor"],
  },
  "overrides-by-rule": {
    title: "Avsteg per regel",
    intro:
      "Vilka frågor och uppgifter som människor oftast avgör själva. Många avsteg tyder på en regel som inte passar.",
    takes: ["span"],
  },
  "overrides-by-person": {
    title: "Avsteg per handläggare",
    intro: "Hur ofta var och en avgör frågor och ändrar uppgifter, i förhållande till antalet beslut.",
    takes: ["span"],
  },
  "differing-readings": {
    title: "Ärenden där två tolkningar ger olika belopp",
    intro: "Lagen lämnar ett val som kommunen inte har gjort, och valet påverkar beloppet. En person avgör.",
    takes: ["span", "rulebook"],
  },
  "read-log": {
    title: "Läsloggen",
    intro: "Vem har öppnat, sökt och exporterat (10 § SoLPuL). Den som läst utan att arbeta i ärendet märks ut.",
    takes: ["span", "actor"],
  },
  "protected-reads": {
    title: "Åtkomst till skyddade ärenden",
    intro: "Varje läsning av ett ärende med skyddade personuppgifter, också nekade försök. Inget om hushållet visas.",
    takes: ["span", "actor"],
  },
} as const satisfies Record<string, Question>;

/** Code of a saved question. */
export const savedQuestionSchema = z.enum([
  "by-rulebook",
  "delegated-decisions",
  "outages",
  "time-on-screen",
  "by-person",
  "changed-proposals",
  "overrides-by-rule",
  "overrides-by-person",
  "differing-readings",
  "read-log",
  "protected-reads",
]);
export type SavedQuestion = z.output<typeof savedQuestionSchema>;

/** What a question is narrowed by; a question that does not take a part leaves it unread. */
export const questionScopeSchema = z.strictObject({
  from: localDateSchema.exactOptional(),
  to: localDateSchema.exactOptional(),
  actor: searchCodeSchema.exactOptional(),
  rulebook: searchCodeSchema.exactOptional(),
  source: searchCodeSchema.exactOptional(),
  /** At most so many seconds on screen. */
  seconds: z.coerce.number().int().min(0).max(86_400).exactOptional(),
});
export type QuestionScopeInput = z.output<typeof questionScopeSchema>;

/** A table that answers a question. Cells are words, ready to show and to export. */
export const questionAnswerSchema = z.strictObject({
  question: savedQuestionSchema,
  columns: z.array(z.strictObject({ title: z.string(), numeric: z.boolean() })),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      cells: z.array(z.string()),
      /** The case to go to, where the row is about one. */
      caseId: caseIdSchema.nullable(),
      /** Something that ought to be looked at. */
      stands: z.boolean(),
    }),
  ),
  /** Whether there are more rows than are shown; the export has them all. */
  more: z.boolean(),
});
export type QuestionAnswer = z.output<typeof questionAnswerSchema>;

/** What a sample is drawn with. */
export const drawInputSchema = z.strictObject({ count: z.int().min(1).max(100) });

/** The random samples that have been drawn, the newest first. */
export const samplesViewSchema = z.strictObject({
  samples: z.array(
    z.strictObject({
      seq: z.int().min(1),
      at: instantSchema,
      by: z.string(),
      /** Root of the log when it was drawn, and the log's size: from these anyone can draw it again. */
      seed: z.string(),
      size: z.int().min(0),
      among: z.int().min(0),
      cases: z.array(z.strictObject({ caseId: caseIdSchema, reference: z.string(), restricted: z.boolean() })),
    }),
  ),
});
export type SamplesView = z.output<typeof samplesViewSchema>;
