import { z } from "zod";
import { localDateSchema } from "../dates.js";

/** A point that the sources leave open, with what is done: our reading, not law. */
const ownReadingViewSchema = z.strictObject({
  key: z.string(),
  title: z.string(),
  does: z.string(),
  why: z.string(),
  lookedAt: z.string(),
  otherwise: z.string(),
  ownerTitle: z.string(),
  reviewBy: localDateSchema,
  /** Whether it is to be looked at within sixty days, or that day has passed. Neither changes any result. */
  review: z.enum(["later", "soon", "passed"]),
  provisions: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});

/** `GET /api/rules/own-readings`: the register, those to look at first on top. */
export const ownReadingsViewSchema = z.strictObject({ readings: z.array(ownReadingViewSchema) });
export type OwnReadingsView = z.output<typeof ownReadingsViewSchema>;
