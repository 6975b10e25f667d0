import { append } from "../../audit/append.js";
import { caseViewSchema } from "../../contracts/api/case-view.js";
import { assignInputSchema } from "../../contracts/api/commands.js";
import { changeCase, lockCase } from "../../store/cases.js";
import { addHandover } from "../../store/handovers.js";
import type { CaseRow } from "../../store/schema.js";
import { lockRolesOf } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { decidingRoles } from "../views/proposal.js";
import { maySeeProtected, openableCase } from "./case-access.js";
import { caseParams } from "./params.js";
import { showCase } from "./show-case.js";

/** A case is handed over to somebody who can decide it now: active, in a deciding role, and allowed to see it. */
const refuseUnlessColleague = async (
  tx: StoreTransaction,
  staffId: string,
  row: Pick<CaseRow, "protected">,
): Promise<void> => {
  const roles = await lockRolesOf(tx, staffId);
  const decides = roles.some((role) => decidingRoles.some((deciding) => deciding === role));
  if (decides && (!row.protected || maySeeProtected({ roles }))) return;
  throw new Refusal("input-invalid", {
    errors: [{ path: "to.staffId", message: "Personen kan inte ta emot ärendet." }],
  });
};

/** Opening a case, taking it, putting it back and handing it over. */
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
        const { to, note } = request.body;
        const row = await lockCase(tx, caseId);
        const assignedTo = to === "nobody" ? null : to === "me" ? person.staffId : to.staffId;
        if (assignedTo !== null && assignedTo !== person.staffId) await refuseUnlessColleague(tx, assignedTo, row);
        await changeCase(tx, caseId, { assignedTo });
        await addHandover(tx, {
          caseId,
          by: person.staffId,
          ...(assignedTo === null ? {} : { to: assignedTo }),
          ...(note === undefined ? {} : { note }),
        });
        const view = await showCase(tx, caseId, { person, deps });
        await append(tx, {
          action: "case.assigned",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { to: assignedTo ?? "nobody", from: row.assignedTo ?? "nobody" },
          ...(note === undefined ? {} : { content: { note } }),
        });
        return view;
      });
    },
  );
};
