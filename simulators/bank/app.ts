import { createHash } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import { z } from "zod";
import { openJsonLines } from "../shared/json-lines.js";
import { addTroubles, cutOff } from "../shared/trouble.js";

const transferSchema = z.strictObject({ reference: z.string(), recipient: z.string(), amount: z.string() });
const fileSchema = z.strictObject({
  messageId: z.string(),
  sha256: z.string(),
  payOn: z.string(),
  numberOfTransactions: z.int(),
  controlSum: z.string(),
  transfers: z.array(transferSchema),
});
type BankFile = z.output<typeof fileSchema>;
const searchSchema = z.object({ messageId: z.string() });

/** All values of an element, in order. The bank reads files with its own eyes. */
const valuesOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, "g"))].map(([, value]) => value ?? "");

const inOre = (amount: string): bigint => BigInt(amount.replace(".", ""));

/** What a payment file says, or why the bank does not take it. */
const readFile = (bytes: Buffer): BankFile | { readonly rejected: string } => {
  const xml = bytes.toString("utf8");
  if (!xml.includes("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09")) return { rejected: "not a pain.001.001.09" };
  const [messageId = ""] = valuesOf(xml, "MsgId");
  const transfers = xml
    .split("<CdtTrfTxInf>")
    .slice(1)
    .map((part) => ({
      reference: valuesOf(part, "EndToEndId")[0] ?? "",
      recipient: valuesOf(part, "Id")[0] ?? "",
      amount: valuesOf(part, "InstdAmt")[0] ?? "",
    }));
  const payOn = /<ReqdExctnDt><Dt>([\d-]+)<\/Dt>/.exec(xml)?.[1] ?? "";
  const [count = "", paymentCount = ""] = valuesOf(xml, "NbOfTxs");
  const [controlSum = "", paymentSum = ""] = valuesOf(xml, "CtrlSum");
  if (messageId === "" || payOn === "") return { rejected: "message id or execution date is missing" };
  if (!transfers.every(({ amount, recipient }) => /^\d+\.\d\d$/.test(amount) && /^\d{12}$/.test(recipient)))
    return { rejected: "a transfer has no amount or recipient" };
  const sum = transfers.reduce((total, { amount }) => total + inOre(amount), 0n);
  if (count !== String(transfers.length) || count !== paymentCount) return { rejected: "wrong number of transfers" };
  if (controlSum !== paymentSum || inOre(controlSum) !== sum) return { rejected: "wrong control sum" };
  return {
    messageId,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    payOn,
    numberOfTransactions: transfers.length,
    controlSum,
    transfers,
  };
};

/** The bank's reception of files. Takes a file again if it comes again: only the payer can prevent that. */
export const createBank = (options: { readonly token: string; readonly file?: string }): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true, bodyLimit: 32 * 1024 * 1024 });
  const files = openJsonLines(fileSchema, options.file);
  const troubles = addTroubles(app);
  app.addContentTypeParser("application/xml", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
  app.addHook("onClose", () => {
    files.close();
  });
  app.addHook("preHandler", async (request, reply) => {
    if (request.url.startsWith("/control/")) return;
    if (request.headers.authorization !== `Bearer ${options.token}`) return reply.code(401).send({ code: "AM01" });
    if (troubles.take("unavailable") !== undefined) return reply.code(503).send({ code: "closed" });
  });

  app.post("/files", async (request, reply) => {
    if (!Buffer.isBuffer(request.body)) return reply.code(415).send({ code: "media" });
    const read = readFile(request.body);
    if ("rejected" in read) return reply.code(422).send({ code: "RJCT", reason: read.rejected });
    const trouble = troubles.take("saved-response-lost", "not-saved-response-lost", "saved-shown-as-error");
    if (trouble !== "not-saved-response-lost") files.append(read);
    if (trouble === "saved-shown-as-error") return reply.code(500).send({ code: "error" });
    if (trouble !== undefined) {
      cutOff(reply);
      return reply;
    }
    return reply.code(201).send({ code: "ACCP", messageId: read.messageId });
  });

  app.get("/files", async (request, reply) => {
    const asked = searchSchema.safeParse(request.query);
    if (!asked.success) return reply.code(400).send({ code: "query" });
    const found = files.entries.filter(({ messageId }) => messageId === asked.data.messageId);
    return {
      files: found.map(({ messageId, sha256, numberOfTransactions, controlSum }) => ({
        messageId,
        sha256,
        numberOfTransactions,
        controlSum,
      })),
    };
  });

  app.get("/control/files", () => files.entries);
  return app;
};
