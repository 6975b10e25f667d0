import { workshopReaders, workshopWriters } from "../../contracts/api/workshop.js";
import {
  saveScenarioSchema,
  scenarioFromCaseSchema,
  scenarioParamsSchema,
  scenariosViewSchema,
  traceParamsSchema,
} from "../../contracts/api/workshop-scenarios.js";
import { explanationSchema } from "../../contracts/explanation.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import { askingOf, valueOf } from "./workshop-answers.js";

/** The scenarios that every draft is tried on. */
export const registerWorkshopScenarios = (app: App, { store, workshop }: ApiDeps): void => {
  const writing = onlyFor(store, workshopWriters);
  const reading = onlyFor(store, workshopReaders);
  const response = { 200: scenariosViewSchema };

  app.get("/api/workshop/scenarios", { preHandler: reading, schema: { response } }, (request) =>
    workshop.scenarios(askingOf(personOf(request))),
  );

  app.get(
    "/api/workshop/changes/:id/trace/:suite/:scenario",
    { preHandler: reading, schema: { params: traceParamsSchema, response: { 200: explanationSchema } } },
    async (request) => valueOf(await workshop.traceScenario(request.params)),
  );

  app.post(
    "/api/workshop/scenarios",
    { preHandler: writing, schema: { body: saveScenarioSchema, response } },
    async (request) => {
      const asking = askingOf(personOf(request));
      valueOf(await workshop.saveScenario(asking, request.body.scenario));
      return workshop.scenarios(asking);
    },
  );

  app.post(
    "/api/workshop/scenarios/from-case",
    { preHandler: writing, schema: { body: scenarioFromCaseSchema, response } },
    async (request) => {
      const asking = askingOf(personOf(request));
      valueOf(await workshop.scenarioFromCase(asking, request.body));
      return workshop.scenarios(asking);
    },
  );

  for (const [command, act] of [
    ["check", workshop.checkScenario],
    ["removal", workshop.removeScenario],
  ] as const)
    app.post(
      `/api/workshop/scenarios/:id/${command}`,
      { preHandler: writing, schema: { params: scenarioParamsSchema, response } },
      async (request) => {
        const asking = askingOf(personOf(request));
        valueOf(await act(asking, request.params.id));
        return workshop.scenarios(asking);
      },
    );
};
