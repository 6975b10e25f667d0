import { z } from "zod";
import { monthSchema } from "../dates.js";
import { caseIdSchema } from "../ids.js";
import { oreSchema } from "../money.js";
import { caseStates } from "../process.js";

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
});
export type MonthView = z.output<typeof monthViewSchema>;
