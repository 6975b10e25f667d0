import type { FastifySchemaCompiler } from "fastify";
import type { FastifySerializerCompiler } from "fastify/types/schema.js";
import type { z } from "zod";
import { InvalidInput } from "./refusal.js";

/**
 * Checks what comes in. Every part of a request has a zod schema or is not read at all.
 */
export const checkInput: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: new InvalidInput(parsed.error) };
  };

/**
 * Checks what goes out. An answer with a field too many is a fault of ours and is never sent: better a 500 than a leak.
 */
export const checkOutput: FastifySerializerCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) =>
    JSON.stringify(schema.parse(data));
