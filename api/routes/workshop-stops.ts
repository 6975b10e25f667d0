import {
  reviewStopSchema,
  ruleStoppers,
  stopParamsSchema,
  stopRuleSchema,
  workshopViewSchema,
} from "../../contracts/api/workshop.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import { askingOf, valueOf } from "./workshop-answers.js";

/** Stopping a rule at once, and looking at what somebody else has stopped. */
export const registerWorkshopStops = (app: App, { store, workshop }: ApiDeps): void => {
  const preHandler = onlyFor(store, ruleStoppers);
  const response = { 200: workshopViewSchema };

  app.post("/api/workshop/stops", { preHandler, schema: { body: stopRuleSchema, response } }, async (request) => {
    const asking = askingOf(personOf(request));
    valueOf(await workshop.stop(asking, request.body));
    return workshop.view(asking);
  });

  app.post(
    "/api/workshop/stops/:id/review",
    { preHandler, schema: { params: stopParamsSchema, body: reviewStopSchema, response } },
    async (request) => {
      const asking = askingOf(personOf(request));
      valueOf(await workshop.reviewStop(asking, request.params.id, request.body));
      return workshop.view(asking);
    },
  );
};
