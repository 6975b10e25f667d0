import { queryOptions } from "@tanstack/react-query";
import { caseViewSchema } from "../../contracts/api/case-view.js";
import { decidingFactsSchema } from "../../contracts/api/deciding-facts.js";
import { queueViewSchema, type QueueQuery } from "../../contracts/api/queue.js";
import { colleaguesSchema, mandateAnswerSchema, type MandateInput } from "../../contracts/api/reading.js";
import { sessionViewSchema } from "../../contracts/api/session.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CaseId } from "../../contracts/ids.js";
import { letterContentSchema } from "../../contracts/letter.js";
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

/** A grant of exactly what is proposed. */
const asComputed: DecisionDraft = { outcome: "granted" };

/** The letter as it would be sent: of a draft, or of the grant that is proposed. */
export const letterPreviewQuery = (
  { caseId, sequence }: { readonly caseId: CaseId; readonly sequence: number | null },
  draft: DecisionDraft | undefined,
) =>
  queryOptions({
    queryKey: ["letter", caseId, sequence, draft],
    queryFn: () =>
      send(letterContentSchema, {
        path: `/api/cases/${caseId}/letter-preview`,
        body: draft ?? asComputed,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What a case's outcome hangs on. Looking is an event in the log, so it is asked once for each assessment. */
export const decidingFactsQuery = ({
  caseId,
  sequence,
}: {
  readonly caseId: CaseId;
  readonly sequence: number | null;
}) =>
  queryOptions({
    queryKey: ["deciding-facts", caseId, sequence],
    queryFn: () => read(decidingFactsSchema, `/api/cases/${caseId}/deciding-facts`),
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
