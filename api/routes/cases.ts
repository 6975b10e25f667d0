import { append } from "../../audit/append.js";
import { caseViewSchema } from "../../contracts/api/case-view.js";
import { assignInputSchema } from "../../contracts/api/commands.js";
import { changeCase } from "../../store/cases.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { caseParams } from "./params.js";
import { showCase } from "./show-case.js";

/** Opening a case, and taking it. */
export const registerCases = (app: App, deps: ApiDeps): void => {
  const { store } = deps;
  const preHandler = onlyFor(store, decidingRoles);

  app.get(
    "/api/cases/:caseId",
    { preHandler, schema: { params: caseParams, response: { 200: caseViewSchema } } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      await openableCase(store, caseId, person);
      // What is shown and that it was shown belong together: no log, no case.
      return store.transaction(async (tx) => {
        const view = await showCase(tx, caseId, { person, deps });
        await append(tx, {
          action: "case.opened",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: {
            shown: view.shownHash,
            ...(view.shown.sequence === null ? {} : { sequence: view.shown.sequence }),
          },
        });
        return view;
      });
    },
  );

  app.post(
    "/api/cases/:caseId/assignment",
    { preHandler, schema: { params: caseParams, body: assignInputSchema, response: { 200: caseViewSchema } } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      await openableCase(store, caseId, person);
      return store.transaction(async (tx) => {
        const { to } = request.body;
        const assignedTo = to === "nobody" ? null : to === "me" ? person.staffId : to.staffId;
        await changeCase(tx, caseId, { assignedTo });
        const view = await showCase(tx, caseId, { person, deps });
        await append(tx, {
          action: "case.assigned",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { to: assignedTo ?? "nobody" },
        });
        return view;
      });
    },
  );
};
