import type { QueueRow, QueueTab, QueueView } from "../../contracts/api/queue.js";
import { reasons } from "../../contracts/codes/reasons.js";
import type { CaseRow } from "../../store/schema.js";
import { householdOfRow } from "./household.js";

/** Who looks at the queue, and the names of their colleagues. */
export type QueueViewer = { readonly staffId: string; readonly staff: ReadonlyMap<string, string> };

const isIn = (tab: QueueTab, row: CaseRow, { staffId }: QueueViewer): boolean => {
  switch (tab) {
    case "ready":
      return row.state === "prefilled";
    case "attention":
      return row.state === "referred";
    case "waiting":
      return row.state === "waiting";
    case "mine":
      return row.assignedTo === staffId && row.state !== "closed";
    case "closed":
      return row.state === "delivering" || row.state === "closed";
  }
};

/** Why a case comes before another, in words. Only what a code or a date says; nobody's life is weighed here. */
const needOf = (row: CaseRow): string[] => (row.children > 0 && !row.protected ? ["barn i hushållet"] : []);

/** Who the case is assigned to. */
export const assigneeOf = ({ assignedTo }: CaseRow, { staffId, staff }: QueueViewer): QueueRow["assignedTo"] =>
  assignedTo === null ? null : { name: staff.get(assignedTo) ?? "okänd", isMe: assignedTo === staffId };

const rowOf = (row: CaseRow, viewer: QueueViewer): QueueRow => ({
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
  need: needOf(row),
  assignedTo: assigneeOf(row, viewer),
});

const noLimit = "9999-12-31";

/** The law's time limit first, then children, then who has waited longest. */
const byNeed = (one: CaseRow, other: CaseRow): number =>
  (one.answerDue ?? noLimit).localeCompare(other.answerDue ?? noLimit) ||
  Number(other.children > 0) - Number(one.children > 0) ||
  one.receivedAt.localeCompare(other.receivedAt);

/** One tab of the queue, with the counts of all. */
export const queueView = (
  rows: readonly CaseRow[],
  { tab, viewer }: { readonly tab: QueueTab; readonly viewer: QueueViewer },
): QueueView => {
  const count = (one: QueueTab): number => rows.filter((row) => isIn(one, row, viewer)).length;
  return {
    tab,
    counts: {
      ready: count("ready"),
      attention: count("attention"),
      waiting: count("waiting"),
      mine: count("mine"),
      closed: count("closed"),
    },
    rows: rows
      .filter((row) => isIn(tab, row, viewer))
      .toSorted(byNeed)
      .map((row) => rowOf(row, viewer)),
  };
};
