/** Mark-up that is already safe to send. */
export type Html = { readonly markup: string };
type Value = Html | string | number | undefined | readonly Html[];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const isList = (value: Value): value is readonly Html[] => Array.isArray(value);

const rendered = (value: Value): string => {
  if (value === undefined) return "";
  if (isList(value)) return value.map((part) => part.markup).join("");
  return typeof value === "object" ? value.markup : escaped(String(value));
};

/** A template literal that escapes what it is given. Arrays of mark-up are joined; `undefined` is nothing. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.map((part, index) => (index === 0 ? part : rendered(values[index - 1]) + part)).join(""),
});
