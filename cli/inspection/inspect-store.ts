import { append } from "../../audit/append.js";
import { listEvents } from "../../audit/events.js";
import { exportLog } from "../../audit/log-file.js";
import { verifyLog } from "../../audit/verify-log.js";
import { systemVersion } from "../../activities/actors.js";
import type { Actor, AuditEvent } from "../../contracts/audit-event.js";
import { auditActions } from "../../contracts/codes/audit-actions.js";
import { reasons } from "../../contracts/codes/reasons.js";
import type { CaseId } from "../../contracts/ids.js";
import { findAssessment } from "../../store/assessments.js";
import { listCases } from "../../store/cases.js";
import { listDecisions } from "../../store/decisions.js";
import type { Store } from "../../store/open-store.js";
import { listWrites } from "../../store/outward-writes.js";
import type { CaseRow } from "../../store/schema.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { Inspection, ShownCase } from "./inspection.js";
import { inspectPortals } from "./portals.js";
import { inspectStaff } from "./staff.js";

const theCommandLine: Actor = { kind: "system", id: "command-line", version: systemVersion };

/** Answers from an open store. */
export const inspectStore = (store: Store): Inspection => ({
  ...inspectPortals(store),
  ...inspectStaff(store),
  showCase: (reference) =>
    store.transaction(async (tx) => {
      const cases = await listCases(tx, { includeProtected: true });
      const row = cases.find(({ id, number }) => id === reference || number === reference);
      if (row === undefined) return { found: "nothing" };
      if (row.protected) return { found: "protected" };
      const shown = await shownCase(tx, row);
      await append(tx, { action: "case.opened", caseId: row.id, actor: theCommandLine });
      return { found: "case", case: shown };
    }),
  verify: (checkpoint) => store.read((tx) => verifyLog(tx, checkpoint === undefined ? {} : { checkpoint })),
  exportLog: async (write) => {
    const head = await store.read((tx) => exportLog(tx, write));
    await store.transaction((tx) =>
      append(tx, { action: "export.made", actor: theCommandLine, details: { size: head.size, root: head.root } }),
    );
    return head;
  },
});

const shownCase = async (tx: StoreTransaction, row: CaseRow): Promise<ShownCase> => ({
  caseId: row.id,
  number: row.number,
  month: row.benefitMonth,
  municipality: row.municipality,
  kind: row.kind,
  state: row.state,
  outcome: row.outcome,
  reasons: row.reasons.map((code) => ({ code, title: reasons[code].title, check: reasons[code].check })),
  amountOre: row.amountOre,
  receivedAt: row.receivedAt,
  receipt: (await findAssessment(tx, row.id))?.receipt ?? null,
  decisions: (await listDecisions(tx, row.id)).map(({ outcome, amountOre, decidedOn, delegationItem }) => ({
    outcome,
    amountOre,
    decidedOn,
    delegationItem,
  })),
  writes: (await listWrites(tx, row.id)).map(({ kind, state, reference }) => ({ kind, state, reference })),
  events: (await eventsOf(tx, row.id)).map(({ seq, at, action }) => ({
    seq,
    at,
    action,
    title: auditActions[action].title,
  })),
});

/** All events of a case, however many pages there are. */
const eventsOf = async (tx: StoreTransaction, caseId: CaseId): Promise<AuditEvent[]> => {
  const events: AuditEvent[] = [];
  for (;;) {
    const page = await listEvents(tx, { caseId, after: events.at(-1)?.seq ?? 0 });
    if (page.length === 0) return events;
    events.push(...page);
  }
};
