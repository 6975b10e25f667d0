import { z } from "zod";
import { localDateSchema } from "../../contracts/dates.js";
import { caseProgressSchema } from "./month-status.js";

/** What the one who started the application may ask of it, over the channel between the two processes. */
export const requestSchema = z.discriminatedUnion("ask", [
  z.strictObject({ id: z.int(), ask: z.literal("status") }),
  z.strictObject({ id: z.int(), ask: z.literal("begin-day"), today: localDateSchema }),
  z.strictObject({ id: z.int(), ask: z.literal("verify") }),
]);
export type ServeRequest = z.output<typeof requestSchema>;

const verified = z.strictObject({ events: z.int(), head: z.string(), verified: z.boolean() });

/** What it says back: that it is up, or the answer to a question. */
export const messageSchema = z.discriminatedUnion("say", [
  z.strictObject({ say: z.literal("ready") }),
  z.strictObject({ say: z.literal("status"), id: z.int(), cases: z.array(caseProgressSchema) }),
  z.strictObject({ say: z.literal("day-begun"), id: z.int() }),
  z.strictObject({ say: z.literal("verified"), id: z.int(), log: verified }),
  z.strictObject({ say: z.literal("failed"), id: z.int() }),
]);
export type ServeMessage = z.output<typeof messageSchema>;
