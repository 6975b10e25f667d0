/** What in a text could lead to a person. */
export type ProseProblem = "personal-number" | "case-number" | "long-number" | "contact" | "address" | "name";

const controlDigits = String.raw`(?:\d{4}|[A-Z]\d{3}|[A-Z]{2}\d{2})`;

/**
 * Personal identity and coordination numbers: a date (day + 60 for the latter) and four more, with or without century
 * and separator. The check digit is not looked at: a mistyped number points at somebody as well.
 */
const personalNumber = new RegExp(
  String.raw`(?<!\d)(?:19|20)?\d\d-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?${controlDigits}(?!\d)`,
);
/** A register's mark and year with a running number, and the words that come before one. */
const caseNumber =
  /\b(?:dnr|diarienummer|ärendenummer|ärende nr|akt nr)\b|\b[A-Z]{1,5}[ -]\d{4}[-/]\d{2,}|\b\d{4}-\d{4,6}\b/i;
/** No reasoning about a rule needs a number of six digits in a row, but accounts, persons and telephones do. */
const longNumber = /\d(?:[ -]?\d){5,}/;
const contact = /\S@\S+\.\w|(?<!\d)(?:\+46|0)[\d -]{6,}\d/;
const address = /[a-zåäö](?:gatan|vägen|gränden|gränd|stigen|torget|allén|backen)\s*\d+|(?<!\d)\d{3} \d{2} [A-ZÅÄÖ]/i;

/** Common in Sweden and never the beginning of a sentence about rules. A net under the second person's eyes, no more. */
const names = new Set(
  (
    "anna eva maria karin sara lena emma kerstin malin marie jenny hanna linda annika susanne elin monika johanna sofia " +
    "ulla carina ingrid emelie julia helena camilla alice maja ella olivia fatima mohammed ahmed ali hassan omar ibrahim " +
    "lars mikael anders johan erik per karl peter thomas jan daniel fredrik andreas hans mohamed marcus stefan magnus " +
    "alexander mattias jonas emil oskar viktor gustav filip elias oliver hugo liam noah svensson johansson andersson " +
    "karlsson nilsson eriksson larsson olsson persson pettersson gustafsson jonsson jansson hansson bengtsson lindberg"
  ).split(" "),
);
/** `per` is also a word; capital letter and all, it is a name. */
const alsoWords = new Set(["per", "ali", "hans"]);

/** Capitalised in the middle of a sentence and still nobody: acts, agencies, abbreviations. */
const allowed =
  /^(?:[A-ZÅÄÖ]{2,6}|SoL|SoF|SoLPuL|CSN|Swish|Försäkringskassan|Arbetsförmedlingen|Skatteverket|Socialstyrelsen|Pensionsmyndigheten|Sverige|Kommunen|Konsumentverket|Regeringen|Transportstyrelsen|Migrationsverket)s?$/;

const wordsOf = (text: string): readonly { readonly word: string; readonly isFirst: boolean }[] =>
  [...text.matchAll(/[\p{L}]+/gu)].map(({ 0: word, index }) => ({
    word,
    isFirst: /(?:^|[.:?!])\s*["”(]?$/.test(text.slice(0, index)),
  }));

const isName = ({ word, isFirst }: { readonly word: string; readonly isFirst: boolean }): boolean => {
  const lower = word.toLowerCase();
  const isCapital = word !== lower;
  if (names.has(lower)) return isCapital || !alsoWords.has(lower);
  return isCapital && !isFirst && !allowed.test(word);
};

/** Numbers, addresses and contacts, in any text that is handed on. */
export const numbersIn = (text: string): readonly ProseProblem[] => [
  ...(personalNumber.test(text) ? (["personal-number"] as const) : []),
  ...(address.test(text) ? (["address"] as const) : []),
  ...(contact.test(text) ? (["contact"] as const) : []),
];

/**
 * Everything in a scenario's own words that could lead to a person. Strict on purpose: a scenario says what it tries,
 * and that takes neither a name nor a long number.
 */
export const personsIn = (text: string): readonly ProseProblem[] => {
  const found = new Set<ProseProblem>(numbersIn(text));
  if (caseNumber.test(text)) found.add("case-number");
  if (longNumber.test(text)) found.add("long-number");
  if (wordsOf(text).some(isName)) found.add("name");
  return [...found];
};
