import type { Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import { inboxRowSchema, type InboxRow } from "../../contracts/readings/application.js";
import { parseClockTime, parseMonth, plainText } from "../core/swedish.js";
import { rowsByHeader, type TableTexts } from "../core/table.js";
import { changed, coded, kinds, only } from "./words.js";

/** One page of the inbox, as texts. */
export type InboxPageTexts =
  | { readonly state: "empty"; readonly statuses: readonly string[] }
  | { readonly state: "listed"; readonly statuses: readonly string[]; readonly table: TableTexts };

const inboxColumns = ["Ärende", "Inkom", "Avser", "Typ", "Undertecknad"] as const;

/** Rows of one inbox page. `total` is the page's own count of the whole list. Throws where they do not agree. */
export const parseInboxPage = (
  texts: InboxPageTexts,
  month: Month,
): { readonly rows: readonly InboxRow[]; readonly from: number; readonly total: number } => {
  const status = only(texts.statuses, "statement of how much it shows");
  if (texts.state === "empty") {
    const empty = /^Inga ansökningar för (.+?)\.$/.exec(status);
    if (empty === null || parseMonth(empty[1] ?? "") !== month)
      throw changed("The inbox shows another month than asked.");
    return { rows: [], from: 0, total: 0 };
  }
  const shown = /^Visar (\d+)–(\d+) av (\d+) ansökningar för (.+?)\.$/.exec(status);
  if (shown === null) throw changed("The inbox does not say how much it shows.");
  const [from, to, total] = [Number(shown[1]), Number(shown[2]), Number(shown[3])];
  if (parseMonth(shown[4] ?? "") !== month) throw changed("The inbox shows another month than asked.");
  const rows = rowsByHeader(texts.table, inboxColumns).map((row) => {
    coded(row("Typ"), kinds);
    return inboxRowSchema.parse({
      reference: plainText(row("Ärende")),
      receivedAt: parseClockTime(row("Inkom")),
      month: parseMonth(row("Avser")),
    });
  });
  if (rows.length !== to - from + 1) throw changed("The inbox lists another number of rows than it says.");
  if (rows.some((row) => row.month !== month)) throw changed("The inbox lists an application for another month.");
  return { rows, from, total };
};

/** Puts the pages together. Throws where an application stands twice or the total is not reached. */
export const joinInboxPages = (pages: readonly ReturnType<typeof parseInboxPage>[]): readonly InboxRow[] => {
  if (new Set(pages.map(({ total }) => total)).size > 1)
    throw new Fault("PortalUnavailable", "The inbox changed while it was being read.");
  const rows = pages.flatMap((page) => page.rows);
  const isWhole =
    rows.length === (pages[0]?.total ?? -1) && new Set(rows.map(({ reference }) => reference)).size === rows.length;
  if (!isWhole) throw changed("The inbox's pages do not add up to its own total.");
  return rows;
};
