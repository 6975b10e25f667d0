import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { InputRefused, inputErrorsOf, refuse } from "./input-error.js";

/** The bytes of a file. @throws InputRefused where it cannot be read. */
export const readBytes = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch {
    throw refuse(path, "unreadable-file", "Filen går inte att läsa.");
  }
};

/** Reads JSON text. `name` is how the refusal calls it. @throws InputRefused where it is none. */
export const parseJson = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refuse(name, "invalid-json", "Filen är inte giltig JSON.");
  }
};

/** The JSON in a file. @throws InputRefused where it cannot be read or is none. */
export const readJsonFile = async (path: string): Promise<unknown> =>
  parseJson((await readBytes(path)).toString("utf8"), path);

/** Validates what a user gave. @throws InputRefused with every field that is wrong. */
export const accepted = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputRefused(inputErrorsOf(parsed.error));
};

/** The JSON in a file, validated. @throws InputRefused where it cannot be read, is no JSON or breaks the schema. */
export const readAccepted = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
  accepted(schema, await readJsonFile(path));
