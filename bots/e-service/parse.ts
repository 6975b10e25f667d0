import { Fault } from "../../contracts/faults.js";
import { sumOre } from "../../contracts/money.js";
import { applicationSchema, type Application } from "../../contracts/readings/application.js";
import {
  parseClockTime,
  parseDate,
  parseKronor,
  parseMonth,
  parsePersonalNumber,
  parseYesNo,
  plainText,
} from "../core/swedish.js";
import { onlyTerms, rowsByHeader, termOf, withoutLast, type TableTexts } from "../core/table.js";
import { costCode, incomeCode } from "./vocabulary.js";
import { changed, coded, kinds, only } from "./words.js";

/** A section with a table, or a sentence in its place. */
export type Listing = { readonly tables: readonly TableTexts[]; readonly sentences: readonly string[] };

type Terms = ReadonlyMap<string, string>;

/** An application page, as texts. */
export type ApplicationTexts = {
  readonly heading: string;
  readonly about: Terms;
  readonly persons: readonly { readonly role: string; readonly terms: Terms }[];
  readonly home: Terms;
  readonly costs: Listing;
  readonly incomes: Listing;
  readonly ticked: readonly string[];
  readonly noneTicked: readonly string[];
  readonly questions: Terms;
  readonly message: readonly string[];
  readonly attachments: Listing;
};

const known = (code: string | undefined): string => {
  if (code === undefined) throw changed("The form names a cost or an income that is on none of our lists.");
  return code;
};

const roles = {
  Sökande: "applicant",
  Medsökande: "co-applicant",
  Barn: "child",
  "Barn på umgänge": "visiting-child",
} as const;
const schools = {
  Förskola: "preschool",
  Grundskola: "compulsory",
  Gymnasium: "upper-secondary",
  "Går inte i skola": "none",
} as const;

const optional = <Value>(key: string, value: Value | undefined): Readonly<Record<string, Value>> =>
  value === undefined ? {} : { [key]: value };

const mapped = <Value>(text: string | undefined, read: (text: string) => Value): Value | undefined =>
  text === undefined ? undefined : read(text);

/** An answer to a question; undefined where it was left open. */
const answer = (text: string): boolean | undefined =>
  plainText(text) === "Ej besvarad" ? undefined : parseYesNo(text);

const signedOn = (text: string): string | undefined => {
  if (plainText(text) === "Ej undertecknad") return undefined;
  const signed = /^(.+) med e-legitimation$/.exec(plainText(text));
  if (signed === null) throw changed("The page words a signature in a way we do not know.");
  return parseDate(signed[1] ?? "");
};

const daysInHome = (text: string): number => {
  if (!/^\d{1,2}$/.test(text)) throw changed("A number of days is not a number.");
  return Number(text);
};

const personTerms = [
  "Rad",
  "Förnamn",
  "Efternamn",
  "Personnummer",
  "Undertecknad",
  "Dagar i hemmet",
  "Äter lunch i förskola",
  "Skola",
];

const parsePerson = ({ role, terms }: ApplicationTexts["persons"][number], index: number) => {
  onlyTerms(terms, personTerms);
  if (termOf(terms, "Rad") !== `p${String(index + 1)}`) throw changed("The persons are not numbered in order.");
  const code = coded(role, roles);
  const isAdult = code === "applicant" || code === "co-applicant";
  return {
    role: code,
    personalNumber: parsePersonalNumber(termOf(terms, "Personnummer")),
    givenName: termOf(terms, "Förnamn"),
    familyName: termOf(terms, "Efternamn"),
    ...optional("signedOn", isAdult ? signedOn(termOf(terms, "Undertecknad")) : undefined),
    ...optional("daysInHome", mapped(terms.get("Dagar i hemmet"), daysInHome)),
    ...optional("lunchAway", mapped(terms.get("Äter lunch i förskola"), answer)),
    ...optional(
      "school",
      mapped(terms.get("Skola"), (text) => coded(text, schools)),
    ),
  };
};

const rowIds = (rows: readonly { readonly row: string }[], letter: string): void => {
  if (rows.some(({ row }, index) => row !== `${letter}${String(index + 1)}`))
    throw changed("The rows of a table are not numbered in order.");
};

const costColumns = ["Rad", "Kostnad", "Sökt belopp", "Kommentar"] as const;

const parseCosts = ({ tables, sentences }: Listing) => {
  const [table, ...more] = tables;
  if (table === undefined || more.length > 0 || sentences.length > 0) throw changed("Costs are not one table.");
  const { body, last } = withoutLast(table);
  const costs = rowsByHeader(body, costColumns).map((row) => ({
    row: row("Rad"),
    type: known(costCode(plainText(row("Kostnad")))),
    appliedOre: parseKronor(row("Sökt belopp")),
    ...optional("note", row("Kommentar") === "" ? undefined : row("Kommentar")),
  }));
  rowIds(costs, "k");
  const [sum] = rowsByHeader({ headers: table.headers, rows: [last] }, costColumns);
  if (sum?.("Rad") !== "Summa") throw changed("The table of costs has no sum row.");
  if (parseKronor(sum("Sökt belopp")) !== sumOre(costs.map(({ appliedOre }) => appliedOre)))
    throw changed("The costs do not add up to the page's own sum.");
  return costs;
};

/** The section's one table; undefined where one sentence says that there is nothing. Both or neither is unknown. */
const tableOrNone = ({ tables, sentences }: Listing, none: string): TableTexts | undefined => {
  const [table, ...more] = tables;
  const saysNone = sentences.length === 1 && plainText(sentences[0] ?? "") === none;
  if (saysNone && tables.length === 0) return undefined;
  if (table === undefined || table.rows.length === 0 || more.length > 0 || sentences.length > 0)
    throw changed("A section neither lists anything nor says that there is nothing.");
  return table;
};

const given = (text: string): string | undefined => (plainText(text) === "Ej angivet" ? undefined : text);

const parseIncomes = (listing: Listing) => {
  const table = tableOrNone(listing, "Inga inkomster uppgivna.");
  if (table === undefined) return [];
  const incomes = rowsByHeader(table, ["Rad", "Person", "Inkomst", "Belopp", "Datum"]).map((row) => ({
    row: row("Rad"),
    type: known(incomeCode(plainText(row("Inkomst")))),
    personRow: row("Person"),
    ...optional("amountOre", mapped(given(row("Belopp")), parseKronor)),
    ...optional("paidOn", mapped(given(row("Datum")), parseDate)),
  }));
  rowIds(incomes, "i");
  return incomes;
};

const parseBenefits = ({ ticked, noneTicked }: Pick<ApplicationTexts, "ticked" | "noneTicked">) => {
  if (ticked.length > 0 && noneTicked.length === 0) return ticked.map((text) => known(incomeCode(plainText(text))));
  if (only(noneTicked, "sentence about benefits") !== "Inga ersättningar ikryssade." || ticked.length > 0)
    throw changed("Benefits are neither ticked nor absent.");
  return [];
};

const parseAttachments = (listing: Listing) => {
  const table = tableOrNone(listing, "Inga bilagor.");
  if (table === undefined) return [];
  return rowsByHeader(table, ["Nr", "Fil", "Slag", "Gäller rad"]).map((row, index) => {
    if (row("Nr") !== String(index + 1)) throw changed("The attachments are not numbered in order.");
    return {
      name: row("Fil"),
      kind: plainText(row("Slag")),
      ...optional("row", row("Gäller rad") === "–" ? undefined : row("Gäller rad")),
    };
  });
};

const aboutTerms = ["Ärende", "Typ", "Avser", "Inkom", "Söker från"];
const homeTerms = [
  "Adress",
  "Postnummer",
  "Ort",
  "Antal personer i hemmet",
  "Delar bostad med annan vuxen",
  "Har hushållet förändrats sedan förra ansökan",
];
const questionTerms = [
  "Väntar du på beslut om ersättning?",
  "Har du tillgångar?",
  "Vistas du i kommunen?",
  "Är kontot detsamma som tidigare?",
] as const;

/** An application from its page's texts. Throws `PersonMismatch` where it is another application than the one asked for. */
export const parseApplication = (texts: ApplicationTexts, reference: string): Application => {
  const { about, home, questions } = texts;
  if (termOf(about, "Ärende") !== reference || plainText(texts.heading) !== `Ansökan ${reference}`)
    throw new Fault(
      "PersonMismatch",
      "The portal showed another application than the one asked for. Nothing was kept.",
    );
  onlyTerms(about, aboutTerms);
  onlyTerms(home, homeTerms);
  onlyTerms(questions, questionTerms);
  const message = only(texts.message, "message");
  const personsInHome = termOf(home, "Antal personer i hemmet");
  if (!/^\d{1,2}$/.test(personsInHome)) throw changed("The number of persons in the home is not a number.");
  return applicationSchema.parse({
    reference,
    receivedAt: parseClockTime(termOf(about, "Inkom")),
    kind: coded(termOf(about, "Typ"), kinds),
    month: parseMonth(termOf(about, "Avser")),
    ...optional("appliesFrom", mapped(about.get("Söker från"), parseDate)),
    persons: texts.persons.map(parsePerson),
    address: { street: termOf(home, "Adress"), postalCode: termOf(home, "Postnummer"), city: termOf(home, "Ort") },
    personsInHome: Number(personsInHome),
    ...optional("sharesHome", answer(termOf(home, "Delar bostad med annan vuxen"))),
    ...optional("householdChanged", answer(termOf(home, "Har hushållet förändrats sedan förra ansökan"))),
    costs: parseCosts(texts.costs),
    declaredIncomes: parseIncomes(texts.incomes),
    declaredBenefits: parseBenefits(texts),
    ...optional("pendingBenefits", answer(termOf(questions, questionTerms[0]))),
    ...optional("hasAssets", answer(termOf(questions, questionTerms[1]))),
    ...optional("staysInMunicipality", answer(termOf(questions, questionTerms[2]))),
    ...optional("accountUnchanged", answer(termOf(questions, questionTerms[3]))),
    ...optional("message", message === "Inget meddelande." ? undefined : message),
    attachments: parseAttachments(texts.attachments),
  });
};
