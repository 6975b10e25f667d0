import type { QueueQuery, QueueRow, QueueTab, QueueView } from "../../contracts/api/queue.js";
import { reasons, type Reason } from "../../contracts/codes/reasons.js";
import type { LocalDate, Month } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import type { CaseRow } from "../../store/schema.js";
import { householdOfRow } from "./household.js";
import { byNeed, needOf, reasonCounts, waitsForOf } from "./queue-order.js";

/** Who looks at the queue, on which day, and the names of their colleagues. */
export type QueueViewer = {
  readonly staffId: string;
  readonly staff: ReadonlyMap<string, string>;
  readonly today: LocalDate;
  /** Cases with a letter that waits for a person, whatever else the case waits for. */
  readonly letters: ReadonlyMap<CaseId, ReadonlySet<Reason>>;
};

/** Rows on one page: what a person can look through, and what a browser draws at once. */
export const queuePageSize = 50;

const isIn = (tab: QueueTab, row: CaseRow, { staffId, letters }: QueueViewer): boolean => {
  switch (tab) {
    case "ready":
      return row.state === "prefilled";
    case "attention":
      return row.state === "referred" || letters.has(row.id);
    case "waiting":
      return row.state === "waiting";
    case "mine":
      return row.assignedTo === staffId && row.state !== "closed";
    case "closed":
      return row.state === "delivering" || row.state === "closed";
  }
};

/** Who the case is assigned to. */
export const assigneeOf = (
  { assignedTo }: CaseRow,
  { staffId, staff }: Pick<QueueViewer, "staffId" | "staff">,
): QueueRow["assignedTo"] =>
  assignedTo === null ? null : { name: staff.get(assignedTo) ?? "okänd", isMe: assignedTo === staffId };

/** Why a person is needed: what the assessment says, and letters that are a person's to send or to find out about. */
const withLetters = (row: CaseRow, { letters }: QueueViewer): CaseRow => ({
  ...row,
  reasons: [...new Set([...row.reasons, ...(letters.get(row.id) ?? [])])],
});

const rowOf = (row: CaseRow, viewer: QueueViewer): QueueRow => {
  const waits = waitsForOf(row);
  return {
    caseId: row.id,
    reference: row.number,
    month: row.benefitMonth,
    household: householdOfRow(row),
    restricted: row.protected,
    state: row.state,
    amountOre: row.protected ? null : row.amountOre,
    differenceOre:
      row.protected || row.amountOre === null || row.previousAmountOre === null
        ? null
        : row.amountOre - row.previousAmountOre,
    reasons: row.reasons.map((code) => ({ code, title: reasons[code].title })),
    waitingSince: row.waitingSince ?? row.receivedAt,
    ...(row.answerDue === null ? {} : { answerDue: row.answerDue }),
    need: needOf(row, viewer.today),
    ...(waits === undefined ? {} : { waits }),
    assignedTo: assigneeOf(row, viewer),
  };
};

const isAssigned = (row: CaseRow, asked: QueueQuery["assigned"], { staffId }: QueueViewer): boolean => {
  switch (asked) {
    case undefined:
      return true;
    case "me":
      return row.assignedTo === staffId;
    case "nobody":
      return row.assignedTo === null;
  }
};

/** One page of a tab of the queue, with the counts of all tabs. `stored` are the month's, `months` all that have cases. */
export const queueView = (
  stored: readonly CaseRow[],
  { query, viewer, months }: { readonly query: QueueQuery; readonly viewer: QueueViewer; readonly months: Month[] },
): QueueView => {
  const { tab, assigned, reason, waits } = query;
  const rows = stored.map((row) => withLetters(row, viewer));
  const count = (one: QueueTab): number => rows.filter((row) => isIn(one, row, viewer)).length;
  const waiting = (what: NonNullable<QueueRow["waits"]>): number =>
    rows.filter((row) => waitsForOf(row) === what).length;
  const inTab = rows.filter((row) => isIn(tab, row, viewer));
  const found = inTab.filter(
    (row) =>
      isAssigned(row, assigned, viewer) &&
      (reason === undefined || row.reasons.includes(reason)) &&
      (waits === undefined || tab !== "waiting" || waitsForOf(row) === waits),
  );
  const pages = Math.max(1, Math.ceil(found.length / queuePageSize));
  const page = Math.min(query.page ?? 1, pages);
  return {
    tab,
    counts: {
      ready: count("ready"),
      attention: count("attention"),
      waiting: count("waiting"),
      mine: count("mine"),
      closed: count("closed"),
    },
    waiting: { applicant: waiting("applicant"), comment: waiting("comment"), source: waiting("source") },
    rows: found
      .toSorted(byNeed)
      .slice((page - 1) * queuePageSize, page * queuePageSize)
      .map((row) => rowOf(row, viewer)),
    page,
    pages,
    total: found.length,
    months,
    reasons: reasonCounts(inTab),
  };
};
