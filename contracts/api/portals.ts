import { z } from "zod";
import type { Role } from "../codes/roles.js";
import { instantSchema } from "../dates.js";
import { portalSchema } from "../portal-state.js";

/** Who may stop and resume the robots' work against an outside system. */
export const portalControllers = ["team-lead", "administrator"] as const satisfies readonly Role[];

/** How the queue of one outside system stands, in words to show. */
export const portalViewSchema = z.strictObject({
  portal: portalSchema,
  title: z.string(),
  state: z.enum(["working", "resting", "paused"]),
  /** Why it stands still, and what a person does about it. Null while it is worked on. */
  cause: z.strictObject({ code: z.string(), title: z.string(), check: z.string() }).nullable(),
  since: instantSchema.nullable(),
  /** When a resting queue is tried again. */
  until: instantSchema.nullable(),
});
export type PortalView = z.output<typeof portalViewSchema>;

/** Every outside system. */
export const portalsViewSchema = z.strictObject({ portals: z.array(portalViewSchema) });
export type PortalsView = z.output<typeof portalsViewSchema>;

/** `/api/portals/:portal` */
export const portalParamsSchema = z.strictObject({ portal: portalSchema });
