import { parseAmountOre } from "./amount.js";
import { parseDate } from "./date.js";
import { fieldOfAll, type Extraction, type Standing } from "./field.js";
import { agree, findLabelled, type Found, type Layout } from "./find.js";
import { findHolder } from "./name.js";
import { findPeriods, periodFields } from "./period.js";
import { parsePersonalNumber } from "./personal-number.js";
import { labels } from "./shared-labels.js";

/** Deducted tax is printed with or without its minus. */
const absolute = (found: readonly Found<number>[]): Found<number>[] =>
  found.map((one) => ({ ...one, value: Math.abs(one.value) }));

type Amounts = Record<"gross" | "tax" | "net", readonly Found<number>[]>;

/** Gross less tax must be net. A payslip with other deductions is left to a person. */
const standingOf = ({ gross, tax, net }: Amounts): Standing => {
  const [grossOre, taxOre, netOre] = [gross[0]?.value, tax[0]?.value, net[0]?.value];
  if (grossOre === undefined || taxOre === undefined || netOre === undefined) return "contradicted";
  return agree(gross) && agree(tax) && agree(net) && grossOre - taxOre === netOre ? "proved" : "contradicted";
};

/** Reads a payslip: whose, for when, paid on, and gross, tax and net, accepted only where the three add up. */
export const extractPayslip = (layout: Layout): Extraction => {
  const amount = (wanted: readonly string[]): Found<number>[] =>
    findLabelled(layout, { labels: wanted, parse: parseAmountOre });
  const amounts = { gross: amount(labels.gross), tax: absolute(amount(labels.tax)), net: amount(labels.net) };
  const standing = standingOf(amounts);
  const numbers = findLabelled(layout, { labels: labels.personalNumber, parse: parsePersonalNumber });
  return {
    fields: [
      ...fieldOfAll("employeeName", findHolder(layout, labels.employee), "plausible"),
      ...fieldOfAll("personalNumber", numbers, "proved"),
      ...periodFields(findPeriods(layout)),
      ...fieldOfAll("paidOn", findLabelled(layout, { labels: labels.paidOn, parse: parseDate }), "plausible"),
      ...fieldOfAll("grossOre", amounts.gross, standing),
      ...fieldOfAll("taxOre", amounts.tax, standing),
      ...fieldOfAll("netOre", amounts.net, standing),
    ],
    flags: standing === "proved" ? [] : ["sum-differs"],
  };
};
