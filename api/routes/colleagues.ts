import { colleaguesSchema } from "../../contracts/api/reading.js";
import { listStaff, rolesOf } from "../../store/staff.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import { decidingRoles } from "../views/proposal.js";
import { maySeeProtected, openableCase } from "./case-access.js";
import { caseParams } from "./params.js";

/** Whom a case can be handed over to: colleagues who decide, and for a protected case those who may see it. */
export const registerColleagues = (app: App, { store }: ApiDeps): void => {
  app.get(
    "/api/cases/:caseId/colleagues",
    {
      preHandler: onlyFor(store, decidingRoles),
      schema: { params: caseParams, response: { 200: colleaguesSchema } },
    },
    async (request) => {
      const person = personOf(request);
      const row = await openableCase(store, request.params.caseId, person);
      return store.read(async (tx) => {
        const colleagues = [];
        for (const { id, displayName, unit, active } of await listStaff(tx)) {
          if (!active || id === person.staffId) continue;
          const roles = await rolesOf(tx, id);
          const decides = roles.some((role) => decidingRoles.some((deciding) => deciding === role));
          if (decides && (!row.protected || maySeeProtected({ roles })))
            colleagues.push({ staffId: id, name: displayName, unit });
        }
        return { colleagues: colleagues.toSorted((one, other) => one.name.localeCompare(other.name, "sv")) };
      });
    },
  );
};
