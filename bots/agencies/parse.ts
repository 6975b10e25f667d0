import type { Agency } from "../../contracts/codes/sources.js";
import { isWithin, type Period } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import { sumOre, type Ore } from "../../contracts/money.js";
import type { AgencyQuery } from "../../contracts/portals.js";
import { agencyAnswerSchema, type AgencyAnswer } from "../../contracts/readings/agency-answer.js";
import { parseDate, parseKronor, parsePeriod, parsePersonalNumber, parseYesNo, plainText } from "../core/swedish.js";
import { onlyTerms, rowsByHeader, termOf, withoutLast, type Row, type TableTexts } from "../core/table.js";
import { permitOf } from "./permit.js";
import { printedAgencies, printedBenefits, printedDeductions, purpose, statute } from "./vocabulary.js";

type Terms = ReadonlyMap<string, string>;

/** One agency's section of the answer page, as texts. */
export type SectionTexts = {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly payments?: TableTexts;
  readonly facts?: Terms;
  /** What stands under "Svar saknas". */
  readonly missing?: Terms;
};

/** The answer page, as texts. */
export type AnswerTexts = { readonly top: Terms; readonly sections: readonly SectionTexts[] };

const changed = (message: string, agency?: Agency): Fault =>
  new Fault("PortalChanged", message, agency === undefined ? {} : { agency });

const checkPerson = (printed: string, query: AgencyQuery): void => {
  if (parsePersonalNumber(printed) !== query.personalNumber)
    throw new Fault(
      "PersonMismatch",
      "The portal answered about another person than the one asked about. Nothing was kept.",
    );
};

const checkPeriod = (printed: string, { from, to }: Period): void => {
  const period = parsePeriod(printed);
  if (period.from !== from || period.to !== to)
    throw changed("The portal answered for another period than the one asked for.");
};

const columns = [
  "Förmån",
  "Delförmån",
  "Period",
  "Utbetalningsdag",
  "Brutto",
  "Skatt",
  "Avdrag",
  "Avdragskod",
  "Netto",
  "Status",
  "Typ",
] as const;
type Column = (typeof columns)[number];
type PaymentRow = Row<Column>;

/** What the service prints where an agency does not say. */
const unsaid = "–";

const said = (row: PaymentRow, column: Column): string | undefined => {
  const text = plainText(row(column));
  if (text === "") throw changed("A cell of a payment is empty.");
  return text === unsaid ? undefined : text;
};

const amountOf = (row: PaymentRow, column: Column): Ore | undefined => {
  const text = said(row, column);
  return text === undefined ? undefined : parseKronor(text);
};

const oneOf = <Value>(text: string | undefined, table: Readonly<Record<string, Value>>): Value => {
  const value = text !== undefined && Object.hasOwn(table, text) ? table[text] : undefined;
  if (value === undefined) throw changed("A payment has a status or a type that is on none of our lists.");
  return value;
};

const isPreliminary = { Utbetald: false, Preliminär: true } as const;
const isRetroactive = { Månad: false, Dag: false, Retro: true } as const;

const printedName = (row: PaymentRow): string => {
  const benefit = said(row, "Förmån");
  if (benefit === undefined) throw changed("A payment has no benefit's name.");
  const part = said(row, "Delförmån");
  if (part === undefined) return benefit;
  return part.startsWith(benefit) ? part : `${benefit}, ${part}`;
};

/** Each deduction under its code. One code for one amount: where there are several, nobody can tell them apart. */
const deductionsOf = (row: PaymentRow) => {
  const amountOre = amountOf(row, "Avdrag");
  const code = said(row, "Avdragskod");
  if (code === undefined) {
    if (amountOre !== undefined && amountOre !== 0) throw changed("A deduction has no code.");
    return [];
  }
  if (amountOre === undefined) throw changed("A deduction has no amount.");
  const type = Object.hasOwn(printedDeductions, code) ? printedDeductions[code] : undefined;
  return [{ type: type ?? "other", amountOre }];
};

const parsePayment = (row: PaymentRow, period: Period) => {
  const benefit = said(row, "Förmån") ?? "";
  const grossOre = amountOf(row, "Brutto");
  const taxOre = amountOf(row, "Skatt");
  const netOre = amountOf(row, "Netto");
  const deductions = deductionsOf(row);
  if (netOre === undefined) throw changed("A payment has no net amount.");
  const takenOre = (taxOre ?? 0) + sumOre(deductions.map(({ amountOre }) => amountOre));
  if (grossOre !== undefined && grossOre - takenOre !== netOre)
    throw changed("A payment's gross less what is taken from it is not its net.");
  const paidOn = parseDate(row("Utbetalningsdag"));
  if (!isWithin(paidOn, period)) throw changed("A payment was made outside the period asked for.");
  return {
    type: Object.hasOwn(printedBenefits, benefit) ? printedBenefits[benefit] : "unknown-benefit",
    printedAs: printedName(row),
    ...parsePeriod(row("Period")),
    paidOn,
    ...(grossOre === undefined ? {} : { grossOre }),
    ...(taxOre === undefined ? {} : { taxOre }),
    deductions,
    netOre,
    preliminary: oneOf(said(row, "Status"), isPreliminary),
    retroactive: oneOf(said(row, "Typ"), isRetroactive),
  };
};

const sumColumns = ["Brutto", "Skatt", "Avdrag", "Netto"] as const satisfies readonly Column[];

/** Every sum must be the sum of what is said above it; a sum of nothing said is not said either, or is nought. */
const checkSums = (rows: readonly PaymentRow[], sums: PaymentRow): void => {
  for (const column of sumColumns) {
    const amounts = rows.map((row) => amountOf(row, column)).filter((amount) => amount !== undefined);
    if ((amountOf(sums, column) ?? 0) !== sumOre(amounts))
      throw changed("The payments do not add up to the page's own sum.");
  }
};

const parsePayments = (table: TableTexts, period: Period) => {
  const { body, last } = withoutLast(table);
  const rows = rowsByHeader(body, columns);
  const [foot] = rowsByHeader({ headers: table.headers, rows: [last] }, columns);
  // The sum row says so in whatever column comes first.
  if (rows.length === 0 || foot === undefined || last[0] !== "Summa")
    throw changed("A table of payments has no rows or no sum row.");
  checkSums(rows, foot);
  return rows.map((row) => parsePayment(row, period));
};

const paying: readonly Agency[] = ["FK", "SO", "CSN"];
const emptySentence = (agency: Agency): string =>
  `Inga ${paying.includes(agency) ? "utbetalningar" : "uppgifter"} registrerade för perioden.`;

const parseMissing = (section: SectionTexts, agency: Agency): AgencyAnswer => {
  if (section.payments !== undefined || section.facts !== undefined || section.sentences.length > 2)
    throw changed("An agency's answer is both missing and there.", agency);
  return agencyAnswerSchema.parse({
    agency,
    status: "unavailable",
    errorCode: termOf(section.missing ?? new Map(), "Felkod"),
  });
};

const parseSection = (
  section: SectionTexts,
  { agency, query }: { agency: Agency; query: AgencyQuery },
): AgencyAnswer => {
  const [opening = "", protection = "", ...rest] = section.sentences.map(plainText);
  const about = /^Avser (\S+), period (.+)\.$/.exec(opening);
  if (about === null) throw changed("An agency's answer does not say whom it concerns.", agency);
  checkPerson(about[1] ?? "", query);
  checkPeriod(about[2] ?? "", query.period);
  if (section.missing !== undefined) return parseMissing(section, agency);

  const mark = /^Sekretessmarkering: (\S+)$/.exec(protection);
  if (mark === null) throw changed("An agency's answer does not say whether the person is protected.", agency);
  const protectedMark = parseYesNo(mark[1] ?? "");

  const saysEmpty = rest.length === 1 && rest[0] === emptySentence(agency);
  if (rest.length > 0 && !saysEmpty) throw changed("An agency's answer has a sentence that we do not know.", agency);
  const notes = [...(section.facts ?? new Map<string, string>())].map(([label, value]) => ({
    label,
    value: plainText(value),
  }));
  if (section.payments === undefined) {
    if (!saysEmpty && (notes.length === 0 || paying.includes(agency)))
      throw changed("An agency's answer neither lists anything nor says that there is nothing.", agency);
    if (notes.length === 0) return agencyAnswerSchema.parse({ agency, status: "nothing-registered", protectedMark });
    const permit = agency === "MIV" ? permitOf(section.facts ?? new Map<string, string>()) : {};
    return agencyAnswerSchema.parse({ agency, status: "read", payments: [], notes, ...permit, protectedMark });
  }
  if (saysEmpty) throw changed("An agency's answer lists payments and says that there are none.", agency);
  const payments = parsePayments(section.payments, query.period);
  return agencyAnswerSchema.parse({ agency, status: "read", payments, notes, protectedMark });
};

const topTerms = ["Personnummer", "Period", "Syfte", "Lagtext", "Fråge-id"];

/**
 * The answers of the agencies asked, in the order asked. Throws `PersonMismatch` where any part concerns somebody else
 * and `PortalChanged` where a part is missing, unknown or does not add up.
 */
export const parseAnswers = (texts: AnswerTexts, query: AgencyQuery): readonly AgencyAnswer[] => {
  onlyTerms(texts.top, topTerms);
  checkPerson(termOf(texts.top, "Personnummer"), query);
  checkPeriod(termOf(texts.top, "Period"), query.period);
  if (termOf(texts.top, "Syfte") !== purpose || termOf(texts.top, "Lagtext") !== statute)
    throw changed("The answer states another purpose or statute than the query did.");
  if (texts.sections.length !== query.agencies.length)
    throw changed("The page does not show one section for each agency asked.");
  return query.agencies.map((agency) => {
    const [section, ...more] = texts.sections.filter(({ heading }) => plainText(heading) === printedAgencies[agency]);
    if (section === undefined || more.length > 0)
      throw changed("The page does not show one section for each agency asked.", agency);
    return parseSection(section, { agency, query });
  });
};
