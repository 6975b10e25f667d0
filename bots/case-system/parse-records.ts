import type { Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import { caseSystemRecordSchema, type CaseSystemRecord } from "../../contracts/readings/case-system.js";
import { type WriteKind } from "../../contracts/write-kinds.js";
import type { PersonalNumber } from "../../contracts/readings/person.js";
import { parseDate, parseKronor, parseMonth, parsePersonalNumber, plainText } from "../core/swedish.js";
import { onlyTerms, rowsByHeader, termOf, type TableTexts } from "../core/table.js";
import { printedMonth } from "./printed.js";
import { kinds } from "./vocabulary.js";

/** One page of a case's list of records, as texts. */
export type ListTexts = {
  readonly heading: string;
  /** What the list's own fields say that it shows. */
  readonly month: string;
  readonly filter: string;
  readonly sentences: readonly string[];
  readonly table?: TableTexts;
};

/** One record, as texts. */
export type RecordTexts = {
  readonly heading: string;
  readonly values: ReadonlyMap<string, string>;
  readonly lines?: TableTexts;
};

/** Which list was asked for. */
export type ListAsked = { readonly caseNumber: string; readonly kind: WriteKind; readonly month: Month };

const changed = (message: string): Fault => new Fault("PortalChanged", message);
const given = (text: string): string | undefined => (plainText(text) === "-" ? undefined : text);

const listColumns = ["Löpnr", "Slag", "Månad", "Referens", "Beslut", "Belopp", "Utbet.dag", "Reg.dag", "Sign"] as const;

const totalOf = (sentences: readonly string[]): number => {
  const totals = sentences
    .map((sentence) => /^Antal poster: (\d+)$/.exec(plainText(sentence))?.[1])
    .filter((one) => one !== undefined);
  if (totals.length !== 1) throw changed("The list of records does not say how many there are.");
  return Number(totals[0]);
};

/** The running numbers on one page of the list, and the list's own count of all of them. */
export const parseList = (
  texts: ListTexts,
  asked: ListAsked,
): { readonly numbers: readonly string[]; readonly total: number } => {
  const month = printedMonth(asked.month);
  const { printed, filter } = kinds[asked.kind];
  if (plainText(texts.heading) !== `POSTER ${asked.caseNumber}`) throw changed("The list belongs to another file.");
  if (texts.month !== month || texts.filter !== filter)
    throw changed("The list shows another month or kind than asked for.");
  if (texts.table === undefined) {
    if (!texts.sentences.some((sentence) => plainText(sentence) === `Inga poster för ${month}.`))
      throw changed("The list is empty without saying so.");
    return { numbers: [], total: 0 };
  }
  const rows = rowsByHeader(texts.table, listColumns);
  if (rows.some((row) => plainText(row("Slag")) !== printed || plainText(row("Månad")) !== month))
    throw changed("The list shows a record of another month or kind than asked for.");
  return { numbers: rows.map((row) => plainText(row("Löpnr"))), total: totalOf(texts.sentences) };
};

/** All running numbers. Throws where the pages do not add up to the list's own count. */
export const joinLists = (pages: readonly ReturnType<typeof parseList>[]): readonly string[] => {
  const numbers = pages.flatMap((page) => page.numbers);
  const isWhole = pages.every(({ total }) => total === numbers.length) && new Set(numbers).size === numbers.length;
  if (!isWhole || numbers.some((number) => !/^\d+$/.test(number)))
    throw changed("The records listed do not add up to the list's own count.");
  return numbers;
};

const recordTerms = [
  "Löpnr",
  "Slag",
  "Akt",
  "Personnr",
  "Månad",
  "Referens",
  "Beslut",
  "Belopp",
  "Utbet.dag",
  "Text",
  "Reg.dag",
  "Sign",
];

const linesOf = ({ lines }: RecordTexts, kind: WriteKind) => {
  if ((lines === undefined) !== (kind !== "calculation"))
    throw changed("A record has rows where it should have none, or none where it should.");
  if (lines === undefined || lines.headers.join("\t") === "Inga uppgifter.") return {};
  const rows = rowsByHeader(lines, ["Rad", "Benämning", "Belopp"]);
  if (rows.some((row, index) => row("Rad") !== String(index + 1)))
    throw changed("A record's rows are not numbered in order.");
  return { lines: rows.map((row) => ({ label: row("Benämning"), amountOre: parseKronor(row("Belopp")) })) };
};

/** One record as the system holds it. Throws `PersonMismatch` where it is somebody else's. */
export const parseRecord = (
  texts: RecordTexts,
  asked: ListAsked & { readonly number: string; readonly persons: readonly PersonalNumber[] },
): CaseSystemRecord => {
  const { values } = texts;
  onlyTerms(values, recordTerms);
  const personalNumber = parsePersonalNumber(termOf(values, "Personnr"));
  if (!asked.persons.includes(personalNumber))
    throw new Fault("PersonMismatch", "The case system showed somebody else's record. Nothing was kept.");
  const isAsked =
    plainText(texts.heading) === `POST ${asked.number}` &&
    termOf(values, "Löpnr") === asked.number &&
    termOf(values, "Akt") === asked.caseNumber &&
    termOf(values, "Slag") === kinds[asked.kind].printed &&
    parseMonth(termOf(values, "Månad")) === asked.month;
  if (!isAsked) throw changed("The case system showed another record than the one opened.");
  const amount = given(termOf(values, "Belopp"));
  const outcome = given(termOf(values, "Beslut"));
  const payOn = given(termOf(values, "Utbet.dag"));
  const text = given(termOf(values, "Text"));
  return caseSystemRecordSchema.parse({
    kind: asked.kind,
    reference: given(termOf(values, "Referens")) ?? "",
    personalNumber,
    month: asked.month,
    ...(amount === undefined ? {} : { amountOre: parseKronor(amount) }),
    ...(outcome === undefined ? {} : { outcome: plainText(outcome) }),
    ...linesOf(texts, asked.kind),
    ...(payOn === undefined ? {} : { payOn: parseDate(payOn) }),
    ...(text === undefined ? {} : { text }),
  });
};

/** Whether a receipt confirms the record that was sent. */
export const isReceiptOf = (receipt: ReadonlyMap<string, string>, record: CaseSystemRecord): boolean =>
  /^[1-9]\d*$/.test(receipt.get("Löpnr") ?? "") &&
  receipt.get("Slag") === kinds[record.kind].printed &&
  receipt.get("Månad") === printedMonth(record.month) &&
  receipt.get("Referens") === record.reference;
