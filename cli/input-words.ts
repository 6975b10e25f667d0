import type { z } from "zod";

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "ett tal",
  int: "ett heltal",
  boolean: "true eller false",
  array: "en lista",
  object: "ett objekt med namngivna fält",
  record: "ett objekt med namngivna fält",
};

const unitOf = (origin: string): string => {
  if (origin === "string") return " tecken";
  return origin === "array" ? " rader" : "";
};

/** More options than this say less than the schema does. */
const mostOptions = 12;

const choice = (values: readonly unknown[]): string => {
  const options = values.map((value) => JSON.stringify(value));
  if (options.length === 1) return `Ska vara ${options.join("")}.`;
  if (options.length > mostOptions) return `Ska vara ett av schemats ${String(options.length)} värden.`;
  return `Ska vara något av ${options.join(", ")}.`;
};

/**
 * What is wrong with a field, in plain Swedish, for those who write cases and packs of their own. The code beside the words
 * is what programs go by. What a schema says in words of its own is left as it stands.
 */
export const inputWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "Fältet saknas.";
      return `Ska vara ${kinds[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return issue.input === undefined ? "Fältet saknas." : choice(issue.values);
    case "too_small":
      return `Ska vara minst ${String(issue.minimum)}${unitOf(issue.origin)}.`;
    case "too_big":
      return `Ska vara högst ${String(issue.maximum)}${unitOf(issue.origin)}.`;
    case "invalid_format":
      return "Är inte skrivet i den form som schemat anger.";
    case "not_multiple_of":
      return `Ska vara jämnt delbart med ${String(issue.divisor)}.`;
    case "unrecognized_keys":
      return "Fältet finns inte.";
    case "invalid_key":
      return "Namnet på ett fält är inte något som schemat har.";
    case "invalid_union":
      return "Passar ingen av de former som schemat tillåter.";
    case "invalid_element":
      return "Ett värde är inte något som schemat tillåter.";
    case "custom":
      return "Stämmer inte med resten av underlaget.";
  }
};
