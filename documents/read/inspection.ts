import { z } from "zod";
import { codesOf } from "../../contracts/codes/coded.js";
import { documentFlagSchema, documentRefusals } from "../../contracts/document-reading.js";
import { pageTextSchema } from "./page-text.js";

// What crosses the border between us and the isolated processes. Checked on arrival like everything from outside.

const pictureHeadSchema = z.strictObject({
  page: z.int().min(1),
  width: z.int().positive(),
  height: z.int().positive(),
});

/** What the isolated process answers: the text it could see, and clean pictures of pages that have no text. */
export const inspectionSchema = z.discriminatedUnion("result", [
  z.strictObject({ result: z.literal("refused"), refusal: z.enum(codesOf(documentRefusals)) }),
  z.strictObject({
    result: z.literal("inspected"),
    pages: z.int().min(1),
    texts: z.array(pageTextSchema),
    /** One for each blob of the answer, in order. */
    pictures: z.array(pictureHeadSchema),
    flags: z.array(documentFlagSchema),
    engines: z.record(z.string(), z.string()),
  }),
]);
export type Inspection = z.output<typeof inspectionSchema>;

/** Which pictures come, one for each blob. */
export const recogniseRequestSchema = z.array(pictureHeadSchema);

/** The words that were recognised. */
export const recognisedSchema = z.strictObject({
  pages: z.array(pageTextSchema),
  engines: z.record(z.string(), z.string()),
});

export type Recognised = z.output<typeof recognisedSchema>;
