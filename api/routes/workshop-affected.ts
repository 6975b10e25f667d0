import { changeParamsSchema, workshopReaders, workshopWriters } from "../../contracts/api/workshop.js";
import { affectedViewSchema, recomputeSchema } from "../../contracts/api/workshop-affected.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import { askingOf, sendCsv, valueOf } from "./workshop-answers.js";

/** What a published change means for cases there already are: reassessed in stages, or listed for a person. */
export const registerWorkshopAffected = (app: App, { store, workshop }: ApiDeps): void => {
  const reading = onlyFor(store, workshopReaders);
  const params = changeParamsSchema;
  const response = { 200: affectedViewSchema };

  app.get(
    "/api/workshop/changes/:id/affected",
    { preHandler: reading, schema: { params, response } },
    async (request) => valueOf(await workshop.affected(askingOf(personOf(request)), request.params.id)),
  );

  app.post(
    "/api/workshop/changes/:id/recomputation",
    { preHandler: onlyFor(store, workshopWriters), schema: { params, body: recomputeSchema, response } },
    async (request) =>
      valueOf(await workshop.recompute(askingOf(personOf(request)), request.params.id, request.body.stage)),
  );

  app.get(
    "/api/workshop/changes/:id/board-report.csv",
    { preHandler: reading, schema: { params } },
    async (request, reply) => {
      const { number, lines } = valueOf(await workshop.boardReport(askingOf(personOf(request)), request.params.id));
      return sendCsv(reply, { name: `namndrapport-${number}`, lines });
    },
  );
};
