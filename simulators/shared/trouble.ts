import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";

/** What a service that letters and files are handed to can do wrong when something is handed over. */
export const troubles = [
  /** Taken, but the connection is cut before the answer. */
  "saved-response-lost",
  /** Not taken, and the connection is cut. */
  "not-saved-response-lost",
  /** Taken, and answered with an error. */
  "saved-shown-as-error",
  /** Down: nothing answers but an error, neither for a look nor for a hand-over. */
  "unavailable",
] as const;
export type Trouble = (typeof troubles)[number];

const armSchema = z.strictObject({ kind: z.enum(troubles), hits: z.int().min(1).max(100).default(1) });

/** Troubles that have been armed, each for a number of calls. */
export type ArmedTroubles = { readonly take: (...kinds: readonly Trouble[]) => Trouble | undefined };

/** Adds `POST /control/troubles {kind, hits}` and `DELETE /control/troubles`, for tests. */
export const addTroubles = (app: FastifyInstance): ArmedTroubles => {
  let armed: Trouble[] = [];
  app.post("/control/troubles", async (request, reply) => {
    const given = armSchema.safeParse(request.body);
    if (!given.success) return reply.code(400).send();
    armed.push(...Array.from({ length: given.data.hits }, () => given.data.kind));
    return reply.code(201).send({});
  });
  app.delete("/control/troubles", async (_request, reply) => {
    armed = [];
    return reply.code(204).send();
  });
  return {
    take: (...kinds) => {
      const index = armed.findIndex((kind) => kinds.includes(kind));
      return index < 0 ? undefined : armed.splice(index, 1)[0];
    },
  };
};

/** Cuts the connection without an answer. */
export const cutOff = (reply: FastifyReply): void => {
  reply.hijack();
  reply.raw.destroy();
};
