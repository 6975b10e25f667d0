import { z } from "zod";
import { monthSchema } from "../dates.js";
import { caseIdSchema } from "../ids.js";
import { caseStates } from "../process.js";
import { codesOfTable } from "./codes-of-table.js";

/** Why somebody looks for a person. Said with every search and kept in the log. */
export const findPurposes = {
  handling: "Handlägga ett ärende",
  inquiry: "Svara på en fråga från den sökande",
  review: "Följa upp eller kontrollera",
} as const;
export const findPurposeSchema = z.enum(codesOfTable(findPurposes));

/**
 * Find a case by name, personal identity number or case number: the only search terms the law allows in the register
 * (SoLPuF 15 §). Sent in the body, since an address is logged along the way.
 */
export const findInputSchema = z.strictObject({
  query: z.string().trim().min(3, "Skriv minst tre tecken.").max(120),
  purpose: findPurposeSchema,
});
export type FindInput = z.output<typeof findInputSchema>;

/** A case that was found: enough to tell it from the others. */
export const foundCaseSchema = z.strictObject({
  caseId: caseIdSchema,
  reference: z.string(),
  month: monthSchema,
  /** The person who was found by name or number, else the applicant. */
  name: z.string(),
  household: z.string(),
  state: z.enum(caseStates),
});
export type FoundCase = z.output<typeof foundCaseSchema>;

/** What a search found, the newest month first. `more`: there are others; narrow the search. */
export const findResultSchema = z.strictObject({ rows: z.array(foundCaseSchema), more: z.boolean() });
export type FindResult = z.output<typeof findResultSchema>;
