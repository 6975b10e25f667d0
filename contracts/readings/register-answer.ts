import { z } from "zod";
import { localDateSchema } from "../dates.js";
import { addressSchema, personalNumberSchema } from "./person.js";

/** What the population register (the municipality's copy) says of one person. */
export const registerAnswerSchema = z.strictObject({
  personalNumber: personalNumberSchema,
  givenName: z.string().max(200),
  familyName: z.string().max(200),
  /** Absent for a protected person: an address is never fetched or shown then. */
  address: addressSchema.exactOptional(),
  /** Registered at the same address or in the same family, as the register prints them. */
  relations: z.array(
    z.strictObject({ personalNumber: personalNumberSchema, relation: z.enum(["spouse", "child", "guardian"]) }),
  ),
  lastChangedOn: localDateSchema.exactOptional(),
  deceasedOn: localDateSchema.exactOptional(),
  protectedMark: z.boolean(),
  municipality: z.string().max(80),
});
export type RegisterAnswer = z.output<typeof registerAnswerSchema>;
