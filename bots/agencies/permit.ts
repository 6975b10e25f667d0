import type { LocalDate } from "../../contracts/dates.js";
import type { AgencyAnswer } from "../../contracts/readings/agency-answer.js";
import { parseDate, plainText } from "../core/swedish.js";

type Permit = NonNullable<Extract<AgencyAnswer, { status: "read" }>["permit"]>;

const terms: Readonly<Record<string, Permit["term"]>> = {
  Permanent: "permanent",
  Tidsbegränsat: "time-limited",
};

/**
 * The residence permit of the Migration Agency's answer. Only an answer that is worded exactly as a granted permit is
 * one; anything more or less stays as it was printed, for a person to read.
 */
export const permitOf = (facts: ReadonlyMap<string, string>): { readonly permit?: Permit } => {
  const said = (label: string): string => plainText(facts.get(label) ?? "");
  const known = ["Ärendetyp", "Beslut", "Giltighetstid", "Gäller från", "Gäller till"];
  const isGranted =
    said("Ärendetyp") === "Uppehållstillstånd" &&
    said("Beslut") === "Beviljat" &&
    [...facts.keys()].every((label) => known.includes(label));
  const printedTerm = said("Giltighetstid");
  const term = Object.hasOwn(terms, printedTerm) ? terms[printedTerm] : undefined;
  const from = facts.get("Gäller från");
  if (!isGranted || term === undefined || from === undefined) return {};
  const until = facts.get("Gäller till");
  return { permit: { term, from: parseDate(from), ...untilOf(until) } };
};

const untilOf = (text: string | undefined): { readonly until?: LocalDate } =>
  text === undefined ? {} : { until: parseDate(text) };
