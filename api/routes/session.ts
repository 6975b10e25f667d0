import { sessionViewSchema } from "../../contracts/api/session.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { personOf } from "../identity/person.js";

/** Who is signed in. */
export const registerSession = (app: App, { store, clock, today, month, municipality }: ApiDeps): void => {
  app.get("/api/session", { schema: { response: { 200: sessionViewSchema } } }, async (request) => {
    const { staffId, name, roles, session } = personOf(request);
    return {
      staffId,
      name,
      roles: [...roles],
      municipality,
      today: await store.read(today),
      month,
      leftMs: Math.max(0, Date.parse(session.idleEndsAt) - Date.parse(clock.now())),
    };
  });
};
