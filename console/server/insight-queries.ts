import { queryOptions } from "@tanstack/react-query";
import {
  auditedCasesSchema,
  caseLogViewSchema,
  eventProofViewSchema,
  shownThenSchema,
  type AuditedCasesQuery,
} from "../../contracts/api/case-log.js";
import { logChoicesSchema, logPageSchema, type LogQuery } from "../../contracts/api/log-search.js";
import { monthViewSchema } from "../../contracts/api/month-view.js";
import { portalsViewSchema } from "../../contracts/api/portals.js";
import { paymentsViewSchema } from "../../contracts/api/payments-view.js";
import { rulesViewSchema } from "../../contracts/api/rules-view.js";
import {
  questionAnswerSchema,
  samplesViewSchema,
  type QuestionScopeInput,
  type SavedQuestion,
} from "../../contracts/api/saved-questions.js";
import type { Month } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import { read } from "./request.js";

/** The parts of a query as an address has them; parts that are not there are left out. */
export const inAddress = (parts: Readonly<Record<string, string | number | undefined>>): string => {
  const entries = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return entries.length === 0 ? "" : `?${new URLSearchParams(entries).toString()}`;
};

/** Portals stop and start without a case being changed: the month looks for itself now and then. */
const portalsEveryMs = 15_000;

/** The month's progress. */
export const monthQuery = queryOptions({
  queryKey: ["month"],
  queryFn: () => read(monthViewSchema, "/api/month"),
  refetchInterval: portalsEveryMs,
});

/** How the work against each outside system stands, for who does not see the month. */
export const portalsQuery = queryOptions({
  queryKey: ["portals"],
  queryFn: () => read(portalsViewSchema, "/api/portals"),
  refetchInterval: portalsEveryMs,
});

/** What is paid and when. Changes with the month, and looks for itself as the cut-off comes nearer. */
export const paymentsQuery = queryOptions({
  queryKey: ["month", "payments"],
  queryFn: () => read(paymentsViewSchema, "/api/payments"),
  refetchInterval: portalsEveryMs,
});

/** The rules for a month; for the one that is worked on where none is named. */
export const rulesQuery = (month: Month | undefined) =>
  queryOptions({
    queryKey: ["rules", month],
    queryFn: () => read(rulesViewSchema, `/api/rules${inAddress({ month })}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A page of the cases an auditor can open. */
export const auditedCasesQuery = (query: AuditedCasesQuery) =>
  queryOptions({
    queryKey: ["audit", "cases", query],
    queryFn: () => read(auditedCasesSchema, `/api/audit/cases${inAddress(query)}`),
  });

/** What is read of the log is an event in it: read when asked for, never by itself. */
const asked = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 } as const;

/** One case as a timeline. */
export const caseLogQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ["audit", "case", caseId],
    queryFn: () => read(caseLogViewSchema, `/api/audit/cases/${caseId}`),
    ...asked,
  });

/** What the log can be searched by. */
export const logChoicesQuery = queryOptions({
  queryKey: ["audit", "choices"],
  queryFn: () => read(logChoicesSchema, "/api/audit/choices"),
  staleTime: 60_000,
});

/** A page of what a search of the log finds. */
export const logQuery = (query: LogQuery) =>
  queryOptions({
    queryKey: ["audit", "log", query],
    queryFn: () => read(logPageSchema, `/api/audit/log${inAddress(query)}`),
    ...asked,
  });

/** The answer to a saved question. */
export const questionQuery = (question: SavedQuestion, scope: QuestionScopeInput) =>
  queryOptions({
    queryKey: ["audit", "question", question, scope],
    queryFn: () => read(questionAnswerSchema, `/api/audit/questions/${question}${inAddress(scope)}`),
    ...asked,
  });

/** The samples that have been drawn. */
export const samplesQuery = queryOptions({
  queryKey: ["audit", "samples"],
  queryFn: () => read(samplesViewSchema, "/api/audit/samples"),
});

/** What proves one event. */
export const proofQuery = (seq: number, enabled: boolean) =>
  queryOptions({
    queryKey: ["audit", "proof", seq],
    queryFn: () => read(eventProofViewSchema, `/api/audit/events/${String(seq)}/proof`),
    enabled,
    staleTime: 60_000,
  });

/** What a decider saw. */
export const shownThenQuery = (seq: number) =>
  queryOptions({
    queryKey: ["audit", "shown", seq],
    queryFn: () => read(shownThenSchema, `/api/audit/events/${String(seq)}/shown`),
    ...asked,
  });
