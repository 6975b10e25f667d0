import { z } from "zod";
import { reasonSchema } from "../codes/reasons.js";
import { instantSchema, monthSchema } from "../dates.js";
import { caseIdSchema } from "../ids.js";
import { oreSchema } from "../money.js";
import { caseStates } from "../process.js";
import { portalViewSchema } from "./portals.js";

/** The steps a case passes, as the month is drawn; several states of the process may share a step. */
export const monthSteps = {
  received: "Inkommen",
  gathering: "Hämtar uppgifter",
  assessing: "Beräknas",
  ready: "Klar att besluta",
  attention: "Hos handläggare",
  waiting: "Väntar",
  delivering: "Beslutad, levereras",
  closed: "Avslutad",
} as const;
export const monthStepSchema = z.enum([
  "received",
  "gathering",
  "assessing",
  "ready",
  "attention",
  "waiting",
  "delivering",
  "closed",
]);
export type MonthStep = z.output<typeof monthStepSchema>;

/** The month as a flow from received to decided. */
export const monthViewSchema = z.strictObject({
  month: monthSchema,
  counts: z.record(monthStepSchema, z.int().min(0)),
  households: z.array(
    z.strictObject({
      caseId: caseIdSchema,
      reference: z.string(),
      household: z.string(),
      state: z.enum(caseStates),
      step: monthStepSchema,
      amountOre: oreSchema.nullable(),
      reasons: z.array(z.string()),
      decided: z.boolean(),
    }),
  ),
  grantedOre: oreSchema,
  /** Of the cases that have been assessed, how many the first assessment made ready to decide. */
  prefilled: z.strictObject({ count: z.int().min(0), of: z.int().min(0) }),
  /** From application to decision: how many decisions, the middle one and the one that nine of ten are at or below. */
  leadTime: z.strictObject({
    decisions: z.int().min(0),
    medianMs: z.int().min(0).nullable(),
    p90Ms: z.int().min(0).nullable(),
  }),
  /** Why cases were not ready at their first assessment, the most common first. One case may have several reasons. */
  reasons: z.array(z.strictObject({ code: reasonSchema, title: z.string(), cases: z.int().min(1) })),
  /** Applications that are in the e-service and could not be read, by the e-service's own reference. */
  unread: z.array(z.strictObject({ reference: z.string(), since: instantSchema })),
  portals: z.array(portalViewSchema),
});
export type MonthView = z.output<typeof monthViewSchema>;
