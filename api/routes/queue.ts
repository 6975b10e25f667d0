import { queueQuerySchema, queueViewSchema } from "../../contracts/api/queue.js";
import { listCaseMonths } from "../../store/case-months.js";
import { casesWithLetterQuestions } from "../../store/letter-reach.js";
import { listCases } from "../../store/cases.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import { staffNames } from "../views/case-facts.js";
import { decidingRoles } from "../views/proposal.js";
import { queueView } from "../views/queue-view.js";
import { maySeeProtected } from "./case-access.js";

/** Lists of cases. They hold no names and no numbers, so reading them is not reading a case. */
export const registerQueue = (app: App, { store, month, municipality, today }: ApiDeps): void => {
  const preHandler = onlyFor(store, decidingRoles);

  app.get(
    "/api/queue",
    { preHandler, schema: { querystring: queueQuerySchema, response: { 200: queueViewSchema } } },
    async (request) => {
      const person = personOf(request);
      const includeProtected = maySeeProtected(person);
      const asked = request.query.month ?? month;
      return store.read(async (tx) => {
        const rows = await listCases(tx, { month: asked, municipality, includeProtected });
        return queueView(rows, {
          query: request.query,
          viewer: {
            staffId: person.staffId,
            staff: await staffNames(tx),
            today: await today(tx),
            letters: await casesWithLetterQuestions(tx),
          },
          months: await listCaseMonths(tx, municipality),
        });
      });
    },
  );
};
