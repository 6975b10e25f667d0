import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { InvalidInput } from "./refusal.js";

/** Checks what comes in. Every part of a request has a zod schema or is not read at all. */
export const checkInput: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: new InvalidInput(parsed.error) };
  };

/**
 * Checks what goes out. An answer with a field too many is a fault of ours and is never sent: better a 500 than a leak.
 * The provider's own serializer encodes, which one-way transforms such as our branded dates do not take.
 */
export const checkOutput =
  ({ schema }: { readonly schema: z.ZodType }) =>
  (data: unknown): string =>
    JSON.stringify(schema.parse(data));
