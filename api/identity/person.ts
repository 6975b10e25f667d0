import type { FastifyInstance, FastifyRequest } from "fastify";
import { append } from "../../audit/append.js";
import type { Actor } from "../../contracts/audit-event.js";
import type { Role } from "../../contracts/codes/roles.js";
import { findStaff, rolesOf } from "../../store/staff.js";
import type { Store } from "../../store/open-store.js";
import { Refusal } from "../plugins/refusal.js";
import type { Cookies } from "./cookies.js";
import type { Session, Sessions } from "./session-data.js";

/** A member of staff who is signed in, with the roles held at this moment. */
export type Person = {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly session: Session;
};

const decoration = "person";

/** Who is signed in, or null. */
export const findPerson = (request: FastifyRequest): Person | null => request.getDecorator<Person | null>(decoration);

/** Who is signed in. Throws a refusal where nobody is. */
export const personOf = (request: FastifyRequest): Person => {
  const person = findPerson(request);
  if (person === null) throw new Refusal("not-signed-in");
  return person;
};

/** The person as the log names them: in the role they act in. */
export const actorOf = (person: Person, among: readonly Role[]): Actor => {
  const role = person.roles.find((held) => among.includes(held));
  return { kind: "staff", id: person.staffId, ...(role === undefined ? {} : { role }) };
};

/** Finds out who asks, for every request under `/api`. Nothing about rights is cached. */
export const registerPerson = (
  app: FastifyInstance,
  deps: { readonly store: Store; readonly sessions: Sessions; readonly cookies: Cookies },
): void => {
  const { store, sessions, cookies } = deps;
  app.decorateRequest(decoration, null);
  app.addHook("onRequest", async (request) => {
    const id = request.cookies[cookies.session];
    if (id === undefined || !request.url.startsWith("/api/")) return;
    const session = await sessions.find(id, { touch: request.headers["x-skalig-background"] === undefined });
    if (session === undefined) return;
    const { staff, roles } = await store.read(async (tx) => ({
      staff: await findStaff(tx, session.staffId),
      roles: await rolesOf(tx, session.staffId),
    }));
    if (staff?.active !== true) return;
    request.setDecorator<Person>(decoration, { staffId: staff.id, name: staff.displayName, roles, session });
  });
};

/** Lets only those in who hold one of the roles now. A refusal of someone signed in is itself an event. */
export const onlyFor =
  (store: Store, allowed: readonly Role[]) =>
  async (request: FastifyRequest): Promise<void> => {
    const person = personOf(request);
    if (person.roles.some((role) => allowed.includes(role))) return;
    await store.transaction((tx) =>
      append(tx, {
        action: "access.refused",
        actor: { kind: "staff", id: person.staffId },
        details: { route: (request.routeOptions.url ?? "").replaceAll(":", "") },
      }),
    );
    throw new Refusal("not-allowed");
  };
