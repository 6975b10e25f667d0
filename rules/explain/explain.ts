import type { Case } from "../../contracts/case.js";
import { openReadings, readingKeySchema } from "../../contracts/codes/open-readings.js";
import { reasons } from "../../contracts/codes/reasons.js";
import type { Explanation } from "../../contracts/explanation.js";
import { formatKronor } from "../../contracts/money.js";
import { readingInWords } from "../../contracts/pack-words.js";
import type { Assessed, Receipt } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { isInForce } from "../parameters.js";
import { factInWords } from "./fact-words.js";
import { nearestFacts } from "./nearest-fact.js";
import { provisionTitle } from "./provision-title.js";
import { rowsUsed } from "./rows-used.js";

const outcomeText = ({ outcome, grantOre, reasons: standing }: Assessed): string => {
  const count = standing.length === 1 ? "ett skäl" : `${String(standing.length)} skäl`;
  switch (outcome) {
    case "prefilled":
      return `Klart för en person att besluta: ${formatKronor(grantOre ?? 0)}\u00a0kr.`;
    case "referred":
      return `En person tar ställning, av ${count}.`;
    case "waiting":
      return `Ärendet väntar, av ${count}.`;
  }
};

const figureTitles = {
  personalOre: "Personliga kostnader",
  commonOre: "Gemensamma kostnader",
  normOre: "Riksnorm",
  costsOre: "Kostnader utöver normen",
  countedIncomeOre: "Inkomster som räknas",
  shortfallOre: "Behov minus inkomster",
} as const;
const figures = ["personalOre", "commonOre", "normOre", "costsOre", "countedIncomeOre", "shortfallOre"] as const;

const titleOfReading = (key: string): string => {
  const known = readingKeySchema.safeParse(key);
  return known.success ? openReadings[known.data].title : key;
};

const optionInWords = (key: string, option: string): string => {
  const known = readingKeySchema.safeParse(key);
  return known.success ? readingInWords(known.data, option) : option;
};

const readingsOf = (value: Case, { readings }: Assessed, { municipal }: Packs): Explanation["readings"] =>
  Object.entries(readings).map(([key, option]) => {
    const chosen = municipal?.readings
      .filter((row) => row.key === key && isInForce(row, value.benefitMonth))
      .toSorted((one, other) => other.from.localeCompare(one.from))[0];
    return {
      key,
      title: titleOfReading(key),
      option: option === "unset" ? null : optionInWords(key, option),
      source: option === "unset" ? null : (chosen?.source ?? null),
    };
  });

const reasonsOf = (value: Case, { findings }: Assessed): Explanation["reasons"] =>
  findings.flatMap(({ reason, settled, code, text, provision, basis, facts }) =>
    reason === undefined || settled === true
      ? []
      : [
          {
            reason,
            title: reasons[reason].title,
            finding: code,
            text: text ?? reasons[reason].title,
            check: reasons[reason].check,
            provision: { id: provision, title: provisionTitle(provision) },
            basis,
            facts: (facts ?? []).map((path) => factInWords(value, path)),
          },
        ],
  );

/**
 * How a case was computed, in plain Swedish: what the receipt says, with the provisions' names, the facts that were
 * read, the rows of the tables, and the nearest fact. Pure; says nothing that the receipt and the packs do not.
 */
export const explain = (value: Case, { receipt, packs }: { receipt: Receipt; packs: Packs }): Explanation => ({
  schema: "skalig.explanation.v1",
  month: value.benefitMonth,
  inputHash: receipt.inputHash,
  rulebookVersion: receipt.rulebook.version,
  outcome: { code: receipt.outcome, text: outcomeText(receipt) },
  figures: figures.map((name) => ({ title: figureTitles[name], amountOre: receipt[name] })),
  lines: receipt.lines.map((line) => ({
    kind: line.kind,
    text: line.text,
    amountOre: line.amountOre,
    verified: line.verified,
    provision: { id: line.provision, title: provisionTitle(line.provision) },
    basis: line.basis,
    facts: line.facts.map((path) => factInWords(value, path)),
    rows: rowsUsed(line, { value, assessed: receipt, packs }),
  })),
  reasons: reasonsOf(value, receipt),
  readings: readingsOf(value, receipt, packs),
  variants: receipt.variants.map(({ readings, figure, amountOre }) => ({
    text: Object.entries(readings)
      .map(([key, option]) => `${titleOfReading(key)}: ${optionInWords(key, option)}`)
      .join(", "),
    figure,
    amountOre,
  })),
  nearest: nearestFacts(value, packs),
});
