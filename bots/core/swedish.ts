import {
  instantInSweden,
  localDateSchema,
  monthSchema,
  type Instant,
  type LocalDate,
  type Month,
  type Period,
} from "../../contracts/dates.js";
import type { Ore } from "../../contracts/money.js";
import { personalNumberSchema, type PersonalNumber } from "../../contracts/readings/person.js";

/**
 * What a portal printed is not in a form we can read in exactly one way. The message never repeats the text:
 * it is personal data.
 */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
  readonly wanted: string;

  constructor(wanted: string) {
    super(`A text on the page is not ${wanted} in a form that can be read in one way only.`);
    this.wanted = wanted;
  }
}

/** Spaces that portals use inside and around figures: no-break, narrow no-break, thin, figure and ordinary. */
const anySpace = /[\s\u00a0\u202f\u2009\u2007]+/g;

/** One ordinary space wherever the page had any kind of white space; none at the ends. */
export const plainText = (text: string): string => text.replace(anySpace, " ").trim();

const grouped = String.raw`\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+(?=,)|\d+`;
const amountForm = new RegExp(
  String.raw`^(?<sign>[-\u2212\u2013])? ?(?<kronor>${grouped})(?:[,:](?<ore>\d{2})|:-|,-)?(?: ?(?:kr\.?|SEK|kronor))?(?<after> ?[-\u2212\u2013])?$`,
  "i",
);

/**
 * An amount in öre from what a page printed: `6 210 kr`, `507,50`, `1.234,50`, `5 200:-`, `5 200:50`, `−6 190`, `620-`.
 * Exact, by string. A lone point is refused: in `1.234` it may part thousands or decimals. So is `1,5`.
 * Throws `Unreadable`.
 */
export const parseKronor = (text: string): Ore => {
  const groups = amountForm.exec(plainText(text))?.groups;
  const kronor = groups?.["kronor"]?.replace(/[ .]/g, "");
  if (groups === undefined || kronor === undefined || kronor.length > 10) throw new Unreadable("an amount");
  const before = groups["sign"] !== undefined;
  const after = groups["after"] !== undefined;
  if (before && after) throw new Unreadable("an amount");
  const amountOre = Number(kronor + (groups["ore"] ?? "00"));
  return before || after ? 0 - amountOre : amountOre;
};

const monthForms = [
  /^jan(?:uari|\.)?$/,
  /^feb(?:ruari|\.)?$/,
  /^mar(?:s|\.)?$/,
  /^apr(?:il|\.)?$/,
  /^maj$/,
  /^jun(?:i|\.)?$/,
  /^jul(?:i|\.)?$/,
  /^aug(?:usti|\.)?$/,
  /^sep(?:t|tember)?\.?$/,
  /^okt(?:ober|\.)?$/,
  /^nov(?:ember|\.)?$/,
  /^dec(?:ember|\.)?$/,
] as const;

const monthNumber = (word: string): string | undefined => {
  const index = monthForms.findIndex((form) => form.test(word.toLowerCase()));
  return index === -1 ? undefined : String(index + 1).padStart(2, "0");
};

const day = (text: string): string => text.padStart(2, "0");

const isoOf = (text: string): string | undefined => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso !== null) return iso.slice(1).join("-");
  const written = /^(\d{1,2}) ([a-zåäö]+\.?) (\d{4})$/i.exec(text);
  if (written !== null) {
    const month = monthNumber(written[2] ?? "");
    return month === undefined ? undefined : `${written[3] ?? ""}-${month}-${day(written[1] ?? "")}`;
  }
  // Day before month is certain here: no one writes month/day-year or month/day year in Swedish.
  const slashed = /^(\d{1,2})\/(\d{1,2})[- ](\d{4})$/.exec(text);
  return slashed === null ? undefined : `${slashed[3] ?? ""}-${day(slashed[2] ?? "")}-${day(slashed[1] ?? "")}`;
};

/**
 * A date from `2025-10-24`, `20251024`, `24 oktober 2025`, `24 okt. 2025`, `24/10-2025` or `24/10 2025`.
 * `01/02/2025` and two-digit years are refused. Throws `Unreadable`.
 */
export const parseDate = (text: string): LocalDate => {
  const parsed = localDateSchema.safeParse(isoOf(plainText(text)));
  if (!parsed.success) throw new Unreadable("a date");
  return parsed.data;
};

const yearMonthOf = (text: string): string | undefined => {
  if (/^\d{4}-\d{2}$/.test(text)) return text;
  const figures = /^(\d{2})-(\d{4})$/.exec(text);
  if (figures !== null) return `${figures[2] ?? ""}-${figures[1] ?? ""}`;
  const written = /^([a-zåäö]+\.?) (\d{4})$/i.exec(text);
  const month = monthNumber(written?.[1] ?? "");
  return written === null || month === undefined ? undefined : `${written[2] ?? ""}-${month}`;
};

/** A month from `2025-11`, `11-2025` or `november 2025`. Throws `Unreadable`. */
export const parseMonth = (text: string): Month => {
  const parsed = monthSchema.safeParse(yearMonthOf(plainText(text)));
  if (!parsed.success) throw new Unreadable("a month");
  return parsed.data;
};

/** A period from two dates with a dash between, as in `2025-10-01 – 2025-10-31`. Throws `Unreadable`. */
export const parsePeriod = (text: string): Period => {
  const [from, to, ...rest] = plainText(text).split(/ [-\u2013\u2212] /);
  if (from === undefined || to === undefined || rest.length > 0) throw new Unreadable("a period");
  const period = { from: parseDate(from), to: parseDate(to) };
  if (period.from > period.to) throw new Unreadable("a period");
  return period;
};

/** A point in time from `25 oktober 2025 kl. 19.12`, Swedish clock time. Throws `Unreadable`. */
export const parseClockTime = (text: string): Instant => {
  const parts = /^(.+?),? (?:kl\.? )?([01]\d|2[0-3])[.:]([0-5]\d)$/.exec(plainText(text));
  if (parts === null) throw new Unreadable("a time");
  const instant = instantInSweden(parseDate(parts[1] ?? ""), `${parts[2] ?? ""}:${parts[3] ?? ""}`);
  if (instant === undefined) throw new Unreadable("a time");
  return instant;
};

/** Twelve digits from `199005021234`, `19900502-1234` or `19900502 1234`; ten digits do not name a century. Throws `Unreadable`. */
export const parsePersonalNumber = (text: string): PersonalNumber => {
  const parts = /^(\d{8})[- ]?(\d{4})$/.exec(plainText(text));
  const parsed = personalNumberSchema.safeParse(parts === null ? undefined : `${parts[1] ?? ""}${parts[2] ?? ""}`);
  if (!parsed.success) throw new Unreadable("a personal number");
  return parsed.data;
};

/** Yes or no as a Swedish form prints it. Throws `Unreadable`. */
export const parseYesNo = (text: string): boolean => {
  switch (plainText(text).toLowerCase()) {
    case "ja":
    case "j":
      return true;
    case "nej":
    case "n":
      return false;
    default:
      throw new Unreadable("a yes or no");
  }
};
