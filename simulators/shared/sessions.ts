import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Sessions of one system, in memory: a restart ends them all, as it does in real systems. */
export type Sessions<Data> = {
  /** Starts a session and sets its cookie. */
  readonly open: (reply: FastifyReply, data: Data) => void;
  /** The request's session, unless it has ended or stood idle too long. */
  readonly of: (request: FastifyRequest) => Data | undefined;
  readonly close: (request: FastifyRequest) => void;
};

const cookieValue = (request: FastifyRequest, name: string): string | undefined =>
  (request.headers.cookie ?? "")
    .split("; ")
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Sessions kept by a cookie. Cookies are shared between ports on one host, so every system has a name of its own. */
export const createSessions = <Data>(cookie: string, idleMs: number): Sessions<Data> => {
  const open = new Map<string, { data: Data; seenAt: number }>();
  return {
    open: (reply, data) => {
      const id = randomUUID();
      open.set(id, { data, seenAt: Date.now() });
      reply.header("set-cookie", `${cookie}=${id}; Path=/; HttpOnly; SameSite=Strict`);
    },
    of: (request) => {
      const id = cookieValue(request, cookie);
      const session = id === undefined ? undefined : open.get(id);
      if (id === undefined || session === undefined) return undefined;
      if (Date.now() - session.seenAt > idleMs) {
        open.delete(id);
        return undefined;
      }
      session.seenAt = Date.now();
      return session.data;
    },
    close: (request) => {
      const id = cookieValue(request, cookie);
      if (id !== undefined) open.delete(id);
    },
  };
};
