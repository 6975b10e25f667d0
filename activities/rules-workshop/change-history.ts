import { eventsOfChange } from "../../audit/questions/change-events.js";
import type { ChangeView } from "../../contracts/api/workshop.js";
import type { AuditEvent } from "../../contracts/audit-event.js";
import { auditActions, type AuditAction } from "../../contracts/codes/audit-actions.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { Names } from "./names.js";

const told: readonly AuditAction[] = [
  "rule-change.drafted",
  "rule-change.edited",
  "rule-change.checked",
  "rule-change.rehearsed",
  "rule-change.submitted",
  "rule-change.returned",
  "rule-change.approved",
  "rule-change.withdrawn",
  "rule.published",
  "rule.recomputed",
  "rule.reported",
];

/** What has been done with a change, the newest first. A stage of the reassessing is one line, with how many it took. */
export const changeHistory = async (
  tx: StoreTransaction,
  change: string,
  names: Names,
): Promise<ChangeView["history"]> =>
  oneLineAStage(await eventsOfChange(tx, { change, actions: told })).map((event) => ({
    at: event.at,
    by: names(event.actor.id).name,
    title: titleOf(event),
    seq: event.seq,
  }));

/** Leaves out that a stage began where it is told how it ended: the event after it, and so the one before in the list. */
const oneLineAStage = (newestFirst: readonly AuditEvent[]): readonly AuditEvent[] => {
  let hasEnded = false;
  return newestFirst.filter(({ action, details }) => {
    if (action !== "rule.recomputed") return true;
    const isTold = details["state"] !== "started" || !hasEnded;
    hasEnded = details["state"] !== "started";
    return isTold;
  });
};

const titleOf = ({ action, details }: AuditEvent): string => {
  const { title } = auditActions[action];
  const count = details["reassessed"];
  return action === "rule.recomputed" && typeof count === "number" ? `${title}: ${String(count)}` : title;
};
