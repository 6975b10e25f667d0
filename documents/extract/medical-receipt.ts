import { parseAmountOre } from "./amount.js";
import { parseDate } from "./date.js";
import { fieldOfAll, type Extraction } from "./field.js";
import { agree, findLabelled, type Layout } from "./find.js";
import { findHolder } from "./name.js";
import { parsePersonalNumber } from "./personal-number.js";

/** Reads a receipt for care or medicine: for whom, when, and what was paid. What the care was for is not read. */
export const extractMedicalReceipt = (layout: Layout): Extraction => {
  const totals = findLabelled(layout, {
    labels: ["att betala", "summa", "totalt", "patientavgift", "egenavgift", "betalt", "summa att betala", "betalat"],
    parse: parseAmountOre,
  });
  return {
    fields: [
      ...fieldOfAll("patientName", findHolder(layout, ["patient", "namn", "kund"]), "plausible"),
      ...fieldOfAll(
        "personalNumber",
        findLabelled(layout, { labels: ["personnummer", "pers nr", "personnr"], parse: parsePersonalNumber }),
        "proved",
      ),
      ...fieldOfAll(
        "paidOn",
        findLabelled(layout, {
          labels: ["datum", "kvittodatum", "besöksdatum", "betaldatum", "inköpsdatum"],
          parse: parseDate,
        }),
        "plausible",
      ),
      ...fieldOfAll("amountPaidOre", totals, agree(totals) && totals.length > 1 ? "proved" : "plausible"),
    ],
    flags: totals.length > 0 && !agree(totals) ? ["sum-differs"] : [],
  };
};
