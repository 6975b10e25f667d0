import { append } from "../../audit/append.js";
import { readingInputSchema, readingKeptSchema } from "../../contracts/api/reading.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { caseParams } from "./params.js";

/** How long a case was in sight, as the page of the person who read it says, and whether its letter was looked at. */
export const registerReading = (app: App, { store }: ApiDeps): void => {
  app.post(
    "/api/cases/:caseId/reading",
    {
      preHandler: onlyFor(store, decidingRoles),
      schema: { params: caseParams, body: readingInputSchema, response: { 200: readingKeptSchema } },
    },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      const { shownHash, seconds, letterSeen, ended } = request.body;
      await openableCase(store, caseId, person);
      await store.transaction((tx) =>
        append(tx, {
          action: "case.read",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { shown: shownHash, seconds, letterSeen, ended },
        }),
      );
      return { result: "kept" as const };
    },
  );
};
