import type { Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import { sumOre } from "../../contracts/money.js";
import {
  applicationSchema,
  inboxRowSchema,
  type Application,
  type InboxRow,
} from "../../contracts/readings/application.js";
import {
  parseClockTime,
  parseDate,
  parseKronor,
  parseMonth,
  parsePersonalNumber,
  parseYesNo,
  plainText,
} from "../core/swedish.js";
import { onlyTerms, rowsByHeader, termOf, type TableTexts } from "../core/table.js";
import { costCode, incomeCode } from "./vocabulary.js";

/** One page of the inbox, as texts. */
export type InboxPageTexts =
  | { readonly state: "empty"; readonly statuses: readonly string[] }
  | { readonly state: "listed"; readonly statuses: readonly string[]; readonly table: TableTexts };

/** A section with a table, or sentences in its place. */
export type Listing = { readonly table?: TableTexts; readonly sentences: readonly string[] };

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

const changed = (message: string): Fault => new Fault("PortalChanged", message);

const only = (texts: readonly string[], what: string): string => {
  const [text, ...more] = texts;
  if (text === undefined || more.length > 0) throw changed(`The page does not show exactly one ${what}.`);
  return plainText(text);
};

const coded = <Code extends string>(text: string, table: Readonly<Record<string, Code>>): Code => {
  const words = plainText(text);
  const code = Object.hasOwn(table, words) ? table[words] : undefined;
  if (code === undefined) throw changed("The page uses a word that is on none of our lists.");
  return code;
};

const known = (code: string | undefined): string => {
  if (code === undefined) throw changed("The form names a cost or an income that is on none of our lists.");
  return code;
};

const kinds = { "Första ansökan": "first", Återansökan: "renewal", Tilläggsansökan: "supplement" } as const;
const inboxColumns = ["Ärende", "Inkom", "Avser", "Typ", "Undertecknad"] as const;

/** Rows of one inbox page. `total` is the page's own count of the whole list. Throws where they do not agree. */
export const parseInboxPage = (
  texts: InboxPageTexts,
  month: Month,
): { readonly rows: readonly InboxRow[]; readonly from: number; readonly total: number } => {
  const status = only(texts.statuses, "statement of how much it shows");
  if (texts.state === "empty") {
    const empty = /^Inga ansökningar för (.+?)\.$/.exec(status);
    if (empty === null || parseMonth(empty[1] ?? "") !== month)
      throw changed("The inbox shows another month than asked.");
    return { rows: [], from: 0, total: 0 };
  }
  const shown = /^Visar (\d+)–(\d+) av (\d+) ansökningar för (.+?)\.$/.exec(status);
  if (shown === null) throw changed("The inbox does not say how much it shows.");
  const [from, to, total] = [Number(shown[1]), Number(shown[2]), Number(shown[3])];
  if (parseMonth(shown[4] ?? "") !== month) throw changed("The inbox shows another month than asked.");
  const rows = rowsByHeader(texts.table, inboxColumns).map((row) => {
    coded(row("Typ"), kinds);
    return inboxRowSchema.parse({
      reference: plainText(row("Ärende")),
      receivedAt: parseClockTime(row("Inkom")),
      month: parseMonth(row("Avser")),
    });
  });
  if (rows.length !== to - from + 1) throw changed("The inbox lists another number of rows than it says.");
  if (rows.some((row) => row.month !== month)) throw changed("The inbox lists an application for another month.");
  return { rows, from, total };
};

/** Puts the pages together. Throws where an application stands twice or the total is not reached. */
export const joinInboxPages = (pages: readonly ReturnType<typeof parseInboxPage>[]): readonly InboxRow[] => {
  if (new Set(pages.map(({ total }) => total)).size > 1)
    throw new Fault("PortalUnavailable", "The inbox changed while it was being read.");
  const rows = pages.flatMap((page) => page.rows);
  const isWhole =
    rows.length === (pages[0]?.total ?? -1) && new Set(rows.map(({ reference }) => reference)).size === rows.length;
  if (!isWhole) throw changed("The inbox's pages do not add up to its own total.");
  return rows;
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

const parseCosts = ({ table }: Listing) => {
  if (table === undefined) throw changed("The table of costs is missing.");
  const costs = rowsByHeader(table, costColumns).map((row) => ({
    row: row("Rad"),
    type: known(costCode(plainText(row("Kostnad")))),
    appliedOre: parseKronor(row("Sökt belopp")),
    ...optional("note", row("Kommentar") === "" ? undefined : row("Kommentar")),
  }));
  rowIds(costs, "k");
  const [sum, ...more] = rowsByHeader({ headers: table.headers, rows: table.footer }, costColumns);
  if (sum?.("Rad") !== "Summa" || more.length > 0) throw changed("The table of costs has no sum row.");
  if (parseKronor(sum("Sökt belopp")) !== sumOre(costs.map(({ appliedOre }) => appliedOre)))
    throw changed("The costs do not add up to the page's own sum.");
  return costs;
};

const given = (text: string): string | undefined => (plainText(text) === "Ej angivet" ? undefined : text);

const parseIncomes = ({ table, sentences }: Listing) => {
  if (table === undefined) {
    if (only(sentences, "sentence about incomes") !== "Inga inkomster uppgivna.")
      throw changed("Incomes are neither listed nor absent.");
    return [];
  }
  const incomes = rowsByHeader(table, ["Rad", "Person", "Inkomst", "Belopp", "Datum"]).map((row) => ({
    row: row("Rad"),
    type: known(incomeCode(plainText(row("Inkomst")))),
    personRow: row("Person"),
    ...optional("amountOre", mapped(given(row("Belopp")), parseKronor)),
    ...optional("paidOn", mapped(given(row("Datum")), parseDate)),
  }));
  if (incomes.length === 0) throw changed("Incomes are neither listed nor absent.");
  rowIds(incomes, "i");
  return incomes;
};

const parseBenefits = ({ ticked, noneTicked }: Pick<ApplicationTexts, "ticked" | "noneTicked">) => {
  if (ticked.length > 0 && noneTicked.length === 0) return ticked.map((text) => known(incomeCode(plainText(text))));
  if (only(noneTicked, "sentence about benefits") !== "Inga ersättningar ikryssade." || ticked.length > 0)
    throw changed("Benefits are neither ticked nor absent.");
  return [];
};

const parseAttachments = ({ table, sentences }: Listing) => {
  if (table === undefined) {
    if (only(sentences, "sentence about attachments") !== "Inga bilagor.")
      throw changed("Attachments are neither listed nor absent.");
    return [];
  }
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
