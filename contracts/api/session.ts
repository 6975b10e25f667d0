import { z } from "zod";
import { roleSchema } from "../codes/roles.js";
import { instantSchema, localDateSchema, monthSchema } from "../dates.js";

/** Who is signed in and what the day is in the municipality. */
export const sessionViewSchema = z.strictObject({
  staffId: z.string(),
  name: z.string(),
  roles: z.array(roleSchema),
  municipality: z.string(),
  /** Today and the month worked on, as the municipality's clock has them; simulated in the demonstration. */
  today: localDateSchema,
  month: monthSchema,
  /** When the session ends if nothing is done, and at the latest. */
  idleEndsAt: instantSchema,
  endsAt: instantSchema,
});
export type SessionView = z.output<typeof sessionViewSchema>;
