import { findLabelled, type Found, type Layout } from "./find.js";
import type { Cell } from "../read/page-text.js";

const personName = /^\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){1,5}$/u;
const organisation =
  /\b(?:AB|HB|KB|Ekonomisk|Stiftelsen?|Kommun|Kassan|Bank|Fastigheter|Bostäder|Försäkring(?:ar)?|Energi|Förbundet)\b/iu;

/** Reads a person's name: two to six words of letters, no organisation. Whether it is the right person is for the case to say. */
export const parsePersonName = (printed: string): string | undefined => {
  const text = printed.replace(/\s+/g, " ").trim();
  return personName.test(text) && !organisation.test(text) && text.length <= 100 ? text : undefined;
};

const postalLine = /^(?:SE-)?\d{3} ?\d{2} \p{Lu}/u;

const isUnder = (upper: Cell, lower: Cell): boolean =>
  Math.abs(upper.left - lower.left) < 2 * (lower.bottom - lower.top) &&
  lower.top - upper.bottom < 2.5 * (lower.bottom - lower.top);

/** Names that stand above a street and a postal line, as in the window of an envelope. */
const addressees = (layout: Layout): Found<string>[] =>
  layout.lines.flatMap((line, index) =>
    line.cells.flatMap((postal) => {
      if (!postalLine.test(postal.text)) return [];
      const over = (lower: Cell, at: number): Cell | undefined =>
        layout.lines[at]?.page === line.page ? layout.lines[at].cells.find((cell) => isUnder(cell, lower)) : undefined;
      const street = over(postal, index - 1);
      const name = street === undefined ? undefined : over(street, index - 2);
      const value = name === undefined ? undefined : parsePersonName(name.text);
      return name === undefined || value === undefined ? [] : [{ value, words: name.words, page: line.page }];
    }),
  );

/** The person a document is made out to: by its label, else by the only personal address on it. */
export const findHolder = (layout: Layout, holderLabels: readonly string[]): Found<string>[] => {
  const byLabel = findLabelled(layout, { labels: holderLabels, parse: parsePersonName });
  return byLabel.length > 0 ? byLabel : addressees(layout);
};
