/**
 * Characters that have no shape of their own but change how others are shown: control characters, and marks that turn
 * the direction of writing. A name may hold them; a letter shows the name without them.
 */
const invisible = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** One line of plain text, as it may be printed. Line breaks become spaces; what can be seen is left as it is. */
export const printable = (text: string): string =>
  text
    .replace(/[\r\n\t\u2028\u2029]+/g, " ")
    .replace(invisible, "")
    .normalize("NFC");

/** The same for every text inside plain data. */
export const printableData = (data: unknown): unknown => {
  if (typeof data === "string") return printable(data);
  if (Array.isArray(data)) return data.map(printableData);
  if (typeof data === "object" && data !== null)
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printableData(value)]));
  return data;
};
