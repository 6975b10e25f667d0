import { z } from "zod";

/**
 * Documents a field in both languages with an example; the published JSON Schema carries all three.
 * Others feed the rulebook their own cases, so the field descriptions are part of the interface.
 */
export const field = <T extends z.ZodType>(schema: T, sv: string, en: string, example: unknown): T =>
  schema.meta({ description: `${sv} / ${en}`, examples: [example] });

/** An id inside one case. Means nothing outside it. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
