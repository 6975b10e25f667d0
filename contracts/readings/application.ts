import { z } from "zod";
import { costTypeSchema } from "../codes/costs.js";
import { incomeTypeSchema } from "../codes/incomes.js";
import { instantSchema, localDateSchema, monthSchema } from "../dates.js";
import { oreSchema } from "../money.js";
import { addressSchema, personSchema } from "./person.js";

/** A row of the e-service's inbox. */
export const inboxRowSchema = z.strictObject({
  /** The e-service's own reference of the application. */
  reference: z.string().max(40),
  receivedAt: instantSchema,
  month: monthSchema,
});
export type InboxRow = z.output<typeof inboxRowSchema>;

/** An application as the household wrote it in the e-service. Absent means that the form did not say. */
export const applicationSchema = z.strictObject({
  reference: z.string().max(40),
  receivedAt: instantSchema,
  /** `completion`: the household adds to an application it has sent. */
  kind: z.enum(["first", "renewal", "supplement", "completion"]),
  month: monthSchema,
  /** The day the household applies from, where it is not the whole month. */
  appliesFrom: localDateSchema.exactOptional(),
  persons: z
    .array(
      personSchema.extend({
        role: z.enum(["applicant", "co-applicant", "child", "visiting-child"]),
        signedOn: localDateSchema.exactOptional(),
        daysInHome: z.int().min(0).max(31).exactOptional(),
        lunchAway: z.boolean().exactOptional(),
        school: z.enum(["preschool", "compulsory", "upper-secondary", "none"]).exactOptional(),
      }),
    )
    .min(1),
  address: addressSchema,
  personsInHome: z.int().min(1).max(30),
  sharesHome: z.boolean().exactOptional(),
  householdChanged: z.boolean().exactOptional(),
  costs: z.array(
    z.strictObject({
      row: z.string().max(10),
      type: costTypeSchema,
      appliedOre: oreSchema,
      note: z.string().max(500).exactOptional(),
    }),
  ),
  /** Incomes that no agency knows of, as declared. */
  declaredIncomes: z.array(
    z.strictObject({
      row: z.string().max(10),
      type: incomeTypeSchema,
      personRow: z.string().max(10),
      amountOre: oreSchema.exactOptional(),
      paidOn: localDateSchema.exactOptional(),
    }),
  ),
  /** Benefits the applicant ticked, without amounts. */
  declaredBenefits: z.array(incomeTypeSchema),
  pendingBenefits: z.boolean().exactOptional(),
  hasAssets: z.boolean().exactOptional(),
  staysInMunicipality: z.boolean().exactOptional(),
  accountUnchanged: z.boolean().exactOptional(),
  message: z.string().max(4000).exactOptional(),
  attachments: z.array(
    z.strictObject({ name: z.string().max(200), kind: z.string().max(60), row: z.string().max(10).exactOptional() }),
  ),
});
export type Application = z.output<typeof applicationSchema>;
