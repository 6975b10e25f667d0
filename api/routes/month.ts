import { monthViewSchema } from "../../contracts/api/month-view.js";
import { listCases } from "../../store/cases.js";
import { monthFigures } from "../../store/month-figures.js";
import { listPortals } from "../../store/portals.js";
import { listUnreadApplications } from "../../store/unread-applications.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import { monthView } from "../views/month-view.js";
import { decidingRoles } from "../views/proposal.js";
import { maySeeProtected } from "./case-access.js";

/** The month that is worked on, as a flow with its figures. No names and no numbers of persons: not a reading of a case. */
export const registerMonth = (app: App, { store, month, municipality }: ApiDeps): void => {
  app.get(
    "/api/month",
    { preHandler: onlyFor(store, decidingRoles), schema: { response: { 200: monthViewSchema } } },
    async (request) => {
      const includeProtected = maySeeProtected(personOf(request));
      return store.read(async (tx) =>
        monthView(month, await listCases(tx, { month, municipality, includeProtected }), {
          figures: await monthFigures(tx, { month, municipality }),
          portals: await listPortals(tx),
          unread: await listUnreadApplications(tx, month),
        }),
      );
    },
  );
};
