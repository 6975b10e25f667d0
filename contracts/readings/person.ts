import { z } from "zod";

/** A Swedish personal identity or coordination number as twelve digits, kept as text. */
export const personalNumberSchema = z.string().regex(/^(19|20)\d{10}$/);
export type PersonalNumber = z.output<typeof personalNumberSchema>;

/** Who a person is, as a source gave it. Personal data: lives encrypted in the store and in a bot's memory only. */
export const personSchema = z.strictObject({
  personalNumber: personalNumberSchema,
  givenName: z.string().max(200),
  familyName: z.string().max(200),
});
export type Person = z.output<typeof personSchema>;

/** Postal address as the source printed it. */
export const addressSchema = z.strictObject({
  street: z.string().max(200),
  postalCode: z.string().max(10),
  city: z.string().max(100),
});
