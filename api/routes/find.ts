import { append } from "../../audit/append.js";
import { findInputSchema, findResultSchema, type FoundCase } from "../../contracts/api/find.js";
import { findByCaseNumber, findByName, findByPersonalNumber, type FoundPerson } from "../../store/find-cases.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, findPerson, onlyFor, personOf } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { householdOfRow } from "../views/household.js";
import { decidingRoles } from "../views/proposal.js";
import { searchTermOf } from "../views/search-term.js";
import { maySeeProtected } from "./case-access.js";

/** More than this is not a search but a list; the person is asked to narrow it. */
const shownAtMost = 20;
/** What a person looks for in a minute, and far below what it takes to read the register through. */
const searchesPerMinute = 20;

const foundCase = ({ row, person }: FoundPerson): FoundCase => ({
  caseId: row.id,
  reference: row.number,
  month: row.benefitMonth,
  name: person === undefined ? "" : `${person.givenName} ${person.familyName}`,
  household: householdOfRow(row),
  state: row.state,
});

/**
 * Finds cases by name, personal number or case number (SoLPuF 15 §). Every search is logged with its purpose and the
 * cases it showed; what was searched for is sealed. A protected case is never among the hits of one who may not see it.
 */
export const registerFind = (app: App, { store, municipality, today }: ApiDeps): void => {
  app.post(
    "/api/find",
    {
      preHandler: onlyFor(store, decidingRoles),
      schema: { body: findInputSchema, response: { 200: findResultSchema } },
      config: {
        rateLimit: {
          max: searchesPerMinute,
          timeWindow: "1 minute",
          keyGenerator: (request) => findPerson(request)?.staffId ?? request.ip,
          errorResponseBuilder: () => new Refusal("too-many-requests"),
        },
      },
    },
    async (request) => {
      const person = personOf(request);
      const { query, purpose } = request.body;
      const scope = { municipality, includeProtected: maySeeProtected(person) };
      return store.transaction(async (tx) => {
        const term = searchTermOf(query, await today(tx));
        const found = await (() => {
          switch (term.kind) {
            case "case-number":
              return findByCaseNumber(tx, term.number, scope);
            case "personal-number":
              return findByPersonalNumber(tx, term.personalNumber, scope);
            case "name":
              return findByName(tx, term.name, { ...scope, limit: shownAtMost + 1 });
          }
        })();
        const rows = found.slice(0, shownAtMost).map(foundCase);
        await append(tx, {
          action: "case.searched",
          actor: actorOf(person, decidingRoles),
          details: { purpose, kind: term.kind, hits: rows.map(({ caseId }) => caseId) },
          content: { query },
        });
        return { rows, more: found.length > shownAtMost };
      });
    },
  );
};
