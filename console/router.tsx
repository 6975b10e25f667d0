import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { z } from "zod";
import { auditedCasesQuerySchema, logCategorySchema } from "../contracts/api/case-log.js";
import { logQuerySchema } from "../contracts/api/log-search.js";
import { monthStepSchema } from "../contracts/api/month-view.js";
import { queueQuerySchema } from "../contracts/api/queue.js";
import { questionScopeSchema, savedQuestionSchema } from "../contracts/api/saved-questions.js";
import { monthSchema } from "../contracts/dates.js";
import { AuditListPage } from "./features/audit/audit-list-page.js";
import { AuditCasePage } from "./features/audit/audit-case-page.js";
import { LogPage } from "./features/audit/log-page.js";
import { QuestionsPage } from "./features/audit/questions-page.js";
import { SamplePage } from "./features/audit/sample-page.js";
import { ShownPage } from "./features/audit/shown-page.js";
import { CasePage } from "./features/case/case-page.js";
import { MonthPage } from "./features/month/month-page.js";
import { QueuePage } from "./features/queue/queue-page.js";
import { RulesPage } from "./features/rules/rules-page.js";
import { ChangePage } from "./features/workshop/change-page.js";
import { changePartSchema } from "./features/workshop/change-parts.js";
import { ReadingsPage } from "./features/workshop/readings-page.js";
import { ScenariosPage } from "./features/workshop/scenarios-page.js";
import { WorkshopPage } from "./features/workshop/workshop-page.js";
import { homeOf } from "./features/shell/home-of.js";
import { NotFound, PageFailed, Shell } from "./features/shell/shell.js";
import { sessionQuery } from "./server/queries.js";
import { isSignedOut } from "./server/problem-error.js";

type Context = { readonly client: QueryClient };

/** Leaves the console for the sign-in, and comes back to where the person was going. */
const signIn = (returnTo: string): Promise<never> => {
  window.location.assign(`/api/sign-in?${new URLSearchParams({ return: returnTo }).toString()}`);
  // The browser is leaving; nothing of the page may be drawn meanwhile.
  return new Promise<never>(() => undefined);
};

const root = createRootRouteWithContext<Context>()({
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.query({ ...sessionQuery, staleTime: "static" }).catch((error: unknown) => {
      if (isSignedOut(error)) return signIn(location.href);
      throw error;
    });
    return { session };
  },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageFailed,
});

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: ({ context }): void => {
    redirect({ to: homeOf(context.session.roles), throw: true });
  },
});

const queue = createRoute({
  getParentRoute: () => root,
  path: "arenden",
  validateSearch: queueQuerySchema,
  component: QueuePage,
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: "arenden/$caseId",
  validateSearch: z.object({ write: z.literal(true).optional() }),
  component: CasePage,
});
const monthPage = createRoute({
  getParentRoute: () => root,
  path: "manaden",
  validateSearch: z.object({ step: monthStepSchema.exactOptional() }),
  component: MonthPage,
});
const rules = createRoute({
  getParentRoute: () => root,
  path: "regler",
  validateSearch: z.object({ month: monthSchema.exactOptional(), with: monthSchema.exactOptional() }),
  component: RulesPage,
});
const workshop = createRoute({ getParentRoute: () => root, path: "regler/andringar", component: WorkshopPage });
const change = createRoute({
  getParentRoute: () => root,
  path: "regler/andringar/$changeId",
  validateSearch: z.object({ part: changePartSchema.exactOptional() }),
  component: ChangePage,
});
const scenarios = createRoute({ getParentRoute: () => root, path: "regler/exempel", component: ScenariosPage });
const readings = createRoute({ getParentRoute: () => root, path: "regler/tolkningar", component: ReadingsPage });
const auditList = createRoute({
  getParentRoute: () => root,
  path: "granskning",
  validateSearch: auditedCasesQuerySchema,
  component: AuditListPage,
});
const auditLog = createRoute({
  getParentRoute: () => root,
  path: "granskning/logg",
  validateSearch: logQuerySchema,
  component: LogPage,
});
const auditQuestions = createRoute({
  getParentRoute: () => root,
  path: "granskning/fragor",
  validateSearch: questionScopeSchema.extend({ question: savedQuestionSchema.default("by-rulebook") }),
  component: QuestionsPage,
});
const auditSample = createRoute({ getParentRoute: () => root, path: "granskning/stickprov", component: SamplePage });
const auditShown = createRoute({ getParentRoute: () => root, path: "granskning/visat/$seq", component: ShownPage });
const auditCase = createRoute({
  getParentRoute: () => root,
  path: "granskning/$caseId",
  validateSearch: z.object({ show: logCategorySchema.optional(), event: z.int().optional() }),
  component: AuditCasePage,
});

/** Every page of the console, with what its address may carry. */
const routes = root.addChildren([
  start,
  queue,
  oneCase,
  monthPage,
  rules,
  workshop,
  change,
  scenarios,
  readings,
  auditList,
  auditLog,
  auditQuestions,
  auditSample,
  auditShown,
  auditCase,
]);

/** The console's router. */
export const createConsoleRouter = (client: QueryClient) =>
  createRouter({ routeTree: routes, context: { client }, scrollRestoration: true, defaultPreload: false });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
