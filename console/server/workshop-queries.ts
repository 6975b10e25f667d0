import { queryOptions } from "@tanstack/react-query";
import { ownReadingsViewSchema } from "../../contracts/api/own-readings.js";
import { changeViewSchema, workshopViewSchema } from "../../contracts/api/workshop.js";
import { affectedViewSchema } from "../../contracts/api/workshop-affected.js";
import { readingCostSchema } from "../../contracts/api/workshop-readings.js";
import { rehearsalCasesSchema } from "../../contracts/api/workshop-rehearsal.js";
import { scenariosViewSchema, type TraceParams } from "../../contracts/api/workshop-scenarios.js";
import type { ReadingKey } from "../../contracts/codes/open-readings.js";
import { explanationSchema } from "../../contracts/explanation.js";
import { read } from "./request.js";

/** Changes, versions and stops. */
export const workshopQuery = queryOptions({
  queryKey: ["workshop"],
  queryFn: () => read(workshopViewSchema, "/api/workshop"),
});

/** One change, whole. It never changes under someone's hands: it is read anew when it is opened and when it is sent. */
export const changeQuery = (id: string) =>
  queryOptions({
    queryKey: ["workshop-change", id],
    queryFn: () => read(changeViewSchema, `/api/workshop/changes/${id}`),
    refetchOnWindowFocus: false,
  });

/** What a published change means for cases there already are. */
export const affectedQuery = (id: string) =>
  queryOptions({
    queryKey: ["workshop-change", id, "affected"],
    queryFn: () => read(affectedViewSchema, `/api/workshop/changes/${id}/affected`),
  });

/** The cases that a change would make different. They are people's: read when asked for, and not kept. */
export const rehearsalCasesQuery = (id: string, hash: string) =>
  queryOptions({
    queryKey: ["workshop-change", id, "cases", hash],
    queryFn: () => read(rehearsalCasesSchema, `/api/workshop/changes/${id}/rehearsal/cases`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What each choice of an open reading would cost or give. Worked out anew each time it is asked for. */
export const readingCostQuery = (key: ReadingKey) =>
  queryOptions({
    queryKey: ["workshop", "reading", key],
    queryFn: () => read(readingCostSchema, `/api/workshop/readings/${key}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Our own readings of what the sources leave open. */
export const ownReadingsQuery = queryOptions({
  queryKey: ["own-readings"],
  queryFn: () => read(ownReadingsViewSchema, "/api/rules/own-readings"),
});

/** The scenarios that every draft is tried on. */
export const scenariosQuery = queryOptions({
  queryKey: ["workshop", "scenarios"],
  queryFn: () => read(scenariosViewSchema, "/api/workshop/scenarios"),
});

/** How a draft computes one scenario. Worked out anew each time it is asked for: the draft may be another. */
export const traceQuery = (
  changeId: string,
  { suite, id }: { readonly suite: TraceParams["suite"]; readonly id: string },
) =>
  queryOptions({
    queryKey: ["workshop-change", changeId, "trace", suite, id],
    queryFn: () => read(explanationSchema, `/api/workshop/changes/${changeId}/trace/${suite}/${id}`),
    gcTime: 0,
  });
