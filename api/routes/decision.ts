import { append } from "../../audit/append.js";
import type { Actor } from "../../contracts/audit-event.js";
import { decidedSchema, decideInputSchema, type DecideInput } from "../../contracts/api/commands.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CaseId, DecisionRequestId } from "../../contracts/ids.js";
import type { Ore } from "../../contracts/money.js";
import type { DecisionRefusal } from "../../contracts/process.js";
import { findAssessment } from "../../store/assessments.js";
import { addDecisionRequest, findDecision, getDecisionRequest, refuseDecisionRequest } from "../../store/decisions.js";
import type { Store } from "../../store/open-store.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf, type Person } from "../identity/person.js";
import { decisionRefusal, Refusal } from "../plugins/refusal.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { caseParams } from "./params.js";
import { showCase } from "./show-case.js";

type Asked = { readonly requestId: DecisionRequestId } | { readonly refused: DecisionRefusal };

/** Refuses a draft that speaks of a cost the case does not have, or cuts one by nothing: its letter could not be written. */
const refuseUnlessCostsFit = (
  { reducedCosts = [], discretionary }: DecisionDraft,
  costs: readonly { readonly id: string; readonly appliedOre: Ore }[],
): void => {
  const appliedOf = (costId: string): Ore | undefined => costs.find(({ id }) => id === costId)?.appliedOre;
  const errors = [
    ...reducedCosts.flatMap(({ costId, approvedOre }, index) => {
      const appliedOre = appliedOf(costId);
      if (appliedOre === undefined) return [{ path: `reducedCosts.${String(index)}.costId`, message: noSuchCost }];
      return approvedOre < appliedOre
        ? []
        : [{ path: `reducedCosts.${String(index)}.approvedOre`, message: "Beloppet är inte lägre än det sökta." }];
    }),
    ...(discretionary?.costId !== undefined && appliedOf(discretionary.costId) === undefined
      ? [{ path: "discretionary.costId", message: noSuchCost }]
      : []),
  ];
  if (errors.length > 0) throw new Refusal("input-invalid", { errors });
};
const noSuchCost = "Kostnaden finns inte i ansökan.";

/**
 * Stores the wish to decide, with the page it was made on as content. The one thing checked here is that the page is
 * still what was shown, since only the api knows pages; roles, mandate and questions are judged in the decision's own
 * transaction, by the process.
 */
const storeRequest = (
  deps: ApiDeps,
  caseId: CaseId,
  { person, input }: { readonly person: Person; readonly input: DecideInput },
): Promise<Asked> =>
  deps.store.transaction(async (tx) => {
    const actor = actorOf(person, decidingRoles);
    const { sequence, shownHash, noConflictOfInterest, ...draft } = input;
    const { outcome } = draft;
    const now = await showCase(tx, caseId, { person, deps });
    if (now.shownHash !== shownHash || now.shown.sequence !== sequence) {
      const refused: DecisionRefusal =
        (await findDecision(tx, caseId)) === undefined ? "stale-view" : "already-decided";
      await append(tx, {
        action: "decision.refused",
        caseId,
        actor,
        details: { refusal: refused, sequence, shown: shownHash },
      });
      return { refused };
    }
    refuseUnlessCostsFit(draft, (await findAssessment(tx, caseId, { sequence }))?.input.costs ?? []);
    const requestId = await addDecisionRequest(tx, {
      caseId,
      sequence,
      shownHash,
      by: person.staffId,
      conflictDeclared: noConflictOfInterest,
      draft,
    });
    await append(tx, {
      action: "decision.requested",
      caseId,
      actor,
      details: { request: requestId, sequence, outcome, shown: shownHash },
      content: { shown: now.shown, draft },
    });
    return { requestId };
  });

/** A request that the process turned away before it reached the decision's transaction is closed here, with the reason. */
const closeRefused = (
  store: Store,
  requestId: DecisionRequestId,
  { actor, code }: { readonly actor: Actor; readonly code: DecisionRefusal },
): Promise<void> =>
  store.transaction(async (tx) => {
    const request = await getDecisionRequest(tx, requestId);
    if (request.state !== "open") return;
    await refuseDecisionRequest(tx, requestId, code);
    await append(tx, {
      action: "decision.refused",
      caseId: request.caseId,
      actor,
      details: { request: requestId, refusal: code, sequence: request.sequence },
    });
  });

/** A person decides. */
export const registerDecision = (app: App, deps: ApiDeps): void => {
  const { store, process } = deps;
  app.post(
    "/api/cases/:caseId/decision",
    {
      preHandler: onlyFor(store, decidingRoles),
      schema: { params: caseParams, body: decideInputSchema, response: { 200: decidedSchema } },
    },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      await openableCase(store, caseId, person);
      const asked = await storeRequest(deps, caseId, { person, input: request.body });
      if ("refused" in asked) throw decisionRefusal(asked.refused);
      const { requestId } = asked;
      const answer = await process.recordDecision(caseId, { requestId, sequence: request.body.sequence }).catch(() => {
        throw new Refusal("unavailable", {
          title: "Det är oklart om beslutet registrerades. Öppna ärendet igen om en stund och se efter.",
        });
      });
      if (answer.result === "recorded") return answer;
      await closeRefused(store, requestId, { actor: actorOf(person, decidingRoles), code: answer.code });
      throw decisionRefusal(answer.code);
    },
  );
};
