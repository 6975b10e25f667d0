import { z } from "zod";
import { roleSchema } from "../codes/roles.js";
import { localDateSchema, monthSchema } from "../dates.js";

/** Who is signed in and what the day is in the municipality. */
export const sessionViewSchema = z.strictObject({
  staffId: z.string(),
  name: z.string(),
  roles: z.array(roleSchema),
  municipality: z.string(),
  /** Today and the month worked on, as the municipality's clock has them; simulated in the demonstration. */
  today: localDateSchema,
  month: monthSchema,
  /** How long the session lasts if nothing is done. A duration, since the browser's clock may be wrong. */
  leftMs: z.int().min(0),
});
export type SessionView = z.output<typeof sessionViewSchema>;
