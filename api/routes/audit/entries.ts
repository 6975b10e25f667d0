import { z } from "zod";
import { changedEvents } from "../../../audit/event-proof.js";
import { openContent } from "../../../audit/events.js";
import { lastVerification } from "../../../audit/verification.js";
import type { LogEntry, VerificationView } from "../../../contracts/api/case-log.js";
import type { AuditEvent } from "../../../contracts/audit-event.js";
import { oreSchema } from "../../../contracts/money.js";
import type { StoreTransaction } from "../../../store/transaction.js";
import { staffNames } from "../../views/case-facts.js";
import { logEntry } from "../../views/log-entry.js";
import { verificationView } from "../../views/verification-view.js";
import { kr } from "../../views/words.js";

const decided = z.object({ amountOre: oreSchema });

/** The amount of a decision, which the log keeps sealed. */
const noteOf = async (tx: StoreTransaction, event: AuditEvent): Promise<{ note?: string }> => {
  if (event.action !== "decision.recorded") return {};
  const content = decided.safeParse(await openContent(tx, event));
  return content.success ? { note: kr(content.data.amountOre) } : {};
};

/** Events as an auditor reads them, with what the last verification said. Of a restricted case, only who did what. */
export const entriesOf = async (
  tx: StoreTransaction,
  events: readonly AuditEvent[],
  isRestricted: (event: AuditEvent) => boolean,
): Promise<{ readonly entries: LogEntry[]; readonly verification: VerificationView | null }> => {
  const staff = await staffNames(tx);
  const verification = verificationView(await lastVerification(tx));
  const changed = await changedEvents(tx, events);
  const entries: LogEntry[] = [];
  for (const event of events) {
    const restricted = isRestricted(event);
    const note = restricted ? {} : await noteOf(tx, event);
    entries.push(logEntry(event, { staff, verification, changed, isRestricted: restricted, ...note }));
  }
  return { entries, verification };
};
