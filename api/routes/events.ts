import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { personOf } from "../identity/person.js";
import type { LiveEvents } from "../live-events.js";

/** Proxies drop a silent stream after about a minute. */
const pulseMs = 25_000;

/** Server-sent events: which cases have changed. Ids only; the console asks for the rest with its own rights. */
export const registerEvents = (app: App, live: LiveEvents, { clock }: Pick<ApiDeps, "clock">): void => {
  app.get("/api/events", (request, reply) => {
    const { session } = personOf(request);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
    raw.write(": open\n\n");
    const pulse = setInterval(() => {
      if (clock.now() >= session.endsAt) raw.end();
      else raw.write(": alive\n\n");
    }, pulseMs).unref();
    const unsubscribe = live.subscribe((event) => raw.write(`data: ${JSON.stringify(event)}\n\n`));
    raw.on("close", () => {
      clearInterval(pulse);
      unsubscribe();
    });
  });
};
