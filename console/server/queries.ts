import { queryOptions } from "@tanstack/react-query";
import { auditedCasesSchema, caseLogViewSchema } from "../../contracts/api/case-log.js";
import { caseViewSchema } from "../../contracts/api/case-view.js";
import { monthViewSchema } from "../../contracts/api/month-view.js";
import { queueViewSchema, type QueueQuery } from "../../contracts/api/queue.js";
import { rulesViewSchema } from "../../contracts/api/rules-view.js";
import { sessionViewSchema } from "../../contracts/api/session.js";
import type { CaseId } from "../../contracts/ids.js";
import { read } from "./request.js";

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => read(sessionViewSchema, "/api/session"),
  staleTime: 60_000,
});

/** One tab of the queue. */
export const queueQuery = (query: QueueQuery) =>
  queryOptions({
    queryKey: ["queue", query],
    queryFn: () => read(queueViewSchema, `/api/queue?${new URLSearchParams(query).toString()}`),
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
