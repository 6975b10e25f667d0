import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isFault } from "../../contracts/faults.js";
import type { Logger } from "../../platform/logger.js";
import { Refusal } from "./refusal.js";

/** Errors that Fastify itself raises about a request, before any route is reached. */
const fromFramework = (error: FastifyError): Refusal | undefined => {
  const status = error.statusCode ?? 500;
  if (status === 404) return new Refusal("not-found");
  if (status === 429) return new Refusal("too-many-requests");
  return status >= 400 && status < 500 ? new Refusal("input-invalid", { status }) : undefined;
};

const refusalOf = (error: FastifyError | Refusal): Refusal => {
  if (error instanceof Refusal) return error;
  return fromFramework(error) ?? new Refusal(error.message === "unavailable" ? "unavailable" : "internal");
};

const send = (reply: FastifyReply, { problem }: Refusal): FastifyReply =>
  reply.code(problem.status).type("application/problem+json").serializer(JSON.stringify).send(problem);

/** Turns every error into problem+json in plain Swedish. What broke inside goes to the technical log, never out. */
export const registerProblems = (app: FastifyInstance, logger: Logger): void => {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply) => {
    const refusal = refusalOf(error);
    if (refusal.problem.status >= 500)
      logger.error("api.failed", {
        method: request.method,
        route: request.routeOptions.url ?? "",
        status: refusal.problem.status,
        fault: isFault(error) ? error.name : error.constructor.name,
        ...(isFault(error) ? { stack: error.stack ?? "" } : {}),
      });
    return send(reply, refusal);
  });
};
