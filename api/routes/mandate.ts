import { mandateAnswerSchema, mandateInputSchema, type MandateInput } from "../../contracts/api/reading.js";
import type { Ore } from "../../contracts/money.js";
import { findAssessment, type Assessment } from "../../store/assessments.js";
import type { App } from "../app.js";
import type { ApiDeps, RulesPort } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import { decidingRoles, mandateOf } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { caseParams } from "./params.js";

/** What the person may decide, for an outcome and an amount that is being written. Judged again when it is decided. */
export const registerMandate = (app: App, { store, rulesInForce, today }: ApiDeps): void => {
  app.post(
    "/api/cases/:caseId/mandate",
    {
      preHandler: onlyFor(store, decidingRoles),
      schema: { params: caseParams, body: mandateInputSchema, response: { 200: mandateAnswerSchema } },
    },
    async (request) => {
      const person = personOf(request);
      await openableCase(store, request.params.caseId, person);
      const { caseId } = request.params;
      const { day, assessment, rules } = await store.read(async (tx) => ({
        day: await today(tx),
        assessment: await findAssessment(tx, caseId),
        rules: await rulesInForce(tx),
      }));
      const viewer = { roles: person.roles, today: day, rules };
      const { outcome, amountOre, discretionaryOre } = request.body;
      const decided = { outcome, amountOre };
      return {
        month: mandateOf(viewer, { ...decided, refusedOre: refusedOf(decided, { rules, assessment }) }),
        discretionary:
          discretionaryOre === undefined
            ? null
            : mandateOf(viewer, { outcome: "discretionary", amountOre: discretionaryOre, refusedOre: 0 }),
      };
    },
  );
};

/** Writing off refuses nothing; what any other outcome refuses is not known before the case has been assessed. */
const refusedOf = (
  decided: Pick<MandateInput, "outcome" | "amountOre">,
  { rules, assessment }: { readonly rules: RulesPort; readonly assessment: Assessment | undefined },
): Ore | "unknown" => {
  if (decided.outcome === "written-off" || decided.outcome === "granted") return 0;
  return assessment === undefined ? "unknown" : rules.refusedOre(decided, assessment);
};
