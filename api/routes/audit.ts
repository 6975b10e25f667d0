import { z } from "zod";
import { append } from "../../audit/append.js";
import { listEvents, openContent } from "../../audit/events.js";
import { verifyLog } from "../../audit/verify-log.js";
import {
  auditedCasesSchema,
  caseLogViewSchema,
  verificationViewSchema,
  type VerificationView,
} from "../../contracts/api/case-log.js";
import { breakageReasons, type AuditEvent, type Verification } from "../../contracts/audit-event.js";
import { dateInWords, type Instant } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import { oreSchema } from "../../contracts/money.js";
import { findCase, listCases } from "../../store/cases.js";
import { findDecision } from "../../store/decisions.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { staffNames } from "../views/case-facts.js";
import { householdOfRow } from "../views/household.js";
import { logEntry } from "../views/log-entry.js";
import { kr } from "../views/words.js";
import { caseParams } from "./params.js";

const readers = ["auditor"] as const;
const pageSize = 500;

/** Every event that fits, page by page. */
const allEvents = async (tx: StoreTransaction, caseId?: CaseId): Promise<AuditEvent[]> => {
  const events: AuditEvent[] = [];
  for (;;) {
    const page = await listEvents(tx, {
      after: events.at(-1)?.seq ?? 0,
      limit: pageSize,
      ...(caseId === undefined ? {} : { caseId }),
    });
    events.push(...page);
    if (page.length < pageSize) return events;
  }
};

type Tally = { readonly count: number; readonly lastAt: Instant };

/** How many events each case has, and when the last one came. */
const tally = (events: readonly AuditEvent[]): Map<CaseId, Tally> => {
  const tallies = new Map<CaseId, Tally>();
  for (const { caseId, at } of events)
    if (caseId !== undefined) tallies.set(caseId, { count: (tallies.get(caseId)?.count ?? 0) + 1, lastAt: at });
  return tallies;
};

const verificationView = ({ ok, events, head, firstBroken }: Verification, checkedAt: Instant): VerificationView => ({
  ok,
  events,
  head,
  checkedAt,
  firstBroken: firstBroken === undefined ? null : { seq: firstBroken.seq, reason: breakageReasons[firstBroken.reason] },
});

const decided = z.object({ amountOre: oreSchema });

/** The amount of a decision, which the log keeps sealed. */
const noteOf = async (tx: StoreTransaction, event: AuditEvent): Promise<{ note?: string }> => {
  if (event.action !== "decision.recorded") return {};
  const content = decided.safeParse(await openContent(tx, event));
  return content.success ? { note: kr(content.data.amountOre) } : {};
};

/** The log as an auditor reads it. Reading a case's log is reading the case, and is logged. */
export const registerAudit = (app: App, { store, clock }: ApiDeps): void => {
  const preHandler = onlyFor(store, readers);
  let latest: VerificationView | null = null;

  app.get("/api/audit/cases", { preHandler, schema: { response: { 200: auditedCasesSchema } } }, async () =>
    store.read(async (tx) => {
      const ofCase = tally(await allEvents(tx));
      const rows = await listCases(tx);
      return {
        cases: rows.map((row) => ({
          caseId: row.id,
          reference: row.number,
          household: householdOfRow(row),
          events: ofCase.get(row.id)?.count ?? 0,
          lastAt: ofCase.get(row.id)?.lastAt ?? row.updatedAt,
        })),
        verification: latest,
      };
    }),
  );

  app.get(
    "/api/audit/cases/:caseId",
    { preHandler, schema: { params: caseParams, response: { 200: caseLogViewSchema } } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      return store.transaction(async (tx) => {
        const row = await findCase(tx, caseId);
        if (row === undefined || row.protected) throw new Refusal("not-found");
        const staff = await staffNames(tx);
        const decision = await findDecision(tx, caseId);
        const events = await allEvents(tx, caseId);
        const entries = [];
        for (const event of events)
          entries.push(logEntry(event, { staff, verification: latest, ...(await noteOf(tx, event)) }));
        await append(tx, { action: "case.opened", caseId, actor: actorOf(person, readers), details: { kind: "log" } });
        const words =
          decision === undefined
            ? "inget beslut än"
            : `beviljat ${kr(decision.amountOre)} den ${dateInWords(decision.decidedOn)}, delegation punkt ${decision.delegationItem}`;
        return {
          caseId,
          reference: row.number,
          summary: `${String(events.length)} händelser · ${words}`,
          entries,
          verification: latest,
        };
      });
    },
  );

  app.post(
    "/api/audit/verification",
    { preHandler, schema: { body: z.strictObject({}), response: { 200: verificationViewSchema } } },
    async (request) => {
      const person = personOf(request);
      const verification = await store.read((tx) => verifyLog(tx));
      latest = verificationView(verification, clock.now());
      await store.transaction((tx) =>
        append(tx, {
          action: "log.verified",
          actor: actorOf(person, readers),
          details: { events: verification.events, ok: verification.ok },
        }),
      );
      return latest;
    },
  );
};
