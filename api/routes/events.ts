import { z } from "zod";
import type { LiveEvent } from "../../contracts/api/live-event.js";
import { caseIdSchema } from "../../contracts/ids.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { personOf } from "../identity/person.js";
import type { LiveEvents } from "../live-events.js";
import type { Presence } from "../presence.js";
import { decidingRoles } from "../views/proposal.js";
import { maySeeProtected, openableCase } from "./case-access.js";

/** Proxies drop a silent stream after about a minute. */
const pulseMs = 25_000;

/**
 * Server-sent events: which cases have changed, and who else has the case open that this page shows. Ids and colleagues'
 * names only; the console asks for the rest with its own rights. Nothing is said of a protected case to one who may not
 * see it.
 */
export const registerEvents = (
  app: App,
  { live, presence }: { readonly live: LiveEvents; readonly presence: Presence },
  { clock, store }: Pick<ApiDeps, "clock" | "store">,
): void => {
  app.get(
    "/api/events",
    { schema: { querystring: z.strictObject({ case: caseIdSchema.exactOptional() }) } },
    async (request, reply) => {
      const person = personOf(request);
      const { session, staffId, name } = person;
      const caseId = request.query.case;
      const decides = person.roles.some((role) => decidingRoles.some((deciding) => deciding === role));
      if (caseId !== undefined) await openableCase(store, caseId, person);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      raw.write(": open\n\n");
      const pulse = setInterval(() => {
        if (clock.now() >= session.endsAt) raw.end();
        else raw.write(": alive\n\n");
      }, pulseMs).unref();
      const tell = (event: LiveEvent): void => {
        raw.write(`data: ${JSON.stringify(event)}\n\n`);
      };
      const unsubscribe = live.subscribe({ tell, seesProtected: maySeeProtected(person) });
      const leave = caseId === undefined || !decides ? undefined : presence.enter(caseId, { staffId, name, tell });
      raw.on("close", () => {
        clearInterval(pulse);
        unsubscribe();
        leave?.();
      });
    },
  );
};
