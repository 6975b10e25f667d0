import { reasons, type Reason } from "../contracts/codes/reasons.js";
import { formatKronor, type Ore } from "../contracts/money.js";
import { mandateInWords, rehearsalEffects, type Rehearsal } from "../contracts/rehearsal.js";

/** Where a case stands after the rules have been used, in words. */
export const outcomeWords = {
  prefilled: "klar att besluta",
  referred: "hos en person",
  waiting: "väntar",
} as const;

const kronor = (amountOre: Ore | null): string => (amountOre === null ? "" : formatKronor(amountOre));
const titles = (codes: readonly Reason[]): string => codes.map((code) => reasons[code].title).join("; ");

/** Changed cases as the lines of a table, heading first: what is exported. Cases that cannot be worked out come last. */
export const rehearsalRows = ({ cases, errors }: Rehearsal): string[][] => [
  [
    "Ärende",
    "Månad",
    "Vuxna",
    "Barn",
    "Vad som blir annorlunda",
    "Var kr",
    "Blir kr",
    "Skillnad kr",
    "Utfall före",
    "Utfall efter",
    "Skäl som tillkommer",
    "Skäl som försvinner",
    "Tolkningar",
    "Delegation",
    "Beslutat kr",
    "Rader och frågor",
  ],
  ...cases.map((one) => [
    one.ref,
    one.month,
    String(one.adults),
    String(one.children),
    one.effects.map((effect) => rehearsalEffects[effect].title).join("; "),
    kronor(one.before.amountOre),
    kronor(one.after.amountOre),
    kronor(one.differenceOre),
    outcomeWords[one.before.outcome],
    outcomeWords[one.after.outcome],
    titles(one.reasonsArisen),
    titles(one.reasonsGone),
    one.readings.map(({ key, before, after }) => `${key}: ${before} → ${after}`).join("; "),
    one.mandate === undefined ? "" : `${mandateInWords(one.mandate.before)} → ${mandateInWords(one.mandate.after)}`,
    kronor(one.decided?.amountOre ?? null),
    [
      ...one.lines.map(({ text, beforeOre, afterOre }) => `${text}: ${kronor(beforeOre)} → ${kronor(afterOre)}`),
      ...one.findings.map(({ change, text = "" }) => `${change === "arises" ? "Nytt" : "Inte längre"}: ${text}`),
    ].join("; "),
  ]),
  ...errors.map(({ ref, message }) => [ref, "", "", "", `Räknades inte: ${message}`]),
];
