import type { QuestionAnswer } from "../../contracts/api/saved-questions.js";
import { dateInWords, swedishDateAt, type Instant } from "../../contracts/dates.js";
import { caseNumbers, type NumberedCase } from "../../store/case-numbers.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { staffNames } from "./case-facts.js";
import type { RawCell, RawRow } from "./raw-row.js";

const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", hour: "2-digit", minute: "2-digit" });

/** "27 oktober 2025 kl. 08.15" */
const moment = (at: Instant): string =>
  `${dateInWords(swedishDateAt(at))} kl. ${clock.format(Date.parse(at)).replace(":", ".")}`;

type Names = { readonly staff: ReadonlyMap<string, string>; readonly row: NumberedCase | undefined };

const words = (cell: RawCell, { staff, row }: Names): string => {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  if ("at" in cell) return moment(cell.at);
  if ("staff" in cell) return cell.staff === null ? "–" : (staff.get(cell.staff) ?? cell.staff);
  if ("ofCase" in cell) return row?.number ?? "okänt ärende";
  return row?.protected === true ? "skyddat" : cell.personal;
};

/** Rows with cases and people by name. What is personal is not said of a protected case. */
export const namedRows = async (tx: StoreTransaction, rows: readonly RawRow[]): Promise<QuestionAnswer["rows"]> => {
  const staff = await staffNames(tx);
  const cases = await caseNumbers(
    tx,
    rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])),
  );
  return rows.map(({ key, caseId, stands, cells }) => {
    const row = caseId === null ? undefined : cases.get(caseId);
    return { key, caseId, stands, cells: cells.map((cell) => words(cell, { staff, row })) };
  });
};
