import { z } from "zod";
import { localDateSchema } from "../dates.js";

/** Whether it is to be looked at within sixty days, or that day has passed. Neither changes any result. */
const reviewSchema = z.enum(["later", "soon", "passed"]);

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
  review: reviewSchema,
  provisions: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});

/** A row of the municipality's own rules that somebody is to look at again. */
const localRuleReviewSchema = z.strictObject({
  title: z.string(),
  source: z.string(),
  reviewBy: localDateSchema,
  review: reviewSchema,
});

/** `GET /api/rules/own-readings`: the register and the local rules with a day to look again, those to look at first on top. */
export const ownReadingsViewSchema = z.strictObject({
  readings: z.array(ownReadingViewSchema),
  localRules: z.array(localRuleReviewSchema),
});
export type OwnReadingsView = z.output<typeof ownReadingsViewSchema>;
