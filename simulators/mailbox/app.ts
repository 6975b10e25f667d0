import { createHash, randomUUID } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import { z } from "zod";
import { openJsonLines } from "../shared/json-lines.js";
import { addTroubles, cutOff } from "../shared/trouble.js";

const messageSchema = z.strictObject({
  receipt: z.string(),
  reference: z.string(),
  recipient: z.string(),
  title: z.string(),
  sha256: z.string(),
  receivedAt: z.string(),
});
type Message = z.output<typeof messageSchema>;
const openedSchema = z.strictObject({ receipt: z.string(), openedAt: z.string() });

const sentSchema = z.strictObject({
  reference: z.string().min(1).max(64),
  recipient: z.string().regex(/^\d{12}$/),
  title: z.string().min(1).max(200),
  pdf: z.base64(),
});
const lookUpSchema = z.strictObject({ personalNumber: z.string().regex(/^\d{12}$/) });
const searchSchema = z.object({ reference: z.string() });
const openSchema = z.strictObject({ receipt: z.string() });

/** The digital mailbox. Takes whatever it is given, twice if it comes twice. */
export const createMailbox = (options: {
  readonly token: string;
  /** Personal numbers of those who have a mailbox. */
  readonly subscribers: ReadonlySet<string>;
  readonly files?: { readonly messages: string; readonly opened: string };
}): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true, bodyLimit: 8 * 1024 * 1024 });
  const messages = openJsonLines(messageSchema, options.files?.messages);
  const opened = openJsonLines(openedSchema, options.files?.opened);
  const troubles = addTroubles(app);
  app.addHook("onClose", () => {
    messages.close();
    opened.close();
  });
  app.addHook("preHandler", async (request, reply) => {
    if (request.url.startsWith("/control/")) return;
    if (request.headers.authorization !== `Bearer ${options.token}`) return reply.code(401).send({ error: "token" });
    if (troubles.take("unavailable") !== undefined) return reply.code(503).send({ error: "unavailable" });
  });

  app.post("/recipients/lookup", async (request, reply) => {
    const asked = lookUpSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ error: "body" });
    return { reachable: options.subscribers.has(asked.data.personalNumber) };
  });

  const save = ({ reference, recipient, title, pdf }: z.output<typeof sentSchema>): Message => {
    const message = {
      receipt: randomUUID(),
      reference,
      recipient,
      title,
      sha256: createHash("sha256").update(Buffer.from(pdf, "base64")).digest("hex"),
      receivedAt: new Date().toISOString(),
    };
    messages.append(message);
    return message;
  };

  app.post("/messages", async (request, reply) => {
    const sent = sentSchema.safeParse(request.body);
    if (!sent.success) return reply.code(400).send({ error: "body" });
    if (!options.subscribers.has(sent.data.recipient)) return reply.code(404).send({ error: "no-mailbox" });
    const trouble = troubles.take("saved-response-lost", "not-saved-response-lost", "saved-shown-as-error");
    const message = trouble === "not-saved-response-lost" ? undefined : save(sent.data);
    if (trouble === "saved-shown-as-error") return reply.code(500).send({ error: "internal" });
    if (trouble !== undefined || message === undefined) {
      cutOff(reply);
      return reply;
    }
    return reply.code(201).send({ receipt: message.receipt });
  });

  app.get("/messages", async (request, reply) => {
    const asked = searchSchema.safeParse(request.query);
    if (!asked.success) return reply.code(400).send({ error: "query" });
    const found = messages.entries.filter(({ reference }) => reference === asked.data.reference);
    return {
      messages: found.map(({ receipt, sha256, receivedAt }) => ({
        receipt,
        sha256,
        receivedAt,
        openedAt: opened.entries.find((entry) => entry.receipt === receipt)?.openedAt ?? null,
      })),
    };
  });

  app.post("/control/open", async (request, reply) => {
    const given = openSchema.safeParse(request.body);
    if (!given.success) return reply.code(400).send();
    opened.append({ receipt: given.data.receipt, openedAt: new Date().toISOString() });
    return reply.code(201).send({});
  });
  app.get("/control/messages", () =>
    messages.entries.map(({ receipt, reference, title, sha256 }) => ({ receipt, reference, title, sha256 })),
  );
  return app;
};
