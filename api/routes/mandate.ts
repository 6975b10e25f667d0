import { mandateAnswerSchema, mandateInputSchema } from "../../contracts/api/reading.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import { decidingRoles, mandateOf } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { caseParams } from "./params.js";

/** What the person may decide, for an outcome and an amount that is being written. Judged again when it is decided. */
export const registerMandate = (app: App, { store, rules, today }: ApiDeps): void => {
  app.post(
    "/api/cases/:caseId/mandate",
    {
      preHandler: onlyFor(store, decidingRoles),
      schema: { params: caseParams, body: mandateInputSchema, response: { 200: mandateAnswerSchema } },
    },
    async (request) => {
      const person = personOf(request);
      await openableCase(store, request.params.caseId, person);
      const viewer = { roles: person.roles, today: await store.read(today), rules };
      const { outcome, amountOre, discretionaryOre } = request.body;
      return {
        month: mandateOf(viewer, { outcome, amountOre }),
        discretionary:
          discretionaryOre === undefined
            ? null
            : mandateOf(viewer, { outcome: "discretionary", amountOre: discretionaryOre }),
      };
    },
  );
};
