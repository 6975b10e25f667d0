import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { append } from "../../audit/append.js";
import type { Logger } from "../../platform/logger.js";
import { findStaffBySubject, rolesOf } from "../../store/staff.js";
import type { Store } from "../../store/open-store.js";
import { Refusal } from "../plugins/refusal.js";
import type { Cookies } from "./cookies.js";
import type { Oidc } from "./oidc.js";
import { findPerson } from "./person.js";
import { refusedPage } from "./refused-page.js";
import type { Sessions } from "./session-data.js";

type Deps = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly oidc: Oidc;
  readonly logger: Logger;
};

/** Only a path of our own: a sign-in must not become a way to send people elsewhere. */
const ownPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\]*$/)
  .catch("/");

const pageFor = "text/html; charset=utf-8";

/** Signing in through the municipality's provider, and out. */
export const registerSignIn = (app: FastifyInstance, { store, sessions, cookies, oidc, logger }: Deps): void => {
  app.get(
    "/api/sign-in",
    { schema: { querystring: z.object({ return: ownPath.default("/") }) } },
    async (request, reply) => {
      const { return: returnTo } = z.object({ return: ownPath.default("/") }).parse(request.query);
      const begun = await oidc.begin(returnTo).catch((error: unknown) => {
        logger.error("sign-in.unavailable", { code: error instanceof Error ? error.name : "unknown" });
        throw new Refusal("unavailable");
      });
      const id = await sessions.keepPending(begun.pending);
      return reply.setCookie(cookies.pending, id, { ...cookies.options, maxAge: 600 }).redirect(begun.address.href);
    },
  );

  app.get("/api/sign-in/callback", async (request, reply) => {
    const pendingId = request.cookies[cookies.pending];
    reply.clearCookie(cookies.pending, cookies.options);
    const pending = pendingId === undefined ? undefined : await sessions.takePending(pendingId);
    const query = request.url.slice(request.url.indexOf("?"));
    const subject = pending === undefined ? undefined : await oidc.finish(query, pending).catch(() => undefined);
    if (pending === undefined || subject === undefined) {
      logger.warn("sign-in.refused", { code: pending === undefined ? "not-begun" : "not-proved" });
      return reply.code(400).type(pageFor).send(refusedPage("not-proved"));
    }
    const staffId = await store.transaction(async (tx) => {
      const staff = await findStaffBySubject(tx, subject);
      const roles = staff?.active === true ? await rolesOf(tx, staff.id) : [];
      const isKnown = staff !== undefined && roles.length > 0;
      await append(tx, {
        action: isKnown ? "session.opened" : "session.refused",
        actor: { kind: "staff", id: staff?.id ?? "unknown" },
      });
      return isKnown ? staff.id : undefined;
    });
    if (staffId === undefined) return reply.code(403).type(pageFor).send(refusedPage("not-staff"));
    const former = request.cookies[cookies.session];
    if (former !== undefined) await sessions.end(former);
    return reply.setCookie(cookies.session, await sessions.start(staffId), cookies.options).redirect(pending.returnTo);
  });

  app.post("/api/sign-out", async (request, reply) => {
    const id = request.cookies[cookies.session];
    const person = findPerson(request);
    if (id !== undefined) await sessions.end(id);
    if (person !== null)
      await store.transaction((tx) =>
        append(tx, { action: "session.closed", actor: { kind: "staff", id: person.staffId } }),
      );
    return reply.clearCookie(cookies.session, cookies.options).send({ result: "signed-out" });
  });
};
