import { Fault } from "../../contracts/faults.js";
import type { PersonalNumber } from "../../contracts/readings/person.js";
import { registerAnswerSchema, type RegisterAnswer } from "../../contracts/readings/register-answer.js";
import { parseDate, parsePersonalNumber, plainText } from "../core/swedish.js";
import { onlyTerms, rowsByHeader, termOf, type TableTexts } from "../core/table.js";

/** A person record, as texts. */
export type RecordTexts = {
  /** Every table of the page: the person's, and the relations' where there are any. */
  readonly tables: readonly TableTexts[];
  readonly person: ReadonlyMap<string, string>;
  readonly sentences: readonly string[];
};

const changed = (message: string): Fault => new Fault("PortalChanged", message);

const terms = [
  "Identity number",
  "Given names",
  "Surname",
  "Street",
  "Postal code",
  "City",
  "Municipality",
  "Status",
  "Last change",
  "Protection",
];

const kinds: Readonly<Record<string, "spouse" | "child" | "guardian">> = {
  Spouse: "spouse",
  Child: "child",
  Guardian: "guardian",
};

const protectedMarkOf = (text: string): boolean => {
  if (text === "PROTECTED") return true;
  if (text === "None") return false;
  throw changed("The register marks protection with a word we do not know.");
};

/** An address, or that it is withheld. It is withheld for a protected person and for nobody else. */
const addressOf = (person: ReadonlyMap<string, string>, protectedMark: boolean) => {
  const [street, postalCode, city] = ["Street", "Postal code", "City"].map((name) => plainText(termOf(person, name)));
  const withheld = [street, postalCode, city].filter((text) => text === "Withheld").length;
  if (withheld !== (protectedMark ? 3 : 0))
    throw changed("The address and the mark of protection contradict each other.");
  return protectedMark ? {} : { address: { street, postalCode, city } };
};

const deceasedOf = (text: string) => {
  if (text === "Registered") return {};
  const deceased = /^Deceased (\d{8})$/.exec(text);
  if (deceased === null) throw changed("The register states a status we do not know.");
  return { deceasedOn: parseDate(deceased[1] ?? "") };
};

const lastChangeOf = (text: string) => (text === "None recorded" ? {} : { lastChangedOn: parseDate(text) });

const relationsOf = ({ sentences, tables }: RecordTexts) => {
  const [relations, ...more] = tables.filter(({ headers }) => headers.includes("Relation"));
  if (more.length > 0 || tables.length !== (relations === undefined ? 1 : 2))
    throw changed("The record has a table that we do not know.");
  const saysNone = sentences.some((sentence) => plainText(sentence) === "No relations recorded.");
  if (saysNone !== (relations === undefined)) throw changed("Relations are neither listed nor absent.");
  if (relations === undefined) return [];
  const read = rowsByHeader(relations, ["Relation", "Identity number", "Name"]).map((row) => {
    const relation = kinds[row("Relation")];
    if (relation === undefined) throw changed("The register names a relation we do not know.");
    return { relation, personalNumber: parsePersonalNumber(row("Identity number")) };
  });
  const distinct = new Set(read.map(({ relation, personalNumber }) => `${relation} ${personalNumber}`));
  if (read.length === 0 || distinct.size !== read.length)
    throw changed("A relation is listed twice, or the list is empty.");
  return read;
};

/** The register's answer about one person. Throws `PersonMismatch` where the record is somebody else's. */
export const parseRecord = (texts: RecordTexts, personalNumber: PersonalNumber): RegisterAnswer => {
  const { person } = texts;
  if (parsePersonalNumber(termOf(person, "Identity number")) !== personalNumber)
    throw new Fault("PersonMismatch", "The register showed another person than the one asked for. Nothing was kept.");
  onlyTerms(person, terms);
  const protectedMark = protectedMarkOf(termOf(person, "Protection"));
  return registerAnswerSchema.parse({
    personalNumber,
    givenName: termOf(person, "Given names"),
    familyName: termOf(person, "Surname"),
    ...addressOf(person, protectedMark),
    relations: relationsOf(texts),
    ...lastChangeOf(termOf(person, "Last change")),
    ...deceasedOf(termOf(person, "Status")),
    protectedMark,
    municipality: termOf(person, "Municipality"),
  });
};
