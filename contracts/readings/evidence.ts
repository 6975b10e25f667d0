import { z } from "zod";
import { instantSchema } from "../dates.js";

/** What a bot saw, taken at the moment of reading. The bytes go to the evidence store, nowhere else. */
export type CapturedEvidence = {
  readonly kind: "screenshot" | "page" | "document";
  readonly mediaType: "image/png" | "text/html" | "application/pdf" | "image/jpeg";
  readonly bytes: Uint8Array;
};

/** Who read something, where and when. */
export const provenanceSchema = z.strictObject({
  portal: z.enum(["e-service", "agencies", "register", "case-system"]),
  botVersion: z.string(),
  readAt: instantSchema,
});
export type Provenance = z.output<typeof provenanceSchema>;

/** A reading with what proves it. A reading is what a page said, never a conclusion. */
export type Reading<T> = {
  readonly value: T;
  readonly provenance: Provenance;
  readonly evidence: readonly CapturedEvidence[];
};
