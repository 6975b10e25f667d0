import { z } from "zod";
import { healthSchema } from "../../contracts/api/health.js";
import { isLoopback } from "../../platform/loopback.js";
import { metricsMediaType } from "../../platform/metrics.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { Refusal } from "../plugins/refusal.js";

/**
 * `/health/live`: the process answers. `/health`: whether it can do its work, with codes for what it cannot; 503 where it
 * must get no requests. `/metrics`: its measurements, for the machine itself only; a proxy's requests are not the
 * machine's own.
 */
export const registerHealth = (app: App, { operations }: Pick<ApiDeps, "operations">): void => {
  app.get("/health/live", { schema: { response: { 200: z.strictObject({ status: z.literal("ok") }) } } }, () => ({
    status: "ok" as const,
  }));

  app.get("/health", { schema: { response: { 200: healthSchema, 503: healthSchema } } }, async (_request, reply) => {
    const health = await operations.health();
    return reply.status(health.status === "failing" ? 503 : 200).send(health);
  });

  app.get("/metrics", async (request, reply) => {
    const isForwarded = request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
    if (!isLoopback(request.ip) || isForwarded) throw new Refusal("not-found");
    return reply.type(metricsMediaType).send(await operations.metrics());
  });
};
