import { append } from "../../audit/append.js";
import { decidingFactsSchema } from "../../contracts/api/deciding-facts.js";
import { findAssessment } from "../../store/assessments.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { caseParams } from "./params.js";

/** What a case's outcome hangs on. It holds facts of the case, so that it was looked at is an event like any opening. */
export const registerDecidingFacts = (app: App, { store, rulesInForce }: ApiDeps): void => {
  app.get(
    "/api/cases/:caseId/deciding-facts",
    {
      preHandler: onlyFor(store, decidingRoles),
      schema: { params: caseParams, response: { 200: decidingFactsSchema } },
    },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      await openableCase(store, caseId, person);
      const { rules, assessment } = await store.transaction(async (tx) => {
        const looked = { rules: await rulesInForce(tx), assessment: await findAssessment(tx, caseId) };
        await append(tx, {
          action: "case.opened",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: {
            kind: "deciding-facts",
            ...(looked.assessment === undefined ? {} : { sequence: looked.assessment.sequence }),
          },
        });
        return looked;
      });
      if (assessment === undefined) return { sequence: null, summary: "Ärendet är inte bedömt än.", facts: [] };
      const { summary, facts } = rules.nearestFacts(assessment);
      return { sequence: assessment.sequence, summary, facts };
    },
  );
};
