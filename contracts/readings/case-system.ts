import { z } from "zod";
import { costTypeSchema } from "../codes/costs.js";
import { historyMonthSchema, planningSchema, previousLineSchema } from "../case-circumstances.js";
import { localDateSchema, monthSchema } from "../dates.js";
import { oreSchema, signedOreSchema } from "../money.js";
import { writeKinds } from "../write-kinds.js";
import { personalNumberSchema } from "./person.js";

const forPerson = { personalNumber: personalNumberSchema };

/** What the municipality's case system knows of a household before the month is assessed. Persons by number, never by name alone. */
export const caseFileSchema = z.strictObject({
  persons: z.array(
    z.strictObject({ ...forPerson, role: z.enum(["applicant", "co-applicant", "child", "visiting-child"]) }),
  ),
  /** Absent where there is none: then it is a first application. */
  previous: z
    .strictObject({
      month: monthSchema,
      lines: z.array(
        previousLineSchema.omit({ memberId: true }).extend({ personalNumber: personalNumberSchema.exactOptional() }),
      ),
      balanceOre: signedOreSchema.exactOptional(),
    })
    .exactOptional(),
  standingCosts: z.array(
    z.strictObject({
      type: costTypeSchema,
      approvedOre: oreSchema,
      until: localDateSchema,
      graceUntil: localDateSchema.exactOptional(),
    }),
  ),
  standingFacts: z.array(
    z.strictObject({
      code: z.enum(["shares-home", "visiting-agreement", "preschool-lunch"]),
      from: localDateSchema,
      until: localDateSchema,
      personalNumber: personalNumberSchema.exactOptional(),
      /** Of a visiting agreement: days a month, and whether the child is in the common costs, where that is decided. */
      days: z.int().min(0).max(31).exactOptional(),
      commonCost: z.enum(["counted", "not-counted"]).exactOptional(),
    }),
  ),
  planning: z.array(planningSchema.omit({ memberId: true }).extend(forPerson)),
  history: z.array(
    historyMonthSchema.omit({ memberId: true }).extend({ personalNumber: personalNumberSchema.exactOptional() }),
  ),
  earnings: z.array(z.strictObject({ ...forPerson, month: monthSchema, netOre: oreSchema })),
  account: z.strictObject({ maskedNumber: z.string().max(20), unchangedSince: monthSchema }).exactOptional(),
});
export type CaseFile = z.output<typeof caseFileSchema>;

/** A record as it is to be written, and as it is read back. The reference is ours and unique to one intended write. */
export const caseSystemRecordSchema = z.strictObject({
  kind: z.enum(writeKinds),
  reference: z.string().max(40),
  personalNumber: personalNumberSchema,
  month: monthSchema,
  amountOre: signedOreSchema.exactOptional(),
  /** The decision's outcome in Swedish, as the case system lists them. */
  outcome: z.string().max(60).exactOptional(),
  lines: z.array(z.strictObject({ label: z.string().max(200), amountOre: signedOreSchema })).exactOptional(),
  payOn: localDateSchema.exactOptional(),
  text: z.string().max(4000).exactOptional(),
});
export type CaseSystemRecord = z.output<typeof caseSystemRecordSchema>;
