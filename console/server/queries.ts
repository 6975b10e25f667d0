import { queryOptions } from "@tanstack/react-query";
import { auditedCasesSchema, caseLogViewSchema } from "../../contracts/api/case-log.js";
import { caseViewSchema } from "../../contracts/api/case-view.js";
import { letterPreviewSchema } from "../../contracts/api/letter-preview.js";
import { monthViewSchema } from "../../contracts/api/month-view.js";
import { queueViewSchema, type QueueQuery } from "../../contracts/api/queue.js";
import { colleaguesSchema, mandateAnswerSchema, type MandateInput } from "../../contracts/api/reading.js";
import { rulesViewSchema } from "../../contracts/api/rules-view.js";
import { sessionViewSchema } from "../../contracts/api/session.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CaseId } from "../../contracts/ids.js";
import { read, send } from "./request.js";

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => read(sessionViewSchema, "/api/session"),
  staleTime: 60_000,
});

const addressOf = (query: QueueQuery): string =>
  new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();

/** One tab of the queue. */
export const queueQuery = (query: QueueQuery) =>
  queryOptions({
    queryKey: ["queue", query],
    queryFn: () => read(queueViewSchema, `/api/queue?${addressOf(query)}`),
  });

/** Whom a case can be handed over to. */
export const colleaguesQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ["colleagues", caseId],
    queryFn: () => read(colleaguesSchema, `/api/cases/${caseId}/colleagues`),
    staleTime: 60_000,
  });

/** What the person may decide, for an outcome and an amount that is being written. */
export const mandateQuery = (caseId: CaseId, asked: MandateInput | undefined) =>
  queryOptions({
    queryKey: ["mandate", caseId, asked],
    queryFn: () => send(mandateAnswerSchema, { path: `/api/cases/${caseId}/mandate`, body: asked }),
    enabled: asked !== undefined,
    staleTime: 60_000,
  });

/** The letter as it would be sent: of a draft, or of the grant that is proposed. */
export const letterPreviewQuery = (
  { caseId, sequence }: { readonly caseId: CaseId; readonly sequence: number | null },
  draft: DecisionDraft | undefined,
) =>
  queryOptions({
    queryKey: ["letter", caseId, sequence, draft],
    queryFn: () =>
      send(letterPreviewSchema, {
        path: `/api/cases/${caseId}/letter-preview`,
        body: draft === undefined ? {} : { draft },
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** A case as shown. Reading it is an event in the log, so it is read when opened and when it has changed, never by itself. */
export const caseQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ["case", caseId],
    queryFn: () => read(caseViewSchema, `/api/cases/${caseId}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The month's progress. */
export const monthQuery = queryOptions({
  queryKey: ["month"],
  queryFn: () => read(monthViewSchema, "/api/month"),
});

/** The rules in force. */
export const rulesQuery = queryOptions({
  queryKey: ["rules"],
  queryFn: () => read(rulesViewSchema, "/api/rules"),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The cases an auditor can open. */
export const auditedCasesQuery = queryOptions({
  queryKey: ["audit"],
  queryFn: () => read(auditedCasesSchema, "/api/audit/cases"),
});

/** One case as a timeline. Reading it is an event in the log. */
export const caseLogQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ["audit", caseId],
    queryFn: () => read(caseLogViewSchema, `/api/audit/cases/${caseId}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
