import type { Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import { sumOre } from "../../contracts/money.js";
import { caseFileSchema, type CaseFile } from "../../contracts/readings/case-system.js";
import type { PersonalNumber } from "../../contracts/readings/person.js";
import { parseDate, parseKronor, parseMonth, parsePersonalNumber, parseYesNo, plainText } from "../core/swedish.js";
import { onlyTerms, rowsByHeader, tableTexts, termOf, withoutLast, type Row, type TableTexts } from "../core/table.js";
import { commonCosts, costCode, incomeCode, lineKinds, outcomes, plans, roles, standingFacts } from "./vocabulary.js";

/** An open file, as texts. */
export type FileTexts = {
  readonly heading: string;
  readonly head: ReadonlyMap<string, string>;
  /** The text of every table, and every caption. One table has none: the head of the file. */
  readonly tables: readonly string[];
  readonly captions: readonly string[];
  readonly sentences: readonly string[];
};

const changed = (message: string): Fault => new Fault("PortalChanged", message);

const coded = <Code>(text: string, table: Readonly<Record<string, Code>>): Code => {
  const words = plainText(text);
  const code = Object.hasOwn(table, words) ? table[words] : undefined;
  if (code === undefined) throw changed("The file uses a word that is on none of our lists.");
  return code;
};

const known = (code: string | undefined): string => {
  if (code === undefined) throw changed("The file names a cost that is on none of our lists.");
  return code;
};

const calculationCaption = /^Beräkning (\d\d-\d{4})$/;

const saysNothing = ({ headers, rows }: TableTexts): boolean =>
  headers.join("\t") === "Inga uppgifter." && rows.length === 0;

/** The table under a caption; undefined where there is none. */
const tableUnder = ({ tables }: FileTexts, caption: string): TableTexts | undefined => {
  const [text, ...more] = tables.filter((table) => plainText(table.split("\n")[0] ?? "") === caption);
  if (more.length > 0) throw changed("A section of the file stands twice.");
  return text === undefined ? undefined : tableTexts(text, caption);
};

/** The rows of a section; none only where the section says so itself. */
const section = <Column extends string>(
  texts: FileTexts,
  at: { caption: string; columns: readonly Column[] },
): readonly Row<Column>[] => {
  const table = tableUnder(texts, at.caption);
  if (table === undefined) throw changed("A section of the file is missing.");
  if (saysNothing(table)) return [];
  const rows = rowsByHeader(table, at.columns);
  if (rows.length === 0) throw changed("A section of the file is empty without saying so.");
  return rows;
};

const missing = (text: string): boolean => plainText(text) === "-";

const personOr = (text: string, everyone: string): { personalNumber?: PersonalNumber } =>
  plainText(text) === everyone ? {} : { personalNumber: parsePersonalNumber(text) };

/** Case number and persons of the open file. Throws `PersonMismatch` where the person asked for is not among them. */
export const parsePersons = (
  texts: FileTexts,
  personalNumber: PersonalNumber,
): { readonly caseNumber: string; readonly persons: CaseFile["persons"] } => {
  onlyTerms(texts.head, ["Akt", "Registerledare", "Personnr"]);
  const caseNumber = termOf(texts.head, "Akt");
  if (plainText(texts.heading) !== `AKT ${caseNumber}`) throw changed("The file's heading and number differ.");
  const persons = section(texts, { caption: "Personer", columns: ["Roll", "Personnr", "Namn"] }).map((row) => ({
    personalNumber: parsePersonalNumber(row("Personnr")),
    role: coded(row("Roll"), roles),
  }));
  const numbers = new Set(persons.map((person) => person.personalNumber));
  if (!numbers.has(personalNumber))
    throw new Fault(
      "PersonMismatch",
      "The case system opened a file in which the person asked for is not. Nothing was kept.",
    );
  if (numbers.size !== persons.length || !numbers.has(parsePersonalNumber(termOf(texts.head, "Personnr"))))
    throw changed("The file's persons contradict each other.");
  return { caseNumber, persons };
};

const calculationColumns = ["Slag", "Person", "Benämning", "Belopp", "Medräknat"] as const;

const typeOf = (kind: "norm" | "cost" | "income", words: string): string => {
  switch (kind) {
    case "norm":
      return words;
    case "cost":
      return costCode(words) ?? "other-cost";
    case "income":
      return incomeCode(words) ?? "unknown-benefit";
  }
};

/** The last calculation, checked against its own balance: means less need, of what was counted. */
const parseCalculation = (table: TableTexts, month: Month) => {
  const { body, last } = withoutLast(table);
  const [label, balance, ...more] = last;
  if (label !== "Saldo" || balance === undefined || more.length > 0) throw changed("The calculation has no balance.");
  const counted = rowsByHeader(body, calculationColumns).map((row) => {
    const kind = coded(row("Slag"), lineKinds);
    const line = {
      kind,
      type: typeOf(kind, plainText(row("Benämning"))),
      amountOre: parseKronor(row("Belopp")),
      ...personOr(row("Person"), "HUSHÅLL"),
    };
    return { line, countedOre: parseKronor(row("Medräknat")) };
  });
  const balanceOre = parseKronor(balance);
  const soughtOre = sumOre(
    counted.map(({ line, countedOre }) => (line.kind === "income" ? countedOre : 0 - countedOre)),
  );
  if (counted.length === 0 || soughtOre !== balanceOre)
    throw changed("The calculation does not add up to its own balance.");
  return { month, lines: counted.map(({ line }) => line), balanceOre };
};

const parsePrevious = (texts: FileTexts) => {
  const captions = texts.captions.map(plainText).filter((caption) => calculationCaption.test(caption));
  const saysNone = texts.sentences.some((sentence) => plainText(sentence) === "Ingen tidigare beräkning.");
  if (captions.length + (saysNone ? 1 : 0) !== 1)
    throw changed("The file neither shows a calculation nor says that there is none.");
  const [caption = ""] = captions;
  const table = tableUnder(texts, caption);
  if (table === undefined) return {};
  return { previous: parseCalculation(table, parseMonth(calculationCaption.exec(caption)?.[1] ?? "")) };
};

const parseStandingCosts = (texts: FileTexts) =>
  section(texts, {
    caption: "Stående godkännanden",
    columns: ["Kostnad", "Godkänt belopp", "T.o.m.", "Rådrum t.o.m."],
  }).map((row) => ({
    type: known(costCode(plainText(row("Kostnad")))),
    approvedOre: parseKronor(row("Godkänt belopp")),
    until: parseDate(row("T.o.m.")),
    ...(missing(row("Rådrum t.o.m.")) ? {} : { graceUntil: parseDate(row("Rådrum t.o.m.")) }),
  }));

const parseStandingFacts = (texts: FileTexts) =>
  section(texts, {
    caption: "Stående uppgifter",
    columns: ["Uppgift", "Personnr", "Dagar", "Gemensam kostnad", "Fr.o.m.", "T.o.m."],
  }).map((row) => ({
    code: coded(row("Uppgift"), standingFacts),
    from: parseDate(row("Fr.o.m.")),
    until: parseDate(row("T.o.m.")),
    ...personOr(row("Personnr"), "-"),
    ...(missing(row("Dagar")) ? {} : { days: parseDays(row("Dagar")) }),
    ...(missing(row("Gemensam kostnad")) ? {} : { commonCost: coded(row("Gemensam kostnad"), commonCosts) }),
  }));

const parseDays = (text: string): number => {
  if (!/^\d{1,2}$/.test(plainText(text))) throw changed("A number of days is not a number.");
  return Number(plainText(text));
};

const parsePlans = (texts: FileTexts) =>
  section(texts, {
    caption: "Planering",
    columns: ["Personnr", "Slag", "Fr.o.m.", "T.o.m.", "Följs", "Intyg t.o.m."],
  }).map((row) => ({
    personalNumber: parsePersonalNumber(row("Personnr")),
    kind: coded(row("Slag"), plans),
    from: parseDate(row("Fr.o.m.")),
    to: parseDate(row("T.o.m.")),
    followed: parseYesNo(row("Följs")),
    ...(missing(row("Intyg t.o.m.")) ? {} : { certificateUntil: parseDate(row("Intyg t.o.m.")) }),
  }));

const parseHistory = (texts: FileTexts, ownMunicipality: string) =>
  section(texts, { caption: "Beslutshistorik", columns: ["Månad", "Avser", "Utfall", "Kommun"] }).map((row) => ({
    month: parseMonth(row("Månad")),
    outcome: coded(row("Utfall"), outcomes),
    ...personOr(row("Avser"), "ALLA"),
    ...(plainText(row("Kommun")) === ownMunicipality ? {} : { municipality: plainText(row("Kommun")) }),
  }));

const parseEarnings = (texts: FileTexts) =>
  section(texts, { caption: "Arbetsinkomster", columns: ["Personnr", "Månad", "Netto"] }).map((row) => ({
    personalNumber: parsePersonalNumber(row("Personnr")),
    month: parseMonth(row("Månad")),
    netOre: parseKronor(row("Netto")),
  }));

const parseAccount = (texts: FileTexts) => {
  const [row, ...more] = section(texts, { caption: "Utbetalningskonto", columns: ["Konto", "Oförändrat sedan"] });
  if (more.length > 0) throw changed("The file has several payment accounts.");
  if (row === undefined) return {};
  return { account: { maskedNumber: plainText(row("Konto")), unchangedSince: parseMonth(row("Oförändrat sedan")) } };
};

const captions = [
  "Personer",
  "Stående godkännanden",
  "Stående uppgifter",
  "Planering",
  "Beslutshistorik",
  "Arbetsinkomster",
  "Utbetalningskonto",
];

/** What the file says of the household. Throws where a section is missing, unknown or does not add up. */
export const parseFile = (
  texts: FileTexts,
  at: { personalNumber: PersonalNumber; ownMunicipality: string },
): CaseFile => {
  const { persons } = parsePersons(texts, at.personalNumber);
  const strangers = texts.captions
    .map(plainText)
    .filter((name) => !captions.includes(name) && !calculationCaption.test(name));
  if (strangers.length > 0 || texts.tables.length !== texts.captions.length + 1)
    throw changed("The file has a section that we do not know.");
  return caseFileSchema.parse({
    persons,
    ...parsePrevious(texts),
    standingCosts: parseStandingCosts(texts),
    standingFacts: parseStandingFacts(texts),
    planning: parsePlans(texts),
    history: parseHistory(texts, at.ownMunicipality),
    earnings: parseEarnings(texts),
    ...parseAccount(texts),
  });
};

/** What is known of somebody who has no file: nothing, and that was said, not assumed. */
export const noFile: CaseFile = {
  persons: [],
  standingCosts: [],
  standingFacts: [],
  planning: [],
  history: [],
  earnings: [],
};
