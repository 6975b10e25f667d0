import { rulebookVersions } from "../../../audit/case-tally.js";
import { append } from "../../../audit/append.js";
import { listEvents } from "../../../audit/events.js";
import {
  logChoicesSchema,
  logPageSchema,
  logQuerySchema,
  type LogChoices,
  type LogQuery,
} from "../../../contracts/api/log-search.js";
import type { AuditEvent, OpenDetails } from "../../../contracts/audit-event.js";
import { auditActions } from "../../../contracts/codes/audit-actions.js";
import { sources } from "../../../contracts/codes/sources.js";
import { portals } from "../../../contracts/portal-state.js";
import { caseNumbers } from "../../../store/case-numbers.js";
import { findCaseByNumber } from "../../../store/cases.js";
import { listStaff } from "../../../store/staff.js";
import type { StoreTransaction } from "../../../store/transaction.js";
import type { App } from "../../app.js";
import type { ApiDeps } from "../../deps.js";
import { actorOf, onlyFor, personOf } from "../../identity/person.js";
import { robotLabel } from "../../views/log-entry.js";
import { entriesOf } from "./entries.js";
import { logReaders } from "./readers.js";
import { spanOf } from "./span.js";

const eventsOnPage = 50;

const choicesOf = (table: Readonly<Record<string, { readonly title: string }>>): LogChoices["actions"] =>
  Object.entries(table).map(([value, { title }]) => ({ value, label: title }));

const choices = async (tx: StoreTransaction): Promise<LogChoices> => ({
  actions: choicesOf(auditActions).toSorted((one, other) => one.label.localeCompare(other.label, "sv")),
  actors: [
    ...(await listStaff(tx)).map(({ id, displayName }) => ({ value: id, label: displayName })),
    ...Object.keys(portals).map((id) => ({ value: id, label: robotLabel(id) })),
  ],
  rulebooks: (await rulebookVersions(tx)).map((version) => ({ value: version, label: version })),
  sources: [...choicesOf(sources), ...choicesOf(portals)],
});

/** The events that a query finds, one more than a page; none where it names a case that does not exist. */
const find = async (tx: StoreTransaction, query: LogQuery, municipality: string): Promise<AuditEvent[]> => {
  const { action, actor, rulebook, source, before } = query;
  const row = query.case === undefined ? undefined : await findCaseByNumber(tx, { municipality, number: query.case });
  if (query.case !== undefined && row === undefined) return [];
  return listEvents(tx, {
    ...spanOf(query),
    ...(action === undefined ? {} : { action }),
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(rulebook === undefined ? {} : { rulebook }),
    ...(source === undefined ? {} : { source }),
    ...(row === undefined ? {} : { caseId: row.id }),
    ...(before === undefined ? {} : { before }),
    newestFirst: true,
    limit: eventsOnPage + 1,
  });
};

/** What is logged of a search: which filters it had, and whom or what it named. Dates and codes only. */
const searched = ({ action, actor, from, to, rulebook, source, case: number }: LogQuery): OpenDetails => ({
  ...(action === undefined ? {} : { action }),
  ...(actor === undefined ? {} : { actor }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(rulebook === undefined ? {} : { rulebook }),
  ...(source === undefined ? {} : { source }),
  ...(number === undefined ? {} : { number }),
});

/** Searching the log by what is indexed: what was done, by whom, when, under which rules, with which source, in which case. */
export const registerSearch = (app: App, { store, municipality }: ApiDeps): void => {
  const preHandler = onlyFor(store, logReaders);

  app.get("/api/audit/choices", { preHandler, schema: { response: { 200: logChoicesSchema } } }, () =>
    store.read(choices),
  );

  app.get(
    "/api/audit/log",
    { preHandler, schema: { querystring: logQuerySchema, response: { 200: logPageSchema } } },
    async (request) => {
      const person = personOf(request);
      const { query } = request;
      return store.transaction(async (tx) => {
        const found = await find(tx, query, municipality);
        const shown = found.slice(0, eventsOnPage);
        const cases = await caseNumbers(
          tx,
          shown.flatMap(({ caseId }) => (caseId === undefined ? [] : [caseId])),
        );
        const { entries, verification } = await entriesOf(
          tx,
          shown,
          ({ caseId }) => caseId !== undefined && cases.get(caseId)?.protected !== false,
        );
        // A page further on is the same search.
        if (query.before === undefined)
          await append(tx, { action: "log.searched", actor: actorOf(person, logReaders), details: searched(query) });
        return {
          entries: entries.map((entry, index) => {
            const caseId = shown[index]?.caseId;
            const row = caseId === undefined ? undefined : cases.get(caseId);
            return { ...entry, case: row === undefined ? null : { caseId: row.id, reference: row.number } };
          }),
          next: found.length > eventsOnPage ? (shown.at(-1)?.seq ?? null) : null,
          verification,
        };
      });
    },
  );
};
