import { firstDayOf, lastDayOf, monthOf, type Month, type Period } from "../../contracts/dates.js";
import type { ReadField } from "../../contracts/document-reading.js";
import { parsePeriod } from "./date.js";
import { fieldOf } from "./field.js";
import { agree, findLabelled, type Found, type Layout } from "./find.js";
import { labels } from "./shared-labels.js";

/** Every place where the document says what time it is about. */
export const findPeriods = (layout: Layout): Found<Period | Month>[] =>
  findLabelled(layout, { labels: labels.period, parse: parsePeriod });

/** A month as its first and last day. */
export const asPeriod = (value: Period | Month): Period =>
  typeof value === "string" ? { from: firstDayOf(value), to: lastDayOf(value) } : value;

const wholeMonth = ({ from, to }: Period): Month | undefined => {
  const month = monthOf(from);
  return from === firstDayOf(month) && to === lastDayOf(month) ? month : undefined;
};

/** `period` where it is a whole month, else `periodFrom` and `periodTo`. */
export const periodFields = (periods: readonly Found<Period | Month>[]): ReadField[] => {
  const [period] = periods;
  if (period === undefined) return [];
  const { from, to } = asPeriod(period.value);
  const month = wholeMonth({ from, to });
  // Two dates that bound exactly one month bear each other out; a misread digit would not leave a month.
  const borneOut = typeof period.value !== "string" && month !== undefined;
  const standing = agree(periods) ? (borneOut ? "proved" : "plausible") : "contradicted";
  if (month !== undefined) return [fieldOf("period", { ...period, value: month }, standing)];
  return [
    fieldOf("periodFrom", { ...period, value: from }, standing),
    fieldOf("periodTo", { ...period, value: to }, standing),
  ];
};
