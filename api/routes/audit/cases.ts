import { tallyOf } from "../../../audit/case-tally.js";
import { append } from "../../../audit/append.js";
import { listEvents } from "../../../audit/events.js";
import { lastVerification } from "../../../audit/verification.js";
import { auditedCasesQuerySchema, auditedCasesSchema, caseLogViewSchema } from "../../../contracts/api/case-log.js";
import type { AuditEvent } from "../../../contracts/audit-event.js";
import { dateInWords } from "../../../contracts/dates.js";
import type { CaseId } from "../../../contracts/ids.js";
import { listNumberedCases } from "../../../store/case-numbers.js";
import { findCase } from "../../../store/cases.js";
import { findDecision } from "../../../store/decisions.js";
import type { StoreTransaction } from "../../../store/transaction.js";
import type { App } from "../../app.js";
import type { ApiDeps } from "../../deps.js";
import { actorOf, onlyFor, personOf } from "../../identity/person.js";
import { Refusal } from "../../plugins/refusal.js";
import { householdOfRow } from "../../views/household.js";
import { verificationView } from "../../views/verification-view.js";
import { counted, kr } from "../../views/words.js";
import { caseParams } from "../params.js";
import { entriesOf } from "./entries.js";
import { logReaders } from "./readers.js";

const casesOnPage = 50;
const eventsAtATime = 500;

/** Every event of one case, from the index of cases. */
const eventsOfCase = async (tx: StoreTransaction, caseId: CaseId): Promise<AuditEvent[]> => {
  const events: AuditEvent[] = [];
  for (;;) {
    const page = await listEvents(tx, { caseId, after: events.at(-1)?.seq ?? 0, limit: eventsAtATime });
    events.push(...page);
    if (page.length < eventsAtATime) return events;
  }
};

const outcomeInWords = async (tx: StoreTransaction, caseId: CaseId): Promise<string> => {
  const decision = await findDecision(tx, caseId);
  return decision === undefined
    ? "inget beslut än"
    : `beslut om ${kr(decision.amountOre)} den ${dateInWords(decision.decidedOn)}, delegation punkt ${decision.delegationItem}`;
};

/** The cases an auditor can open, and one case as a timeline. Reading a case's log is reading the case, and is logged. */
export const registerAuditedCases = (app: App, { store, municipality }: ApiDeps): void => {
  const preHandler = onlyFor(store, logReaders);

  app.get(
    "/api/audit/cases",
    { preHandler, schema: { querystring: auditedCasesQuerySchema, response: { 200: auditedCasesSchema } } },
    async (request) => {
      const { number, below } = request.query;
      return store.read(async (tx) => {
        const rows = await listNumberedCases(tx, { municipality, number, below, limit: casesOnPage + 1 });
        const shown = rows.slice(0, casesOnPage);
        const tallies = await tallyOf(
          tx,
          shown.map(({ id }) => id),
        );
        return {
          cases: shown.map((row) => ({
            caseId: row.id,
            reference: row.number,
            household: householdOfRow(row),
            restricted: row.protected,
            events: tallies.get(row.id)?.events ?? 0,
            lastAt: tallies.get(row.id)?.lastAt ?? row.updatedAt,
          })),
          next: rows.length > casesOnPage ? (shown.at(-1)?.number ?? null) : null,
          verification: verificationView(await lastVerification(tx)),
        };
      });
    },
  );

  app.get(
    "/api/audit/cases/:caseId",
    { preHandler, schema: { params: caseParams, response: { 200: caseLogViewSchema } } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      return store.transaction(async (tx) => {
        const row = await findCase(tx, caseId);
        if (row === undefined) throw new Refusal("not-found");
        const events = await eventsOfCase(tx, caseId);
        const { entries, verification } = await entriesOf(tx, events, () => row.protected);
        const outcome = row.protected ? "skyddade personuppgifter" : await outcomeInWords(tx, caseId);
        await append(tx, {
          action: "case.opened",
          caseId,
          actor: actorOf(person, logReaders),
          details: { kind: "log" },
        });
        return {
          caseId,
          reference: row.number,
          summary: `${counted(events.length, ["händelse", "händelser"])} · ${outcome}`,
          restricted: row.protected,
          entries,
          verification,
        };
      });
    },
  );
};
