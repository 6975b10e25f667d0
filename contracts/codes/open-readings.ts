import { z } from "zod";
import type { CodeEntry } from "./coded.js";

const rounding = z.enum(["exact", "krona-half-up", "krona-down", "krona-up"]);
/** How a quotient becomes an amount. */
export type Rounding = z.output<typeof rounding>;

/**
 * Points where the sources of law leave a choice. The municipality chooses, with a reference; where it has not,
 * every option is evaluated, and a figure that depends on the choice goes to a person with the variants.
 */
export const readingChoicesSchema = z.strictObject({
  "age-at": z.enum(["first-day", "last-day", "month-after", "pro-rata"]).exactOptional(),
  "leap-birthday": z.enum(["1-march", "28-february"]).exactOptional(),
  "day-divisor": z.enum(["12/365-per-row", "30", "30.4", "actual-days"]).exactOptional(),
  "part-time-child-common-cost": z.enum(["counted", "not-counted"]).exactOptional(),
  "family-in-community": z.enum(["share-by-members", "own-size"]).exactOptional(),
  "round-norm-row": rounding.exactOptional(),
  "round-stimulus": rounding.exactOptional(),
  "round-income": rounding.exactOptional(),
  "round-cost": rounding.exactOptional(),
  "round-result": rounding.exactOptional(),
  "income-month": z.enum(["payment-date", "period"]).exactOptional(),
  "period-over-two-months": z.enum(["payment-month", "period-start", "period-end", "split-by-days"]).exactOptional(),
  "stimulus-month": z.enum(["salary-month", "benefit-month"]).exactOptional(),
  "stimulus-scope": z.enum(["salary-only", "all-employer-pay"]).exactOptional(),
  "stimulus-emergency": z.enum(["breaks", "counts"]).exactOptional(),
  "child-own-part": z.enum(["personal", "personal-and-common", "personal-common-and-costs"]).exactOptional(),
  "price-base-basis": z.enum(["net", "gross"]).exactOptional(),
  "shared-invoice": z.enum(["month-due", "spread"]).exactOptional(),
});
/** The choices that have been made; an absent key has not been chosen. */
export type ReadingChoices = z.output<typeof readingChoicesSchema>;
/** Name of an open reading. */
export type ReadingKey = keyof ReadingChoices;
/** The options of one open reading. */
export type ReadingOption<Key extends ReadingKey> = NonNullable<ReadingChoices[Key]>;

/** Open readings as they are shown to those who choose. */
export const openReadings = {
  "age-at": { title: "När ett barn fyller år under månaden" },
  "leap-birthday": { title: "Födelsedag för den som är född den 29 februari" },
  "day-divisor": { title: "Belopp per dag för del av månad" },
  "part-time-child-common-cost": { title: "Om ett barn på umgänge räknas i de gemensamma kostnaderna" },
  "family-in-community": {
    title: "Familj i hushållsgemenskap: gemensamma kostnader",
    basis: "12 kap. 3 § SoF (2025:468)",
  },
  "round-norm-row": { title: "Avrundning av normrader" },
  "round-stimulus": { title: "Avrundning av jobbstimulans" },
  "round-income": { title: "Avrundning av inkomster" },
  "round-cost": { title: "Avrundning av kostnader" },
  "round-result": { title: "Avrundning av resultatet" },
  "income-month": { title: "Vilken månad en inkomst hör till" },
  "period-over-two-months": { title: "Utbetalning för delar av två månader" },
  "stimulus-month": { title: "Vilken månad som ska ligga inom jobbstimulansens två år" },
  "stimulus-scope": { title: "Vad jobbstimulansen räknas på", basis: "12 kap. 8 § SoL (2025:400)" },
  "stimulus-emergency": { title: "Månad med enbart nödbistånd i jobbstimulansens sex månader" },
  "child-own-part": { title: "Hur långt ett barns egna pengar räknas" },
  "price-base-basis": {
    title: "Prisbasbelopp mot inkomst före eller efter skatt",
    basis: "12 kap. 9 § SoL (2025:400)",
  },
  "shared-invoice": { title: "Räkning som delas eller gäller flera månader" },
} as const satisfies Record<ReadingKey, CodeEntry>;

/** Code of an open reading. */
export const readingKeySchema = readingChoicesSchema.keyof();

/** The options of a reading, in the order they are evaluated and shown. */
export const optionsOf = (key: ReadingKey): readonly string[] => readingChoicesSchema.shape[key].unwrap().options;
