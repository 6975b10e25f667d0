import cookie from "@fastify/cookie";
import fastify from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { Fault } from "../contracts/faults.js";
import { isLoopback } from "../platform/loopback.js";
import type { App } from "./app.js";
import type { ApiDeps } from "./deps.js";
import { cookiesFor } from "./identity/cookies.js";
import { createOidc } from "./identity/oidc.js";
import { registerPerson } from "./identity/person.js";
import { createSessions } from "./identity/session-data.js";
import { registerSignIn } from "./identity/sign-in.js";
import { createLiveEvents } from "./live-events.js";
import { registerConsole } from "./plugins/console-files.js";
import { createPresence } from "./presence.js";
import { checkInput, checkOutput } from "./plugins/json.js";
import { registerOriginGuard } from "./plugins/origin-guard.js";
import { registerProblems } from "./plugins/problems.js";
import { registerSecurityHeaders } from "./plugins/security-headers.js";
import { registerAudit } from "./routes/audit.js";
import { registerCases } from "./routes/cases.js";
import { registerDecidingFacts } from "./routes/deciding-facts.js";
import { registerChanges } from "./routes/changes.js";
import { registerColleagues } from "./routes/colleagues.js";
import { registerClosing } from "./routes/closing.js";
import { registerCorrespondence } from "./routes/correspondence.js";
import { registerDecision } from "./routes/decision.js";
import { registerEvents } from "./routes/events.js";
import { registerEvidence } from "./routes/evidence.js";
import { registerFind } from "./routes/find.js";
import { registerHealth } from "./routes/health.js";
import { registerMandate } from "./routes/mandate.js";
import { registerMonth } from "./routes/month.js";
import { registerPortals } from "./routes/portals.js";
import { registerLetters } from "./routes/letters.js";
import { registerPayments } from "./routes/payments.js";
import { registerQueue } from "./routes/queue.js";
import { registerReading } from "./routes/reading.js";
import { registerRules } from "./routes/rules.js";
import { registerSession } from "./routes/session.js";
import { registerWorkshop } from "./routes/workshop.js";

/** The largest body a command may have; texts are bounded by their schemas long before. */
const bodyLimitBytes = 64 * 1024;
const looksForChangesEveryMs = 700;

/**
 * The api of the console: sign-in, views, commands and the console's own files.
 *
 * @throws Fault `InvariantBroken` where browsers would reach it over plain http from other machines.
 */
export const createApi = async (deps: ApiDeps): Promise<App> => {
  const { protocol, hostname } = new URL(deps.publicUrl);
  if (protocol !== "https:" && !isLoopback(hostname))
    throw new Fault("InvariantBroken", "The console may be reached over plain http on loopback only.", {
      host: hostname,
    });

  const app: App = fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>();
  // Only JSON is taken: a form on another site can send plain text, but not that.
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(checkInput);
  app.setSerializerCompiler(checkOutput);
  registerProblems(app, deps.logger);

  const cookies = cookiesFor(deps.publicUrl);
  const sessions = createSessions({ store: deps.store, clock: deps.clock, limits: deps.session });
  const oidc = createOidc(deps.oidc, new URL("/api/sign-in/callback", deps.publicUrl).href);
  const live = createLiveEvents({ store: deps.store, logger: deps.logger, everyMs: looksForChangesEveryMs });
  app.addHook("onClose", () => {
    live.close();
  });

  await registerSecurityHeaders(app, cookies);
  registerOriginGuard(app, deps.publicUrl);
  await app.register(cookie);
  registerPerson(app, { store: deps.store, sessions, cookies });
  registerSignIn(app, { store: deps.store, sessions, cookies, oidc, logger: deps.logger });

  registerHealth(app, deps);
  registerSession(app, deps);
  registerPortals(app, deps);
  registerQueue(app, deps);
  registerMonth(app, deps);
  registerFind(app, deps);
  registerCases(app, deps);
  registerDecidingFacts(app, deps);
  registerReading(app, deps);
  registerMandate(app, deps);
  registerColleagues(app, deps);
  registerEvidence(app, deps);
  registerLetters(app, deps);
  registerPayments(app, deps);
  registerChanges(app, deps);
  registerCorrespondence(app, deps);
  registerClosing(app, deps);
  registerDecision(app, deps);
  registerRules(app, deps);
  registerWorkshop(app, deps);
  registerAudit(app, deps);
  registerEvents(app, { live, presence: createPresence() }, deps);
  await registerConsole(app, deps.consoleDir);
  return app;
};
