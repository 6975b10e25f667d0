import { createHash } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import { z } from "zod";
import { openJsonLines } from "../shared/json-lines.js";
import { addTroubles, cutOff } from "../shared/trouble.js";

const jobSchema = z.strictObject({ jobNumber: z.int(), reference: z.string(), checksum: z.string(), bytes: z.int() });
const referenceSchema = z.object({ reference: z.string().min(1).max(64) });

/** The print works. Prints whatever it is given, twice if it comes twice. */
export const createPrintQueue = (options: { readonly token: string; readonly file?: string }): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true, bodyLimit: 8 * 1024 * 1024 });
  const jobs = openJsonLines(jobSchema, options.file);
  const troubles = addTroubles(app);
  app.addContentTypeParser("application/pdf", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
  app.addHook("onClose", () => {
    jobs.close();
  });
  app.addHook("preHandler", async (request, reply) => {
    if (request.url.startsWith("/control/")) return;
    if (request.headers.authorization !== `Bearer ${options.token}`) return reply.code(403).send("forbidden");
    if (troubles.take("unavailable") !== undefined) return reply.code(502).send("bad gateway");
  });

  app.post("/jobs", async (request, reply) => {
    const asked = referenceSchema.safeParse(request.query);
    if (!asked.success || !Buffer.isBuffer(request.body)) return reply.code(422).send("unprocessable");
    const trouble = troubles.take("saved-response-lost", "not-saved-response-lost", "saved-shown-as-error");
    const jobNumber = jobs.entries.length + 1;
    if (trouble !== "not-saved-response-lost")
      jobs.append({
        jobNumber,
        reference: asked.data.reference,
        checksum: createHash("sha256").update(request.body).digest("hex"),
        bytes: request.body.length,
      });
    if (trouble === "saved-shown-as-error") return reply.code(500).send("error");
    if (trouble !== undefined) {
      cutOff(reply);
      return reply;
    }
    return reply.code(201).send({ jobNumber });
  });

  app.get("/jobs/by-reference/:reference", async (request, reply) => {
    const asked = referenceSchema.safeParse(request.params);
    if (!asked.success) return reply.code(422).send("unprocessable");
    return jobs.entries
      .filter(({ reference }) => reference === asked.data.reference)
      .map(({ jobNumber, checksum }) => ({ jobNumber, checksum }));
  });

  app.get("/control/jobs", () => jobs.entries);
  return app;
};
