import { z } from "zod";
import { instantSchema } from "../../contracts/dates.js";
import type { LetterChannel } from "../../contracts/delivery.js";
import { sha256Schema } from "../../contracts/ids.js";
import { ask, submit, type HttpService } from "../core/http-api.js";

const lookUpSchema = z.object({ reachable: z.boolean() });
const messagesSchema = z.object({
  messages: z.array(
    z.object({ receipt: z.string().max(64), sha256: sha256Schema, openedAt: instantSchema.nullable() }),
  ),
});

const json = (value: unknown) => ({ type: "application/json", bytes: JSON.stringify(value) });

/** The digital mailbox: reaches those who have one, and tells when they have opened. The person stands in bodies, never in a path. */
export const createMailbox = (service: HttpService): LetterChannel => ({
  reaches: async (personalNumber) =>
    (await ask(service, { method: "POST", path: "/recipients/lookup", body: json({ personalNumber }) }, lookUpSchema))
      .reachable,
  find: async (reference) => {
    const path = `/messages?reference=${encodeURIComponent(reference)}`;
    const { messages } = await ask(service, { method: "GET", path }, messagesSchema);
    return messages.map(({ receipt, sha256, openedAt }) => ({
      receiptId: receipt,
      sha256,
      ...(openedAt !== null && { openedAt }),
    }));
  },
  send: async ({ reference, personalNumber, title, pdf }, beforeSubmit) => {
    const message = { reference, recipient: personalNumber, title, pdf: Buffer.from(pdf).toString("base64") };
    await beforeSubmit();
    await submit(service, { method: "POST", path: "/messages", body: json(message) });
  },
});
