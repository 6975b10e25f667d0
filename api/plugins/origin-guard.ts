import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "./refusal.js";

const reads: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** A browser says where a request comes from; other programs have to say it themselves. Silence is refused. */
const comesFromUs = (request: FastifyRequest, origin: string): boolean => {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === origin;
};

/** Refuses every change that does not come from our own pages (cross-site request forgery). */
export const registerOriginGuard = (app: FastifyInstance, publicUrl: string): void => {
  const { origin } = new URL(publicUrl);
  app.addHook("onRequest", (request, _reply, done) => {
    const isFine = reads.has(request.method) || comesFromUs(request, origin);
    done(isFine ? undefined : new Refusal("origin-refused"));
  });
};
