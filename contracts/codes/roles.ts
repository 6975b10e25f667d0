import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

/** What a member of staff may be in the municipality. Assignments live in the store and are read anew for every request. */
export const roles = {
  caseworker: { title: "Handläggare" },
  "team-leader": { title: "Gruppledare" },
  administrator: { title: "Administratör" },
  auditor: { title: "Granskare" },
} as const satisfies Record<string, CodeEntry>;

/** Code of a role. */
export const roleSchema = z.enum(codesOf(roles));
export type Role = z.output<typeof roleSchema>;
