import { monthInWords } from "../contracts/dates.js";
import { factEffectNames, type Explanation, type FactInWords } from "../contracts/explanation.js";
import { formatKronor } from "../contracts/money.js";

const kr = (amountOre: number | null): string =>
  amountOre === null ? "går inte att räkna ut" : `${formatKronor(amountOre)}\u00a0kr`;

const factsLine = (facts: readonly FactInWords[]): string[] =>
  facts.length === 0 ? [] : [`     Uppgifter: ${facts.map(({ title, value }) => `${title}: ${value}`).join("; ")}`];

const citation = ({ provision, basis }: Pick<Explanation["lines"][number], "provision" | "basis">): string =>
  `     ${provision.title} (${[provision.id, ...basis].join("; ")})`;

const lineText = (line: Explanation["lines"][number]): string[] => {
  const sign = line.kind === "income" ? "−" : "+";
  return [
    `  ${sign} ${line.text}: ${kr(line.amountOre)}${line.verified ? "" : ", inte verifierat"}`,
    citation(line),
    ...line.rows.map((row) => `     Rad: ${row}`),
    ...factsLine(line.facts),
  ];
};

const reasonText = (reason: Explanation["reasons"][number]): string[] => [
  `  · ${reason.title}. ${reason.text === reason.title ? "" : reason.text}`.trimEnd(),
  `     ${reason.check}`,
  citation(reason),
  ...factsLine(reason.facts),
];

const nearestText = ({ facts, summary, assessments }: Explanation["nearest"]): string[] => [
  `  ${summary}`,
  ...facts.flatMap((fact, index) => [
    ...(facts[index - 1]?.effect === fact.effect ? [] : [`  ${factEffectNames[fact.effect]}:`]),
    `  · ${fact.title}: ${fact.fromText} → ${fact.toText}. ${fact.becomes}`,
    citation(fact),
  ]),
  `  (Reglerna prövades ${String(assessments)} gånger, med en uppgift ändrad åt gången.)`,
];

const section = (title: string, rows: readonly string[], empty: string): string[] => [
  "",
  title,
  ...(rows.length === 0 ? [`  ${empty}`] : rows),
];

/** The explanation of a case as it is printed: one row each, widest matter first. */
export const explanationText = (explanation: Explanation): string => {
  const { month, outcome, figures, lines, reasons, readings, variants, nearest, rulebookVersion } = explanation;
  return `${[
    `Bistånd för ${monthInWords(month)}. Regelverk ${rulebookVersion}.`,
    outcome.text,
    ...section(
      "Beräkningen",
      figures.map(({ title, amountOre }) => `  ${title}: ${kr(amountOre)}`),
      "Inget är räknat.",
    ),
    ...section("Rad för rad", lines.flatMap(lineText), "Inga rader."),
    ...section("Varför en person behövs, eller vad ärendet väntar på", reasons.flatMap(reasonText), "Inget skäl."),
    ...section(
      "Tolkningar som prövades (kommunens val, inte lag)",
      readings.map(
        ({ title, option, source }) => `  ${title}: ${option ?? "inte vald"}${source === null ? "" : ` (${source})`}`,
      ),
      "Ingen öppen tolkning.",
    ),
    ...(variants.length === 0
      ? []
      : section(
          "Belopp med de olika tolkningarna",
          variants.map(({ text, figure, amountOre }) => `  ${text}: ${figure} ${kr(amountOre)}`),
          "",
        )),
    ...section("Vad avgör?", nearestText(nearest), ""),
  ].join("\n")}\n`;
};
