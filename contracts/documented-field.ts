import { z } from "zod";

/**
 * Documents a field in both languages with an example; the published JSON Schema carries all three.
 * Others feed the rulebook their own cases, so the field descriptions are part of the interface.
 */
export const field = <T extends z.ZodType>(schema: T, sv: string, en: string, example: unknown): T =>
  schema.meta({ description: `${sv} / ${en}`, examples: [example] });

/** An id inside one case. Means nothing outside it. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** The fields of a documented object by their keys. */
export type DocumentedShape = Readonly<Record<string, z.ZodType>>;

/** A field's Swedish name, without the unit and without what its absence means; undefined where it is not documented. */
export const swedishNameOf = (shape: DocumentedShape, key: string): string | undefined => {
  const schema = Object.entries(shape).find(([name]) => name === key)?.[1];
  const description = schema?.meta()?.description;
  return description
    ?.split(" / ")[0]
    ?.split(";")[0]
    ?.replace(/ i öre$/, "");
};
