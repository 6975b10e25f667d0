import { append } from "../../audit/append.js";
import { closeInputSchema, endedSchema } from "../../contracts/api/commands.js";
import { addClosing } from "../../store/closings.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { changeRefusal, Refusal } from "../plugins/refusal.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { holdLatest } from "./hold-latest.js";
import { caseParams } from "./params.js";

/** A case is written off: the applicant has withdrawn it, or this very application was decided elsewhere. */
export const registerClosing = (app: App, { store, process, today }: ApiDeps): void => {
  app.post(
    "/api/cases/:caseId/closing",
    {
      preHandler: onlyFor(store, decidingRoles),
      schema: { params: caseParams, body: closeInputSchema, response: { 200: endedSchema } },
    },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      const { sequence, noConflictOfInterest, ...ending } = request.body;
      const { kind, explanation, on } = ending;
      await openableCase(store, caseId, person);
      const closingId = await store.transaction(async (tx) => {
        await holdLatest(tx, caseId, { sequence });
        if (on > (await today(tx)))
          throw new Refusal("input-invalid", {
            errors: [{ path: "on", message: "Ange en dag, idag eller tidigare." }],
          });
        const conflictDeclared = noConflictOfInterest;
        const id = await addClosing(tx, { ...ending, caseId, conflictDeclared, by: person.staffId });
        await append(tx, {
          action: "closing.requested",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { closing: id, kind, sequence },
          content: { explanation, on, ...(ending.kind === "decided-elsewhere" && { reference: ending.reference }) },
        });
        return id;
      });
      const answer = await process.endWithoutDecision(caseId, { closingId }).catch(() => {
        throw new Refusal("unavailable", {
          title: "Det är oklart om ärendet avslutades. Öppna det igen om en stund och se efter.",
        });
      });
      if (answer.result === "refused") throw changeRefusal(answer.code);
      return answer;
    },
  );
};
