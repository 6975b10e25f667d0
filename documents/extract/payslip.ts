import { parseAmountOre } from "./amount.js";
import { parseDate, parsePeriod } from "./date.js";
import { fieldOf, fieldOfAll, type Extraction, type Standing } from "./field.js";
import { agree, findLabelled, type Found, type Layout } from "./find.js";
import { findHolder } from "./name.js";
import { parsePersonalNumber } from "./personal-number.js";

const amounts = {
  grossOre: ["bruttolön", "brutto", "summa bruttolön", "bruttolön denna period", "lön före skatt"],
  taxOre: ["preliminär skatt", "prel skatt", "skatt", "skatteavdrag", "avdragen skatt", "preliminärskatt"],
  netOre: [
    "nettolön",
    "netto",
    "utbetalas",
    "att utbetala",
    "netto att utbetala",
    "utbetalt belopp",
    "nettolön att utbetala",
    "lön att utbetala",
  ],
} as const;

const absolute = (found: readonly Found<number>[]): Found<number>[] =>
  found.map((one) => ({ ...one, value: Math.abs(one.value) }));

/** Gross less tax must be net. A payslip with other deductions is left to a person. */
const standingOf = (
  gross: readonly Found<number>[],
  tax: readonly Found<number>[],
  net: readonly Found<number>[],
): Standing => {
  const [grossOre, taxOre, netOre] = [gross[0]?.value, tax[0]?.value, net[0]?.value];
  if (grossOre === undefined || taxOre === undefined || netOre === undefined) return "contradicted";
  return agree(gross) && agree(tax) && agree(net) && grossOre - taxOre === netOre ? "proved" : "contradicted";
};

/** Reads a payslip: whose, for when, paid on, and gross, tax and net, accepted only where the three add up. */
export const extractPayslip = (layout: Layout): Extraction => {
  const gross = findLabelled(layout, { labels: amounts.grossOre, parse: parseAmountOre });
  const tax = absolute(findLabelled(layout, { labels: amounts.taxOre, parse: parseAmountOre }));
  const net = findLabelled(layout, { labels: amounts.netOre, parse: parseAmountOre });
  const standing = standingOf(gross, tax, net);
  const periods = findLabelled(layout, {
    labels: ["period", "löneperiod", "avser", "avser period", "lönemånad"],
    parse: parsePeriod,
  });
  const [period] = periods;
  return {
    fields: [
      ...fieldOfAll("employeeName", findHolder(layout, ["anställd", "namn", "löntagare", "medarbetare"]), "plausible"),
      ...fieldOfAll(
        "personalNumber",
        findLabelled(layout, { labels: ["personnummer", "pers nr", "personnr"], parse: parsePersonalNumber }),
        "proved",
      ),
      ...(period === undefined
        ? []
        : typeof period.value === "string"
          ? [fieldOf("period", { ...period, value: period.value }, agree(periods) ? "plausible" : "contradicted")]
          : [
              fieldOf(
                "periodFrom",
                { ...period, value: period.value.from },
                agree(periods) ? "plausible" : "contradicted",
              ),
              fieldOf("periodTo", { ...period, value: period.value.to }, agree(periods) ? "plausible" : "contradicted"),
            ]),
      ...fieldOfAll(
        "paidOn",
        findLabelled(layout, {
          labels: ["utbetalningsdag", "utbetalningsdatum", "utbetalas den", "utbetald", "löneutbetalning", "utbet dag"],
          parse: parseDate,
        }),
        "plausible",
      ),
      ...fieldOfAll("grossOre", gross, standing),
      ...fieldOfAll("taxOre", tax, standing),
      ...fieldOfAll("netOre", net, standing),
    ],
    flags: standing === "proved" ? [] : ["sum-differs"],
  };
};
