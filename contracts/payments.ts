import { z } from "zod";
import { codesOf, type CodeEntry } from "./codes/coded.js";
import { localDateSchema, swedishTimeAt, type Instant, type LocalDate } from "./dates.js";
import type { Sha256 } from "./ids.js";
import { oreSchema, type Ore } from "./money.js";
import { personalNumberSchema } from "./readings/person.js";

/** A minute by the clock in Sweden, `2025-10-30T14:00`. Orders as text. */
export type LocalMinute = string & { readonly __brand: "LocalMinute" };
export const localMinuteSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
  .transform((text) => text as LocalMinute);

/** A time of day on a date. `time` is `14:00`. */
export const minuteOn = (date: LocalDate, time: string): LocalMinute => localMinuteSchema.parse(`${date}T${time}`);

/** The date of a minute. */
export const dateOfMinute = (minute: LocalMinute): LocalDate => localDateSchema.parse(minute.slice(0, 10));

/** The municipality's clock: its own date, with the time of day that it is. */
export const municipalMinute = (today: LocalDate, at: Instant): LocalMinute => minuteOn(today, swedishTimeAt(at));

/** Where an order stands. Only `ready` goes into a file; `held` waits for a person to see to the payee's account. */
export const paymentOrderStates = {
  ready: { title: "Betalas ut" },
  stopped: { title: "Stoppad" },
  held: { title: "Kontot behöver kontrolleras" },
  "in-file": { title: "Skickad till banken" },
} as const satisfies Record<string, CodeEntry>;
export const paymentOrderStateSchema = z.enum(codesOf(paymentOrderStates));
export type PaymentOrderState = z.output<typeof paymentOrderStateSchema>;

/** Where a file stands. Nothing but what is found at the bank confirms it. */
export const paymentFileStates = {
  made: { title: "Gjord" },
  submitted: { title: "Skickas" },
  confirmed: { title: "Mottagen av banken" },
  unclear: { title: "Oklart om banken tog emot den" },
} as const satisfies Record<string, CodeEntry>;
export const paymentFileStateSchema = z.enum(codesOf(paymentFileStates));
export type PaymentFileState = z.output<typeof paymentFileStateSchema>;

/**
 * Who is paid. The full account number is not known here: the bank pays to the account that is registered with it for
 * the person. The masked number is what the case system showed when the decision was made.
 */
export const payeeSchema = z.strictObject({
  name: z.string().max(400),
  personalNumber: personalNumberSchema,
  maskedAccount: z.string().max(20).exactOptional(),
  unchangedSince: z.string().max(7).exactOptional(),
});
export type Payee = z.output<typeof payeeSchema>;

/** Who pays: the municipality, its organisation number and its account. */
export const debtorSchema = z.strictObject({
  name: z.string().max(140),
  organisationNumber: z.string().regex(/^\d{10}$/),
  iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/),
  bic: z.string().regex(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/),
});
export type Debtor = z.output<typeof debtorSchema>;

/** What the bank has of a file. */
export type FileAtBank = {
  readonly messageId: string;
  readonly sha256: Sha256;
  readonly transactions: number;
  readonly controlSumOre: Ore;
};

/**
 * The bank's reception of files. It takes duplicates silently: `find` is asked before `submit`, `submit` sends once,
 * and `find` reads back. `submit` throws `OutcomeUnknown` where the answer is unclear.
 */
export type BankPort = {
  readonly find: (messageId: string) => Promise<readonly FileAtBank[]>;
  readonly submit: (
    file: { readonly messageId: string; readonly bytes: Uint8Array },
    beforeSubmit: () => Promise<void>,
  ) => Promise<void>;
};

/** An upcoming or past payment, as the desk shows it. */
export const paymentViewSchema = z.strictObject({
  amountOre: oreSchema,
  payOn: localDateSchema,
  /** The last minute at which it can be stopped. */
  cutOff: localMinuteSchema,
  state: paymentOrderStateSchema,
  /** Where the file stands that the payment went into. */
  file: paymentFileStateSchema.exactOptional(),
  /** Absent where no account is known. */
  maskedAccount: z.string().exactOptional(),
  canStop: z.boolean(),
  canRelease: z.boolean(),
});
export type PaymentView = z.output<typeof paymentViewSchema>;
