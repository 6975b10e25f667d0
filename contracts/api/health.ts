import { z } from "zod";

/** What is looked at, and what a fault there means. */
export const healthChecks = ["database", "log", "temporal", "workers", "portals", "disk"] as const;

/** How one part is: `failing` makes the process not ready, `degraded` asks for a person. Reasons are codes. */
export const healthCheckSchema = z.strictObject({
  check: z.enum(healthChecks),
  status: z.enum(["ok", "degraded", "failing"]),
  reasons: z.array(z.string().regex(/^[a-z0-9:.-]+$/)),
});
export type HealthCheck = z.output<typeof healthCheckSchema>;

/** The worst of the parts, with each of them. */
export const healthSchema = z.strictObject({
  status: z.enum(["ok", "degraded", "failing"]),
  checks: z.array(healthCheckSchema),
});
export type Health = z.output<typeof healthSchema>;
