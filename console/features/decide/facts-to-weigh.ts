import type { ShownCase } from "../../../contracts/api/case-view.js";
import { shortDate } from "../../format.js";

/** A sentence of the file that may belong in the reasons. */
export type Fact = { readonly text: string; readonly source: string };

const ended = (text: string): string => (/[.!?”]$/.test(text) ? text : `${text}.`);
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);

/**
 * What the file holds that a decider may want to weigh, each with where it comes from. Nothing of the children's
 * situation: what a decision means to them is thought through by a person.
 */
export const factsToWeigh = ({
  comparison,
  questions,
  correspondence,
  settled,
  corrected,
  standing,
}: ShownCase): Fact[] => [
  ...questions.map(({ text }) => ({ text: ended(text), source: "öppen fråga" })),
  ...comparison.exceptions.map((text) => ({ text: ended(capital(text)), source: "jämförelse med förra månaden" })),
  ...correspondence.flatMap(({ answer }) =>
    answer === null
      ? []
      : [
          {
            text: `Den sökande har svarat: ${ended(answer.text)}`,
            source: `${answer.orally ? "muntligt" : "skriftligt"} ${shortDate(answer.on)}`,
          },
        ],
  ),
  ...settled.map(({ explanation, by }) => ({ text: ended(explanation), source: by })),
  ...corrected.map(({ label, to, reason, by }) => ({ text: `${label}: ${to}. ${ended(reason)}`, source: by })),
  ...standing.map((text) => ({ text: ended(text), source: "stående beslut" })),
];
