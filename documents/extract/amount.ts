import { oreSchema, type Ore } from "../../contracts/money.js";

const spaces = /[\s\u00a0\u202f\u2009]+/g;
const unit = /(?:kr|sek|kronor)\.?$/i;
const minus = /^[-\u2212\u2013\u2014]|(?<!:)[-\u2212\u2013\u2014]$/;
/** Either no thousands separator, or a space between every three digits; then comma or point and two öre, or ":-". */
const shape = /^(\d+|\d{1,3}(?: \d{3})+)(?:[,.](\d{2})|:-)?$/;

/**
 * Reads a printed Swedish amount as whole öre: "6 400,00 kr", "1234,50", "−507,50", "200,00-". Works on the characters
 * alone. Returns undefined for everything that is not clearly one amount: "1.234,50" is one amount to a German
 * and may be two to a scanner, so it is left to a person.
 */
export const parseAmountOre = (printed: string): Ore | undefined => {
  const text = printed.replace(spaces, " ").trim().replace(/ ?:-$/, ":-").replace(unit, "").trim();
  const negative = minus.test(text);
  const [, kronor, ore] = shape.exec(negative ? text.replace(minus, "").trim() : text) ?? [];
  if (kronor === undefined) return undefined;
  const digits = `${kronor.replaceAll(" ", "")}${ore ?? "00"}`;
  const amountOre = oreSchema.safeParse(Number(digits));
  if (!amountOre.success) return undefined;
  return negative && amountOre.data !== 0 ? -amountOre.data : amountOre.data;
};
