import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

/** What a member of staff may be assigned to do. Assignments are rows with a start and an end, never edited away. */
export const roles = {
  caseworker: { title: "Handläggare" },
  "team-lead": { title: "Enhetschef" },
  administrator: { title: "Administratör" },
  auditor: { title: "Granskare" },
} as const satisfies Record<string, CodeEntry>;

/** Code of a role. */
export const roleSchema = z.enum(codesOf(roles));
export type Role = z.output<typeof roleSchema>;

/**
 * Roles that may see and decide cases with protected identity: the smallest circle there is
 * (OSL 26 kap. 1 §, SOSFS 2014:5).
 */
export const rolesForProtected: readonly Role[] = ["team-lead"];
