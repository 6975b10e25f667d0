import { localDateSchema, monthNames, monthSchema, type LocalDate, type Month } from "../../contracts/dates.js";

const monthNumber = (word: string): string | undefined => {
  const name = word.toLowerCase().replace(/\.$/, "");
  const index = name.length < 3 ? -1 : monthNames.findIndex((candidate) => candidate.startsWith(name));
  return index === -1 ? undefined : String(index + 1).padStart(2, "0");
};

const real = (year: string | undefined, month: string | undefined, day: string | undefined): LocalDate | undefined =>
  year === undefined || month === undefined || day === undefined
    ? undefined
    : localDateSchema.safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`).data;

const isoLike = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{4})(\d{2})(\d{2})$|^(\d{4})[./](\d{2})[./](\d{2})$/;
const inWords = /^(?:den )?(\d{1,2}) ([A-Za-z]+\.?) (\d{4})$/;
const dayFirst = /^(\d{1,2})[/.](\d{1,2})[ ./-](\d{4})$/;

/** Reads a printed date: "2025-10-31", "20251031", "31 oktober 2025", "31/10 2025". A two-digit year is not read. */
export const parseDate = (printed: string): LocalDate | undefined => {
  const text = printed.replace(/\s+/g, " ").trim().replace(/[.,]$/, "");
  const iso = isoLike.exec(text);
  if (iso !== null) return real(iso[1] ?? iso[4] ?? iso[7], iso[2] ?? iso[5] ?? iso[8], iso[3] ?? iso[6] ?? iso[9]);
  const words = inWords.exec(text);
  if (words !== null) return real(words[3], monthNumber(words[2] ?? ""), words[1]);
  const slashed = dayFirst.exec(text);
  return slashed === null ? undefined : real(slashed[3], slashed[2], slashed[1]);
};

/** Reads a printed month: "november 2025", "Nov 2025", "2025-11". */
export const parseMonth = (printed: string): Month | undefined => {
  const text = printed.replace(/\s+/g, " ").trim().replace(/[.,]$/, "");
  if (/^\d{4}-\d{2}$/.test(text)) return monthSchema.safeParse(text).data;
  const [, word, year] = /^([A-Za-z]+\.?) (\d{4})$/.exec(text) ?? [];
  const number = word === undefined ? undefined : monthNumber(word);
  return number === undefined ? undefined : monthSchema.safeParse(`${year ?? ""}-${number}`).data;
};

/** A printed stretch of time: a whole month in words, or two dates with a dash or "till" between. */
export const parsePeriod = (
  printed: string,
): { readonly from: LocalDate; readonly to: LocalDate } | Month | undefined => {
  const month = parseMonth(printed);
  if (month !== undefined) return month;
  const [from, to, ...more] = printed.split(
    /\s+(?:[-\u2013\u2014\u2212]|till|t\.o\.m\.?)\s+|(?<=\d{4}-\d{2}-\d{2})[-\u2013\u2014](?=\d{4})|[\u2013\u2014]/,
  );
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const ends = { from: parseDate(from), to: parseDate(to) };
  return ends.from === undefined || ends.to === undefined || ends.from > ends.to
    ? undefined
    : { from: ends.from, to: ends.to };
};
