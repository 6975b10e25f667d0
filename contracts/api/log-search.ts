import { z } from "zod";
import { auditActionSchema } from "../codes/audit-actions.js";
import { localDateSchema } from "../dates.js";
import { caseIdSchema } from "../ids.js";
import { addressTextSchema } from "./address-text.js";
import { logEntrySchema, verificationViewSchema } from "./case-log.js";

/** An id, a code or a version: what may stand in clear in the log of the search itself. */
export const searchCodeSchema = addressTextSchema.pipe(
  z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9._-]+$/),
);

/** What the log may be searched by. Persons of a household are not among it (SoLPuF (2001:637) 15 §). */
export const logFilterSchema = z.strictObject({
  action: auditActionSchema.exactOptional(),
  /** Id of a member of staff, a robot or the system. */
  actor: searchCodeSchema.exactOptional(),
  from: localDateSchema.exactOptional(),
  /** The last day, and the whole of it. */
  to: localDateSchema.exactOptional(),
  rulebook: searchCodeSchema.exactOptional(),
  /** Code of an agency or of a portal. */
  source: searchCodeSchema.exactOptional(),
  /** Number of a case; a personal number is not one. */
  case: z
    .string()
    .trim()
    .regex(/^\d{4}-\d{1,5}$/)
    .exactOptional(),
});

/** The same with where to go on: only events before this number. */
export const logQuerySchema = logFilterSchema.extend({ before: z.coerce.number().int().min(1).exactOptional() });
export type LogQuery = z.output<typeof logQuerySchema>;

/** Events that were found, the newest first. */
export const logPageSchema = z.strictObject({
  entries: z.array(
    logEntrySchema.extend({
      case: z.strictObject({ caseId: caseIdSchema, reference: z.string() }).nullable(),
    }),
  ),
  /** What to ask for the next page with; null on the last. */
  next: z.int().nullable(),
  verification: verificationViewSchema.nullable(),
});
export type LogPage = z.output<typeof logPageSchema>;

const choiceSchema = z.strictObject({ value: z.string(), label: z.string() });

/** What can be chosen among when the log is searched. */
export const logChoicesSchema = z.strictObject({
  actions: z.array(choiceSchema),
  actors: z.array(choiceSchema),
  rulebooks: z.array(choiceSchema),
  sources: z.array(choiceSchema),
});
export type LogChoices = z.output<typeof logChoicesSchema>;
