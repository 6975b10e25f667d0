import fastify, { type FastifyInstance } from "fastify";
import { z } from "zod";
import type { Records } from "../case-system/records.js";
import { faultSchema } from "../faults/registry.js";
import type { Town } from "../shared/town.js";

const todaySchema = z.strictObject({ today: z.iso.date() });
const idSchema = z.object({ id: z.string() });

const refusal = (error: z.ZodError): { errors: readonly { path: string; message: string }[] } => ({
  errors: error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
});

/** What the control interface works on beside the town itself. */
export type ControlDeps = {
  readonly town: Town;
  readonly records: Records;
  readonly setToday: (today: string) => void;
};

/** The control interface for tests and the demonstration. */
export const createControl = ({ town, records, setToday }: ControlDeps): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true });
  // A call without a body may still say that it carries JSON.
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, body === "" ? undefined : JSON.parse(String(body)));
    } catch {
      done(null, undefined);
    }
  });

  app.get("/health", (_request, reply) =>
    reply.send({ up: true, today: town.today(), households: town.households.map(({ id }) => id) }),
  );
  app.get("/today", (_request, reply) => reply.send({ today: town.today() }));
  app.post("/today", async (request, reply) => {
    const given = todaySchema.safeParse(request.body);
    if (!given.success) return reply.code(400).send(refusal(given.error));
    setToday(given.data.today);
    return given.data;
  });

  app.get("/faults", (_request, reply) => reply.send({ faults: town.faults.list() }));
  app.post("/faults", async (request, reply) => {
    const given = faultSchema.safeParse(request.body);
    if (!given.success) return reply.code(400).send(refusal(given.error));
    return reply.code(201).send({ id: town.faults.arm(given.data) });
  });
  app.delete("/faults", async (_request, reply) => {
    town.faults.removeAll();
    for (const unlock of town.onUnlock) unlock();
    return reply.code(204).send();
  });
  app.delete("/faults/:id", async (request, reply) =>
    reply.code(town.faults.remove(idSchema.parse(request.params).id) ? 204 : 404).send(),
  );

  app.get("/tables", (_request, reply) => reply.send({ counts: records.counts(), rows: records.all() }));
  app.get("/requests", (_request, reply) => reply.send({ requests: town.hits }));
  app.delete("/requests", async (_request, reply) => {
    town.hits.length = 0;
    return reply.code(204).send();
  });
  return app;
};
