import { parseAmountOre } from "./amount.js";
import { parseDate } from "./date.js";
import { fieldOfAll, type Extraction } from "./field.js";
import { findLabelled, type Layout } from "./find.js";
import { findHolder } from "./name.js";
import { parsePersonalNumber } from "./personal-number.js";
import { labels } from "./shared-labels.js";
import { partsOf, standingOfTotal } from "./sum.js";

/** Reads a receipt for care or medicine: for whom, when, and what was paid. What the care was for is not read. */
export const extractMedicalReceipt = (layout: Layout): Extraction => {
  const totals = findLabelled(layout, { labels: labels.paidAmount, parse: parseAmountOre });
  const standing = standingOfTotal(totals, partsOf(layout, totals));
  const numbers = findLabelled(layout, { labels: labels.personalNumber, parse: parsePersonalNumber });
  return {
    fields: [
      ...fieldOfAll("patientName", findHolder(layout, labels.patient), "plausible"),
      ...fieldOfAll("personalNumber", numbers, "proved"),
      ...fieldOfAll("paidOn", findLabelled(layout, { labels: labels.receiptDate, parse: parseDate }), "plausible"),
      ...fieldOfAll("amountPaidOre", totals, standing),
    ],
    flags: totals.length > 0 && standing === "contradicted" ? ["sum-differs"] : [],
  };
};
