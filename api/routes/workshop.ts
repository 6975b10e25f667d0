import type { z } from "zod";
import {
  approvalSchema,
  changeParamsSchema,
  changeViewSchema,
  createChangeSchema,
  notedSchema,
  onRevisionSchema,
  publicationSchema,
  saveDraftSchema,
  tableFormatSchema,
  tableParamsSchema,
  tableUploadSchema,
  workshopReaders,
  workshopViewSchema,
  workshopWriters,
  type ChangeView,
} from "../../contracts/api/workshop.js";
import { readingCostSchema, readingParamsSchema } from "../../contracts/api/workshop-readings.js";
import { rehearsalCasesSchema } from "../../contracts/api/workshop-rehearsal.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor, personOf } from "../identity/person.js";
import type { Answered } from "../workshop-port.js";
import { answered, askingOf, sendCsv, sendSaveConflict, sendXlsx, valueOf } from "./workshop-answers.js";
import { registerWorkshopAffected } from "./workshop-affected.js";
import { registerWorkshopScenarios } from "./workshop-scenarios.js";
import { registerWorkshopStops } from "./workshop-stops.js";

/** A whole rule pack is larger than any other command. */
const packLimitBytes = 2 * 1024 * 1024;

/** Changes of the rules: written and published by administrators, read also by heads of unit and auditors. */
export const registerWorkshop = (app: App, deps: ApiDeps): void => {
  const { store, workshop } = deps;
  const reading = onlyFor(store, workshopReaders);
  const writing = onlyFor(store, workshopWriters);
  const response = { 200: changeViewSchema };

  app.get("/api/workshop", { preHandler: reading, schema: { response: { 200: workshopViewSchema } } }, (request) =>
    workshop.view(askingOf(personOf(request))),
  );

  app.get(
    "/api/workshop/changes/:id",
    { preHandler: reading, schema: { params: changeParamsSchema, response } },
    async (request) => valueOf(await workshop.change(askingOf(personOf(request)), request.params.id)),
  );

  app.post(
    "/api/workshop/changes",
    { preHandler: writing, bodyLimit: packLimitBytes, schema: { body: createChangeSchema, response } },
    async (request) => valueOf(await workshop.create(askingOf(personOf(request)), request.body)),
  );

  app.post(
    "/api/workshop/changes/:id/draft",
    {
      preHandler: writing,
      bodyLimit: packLimitBytes,
      schema: { params: changeParamsSchema, body: saveDraftSchema, response },
    },
    async (request, reply) => {
      const came = await workshop.save(askingOf(personOf(request)), request.params.id, request.body);
      return answered(came, (conflict) => sendSaveConflict(reply, conflict));
    },
  );

  /** A command on one change that is answered with the change. */
  const command = <Body extends z.ZodType>(
    path: string,
    body: Body,
    act: (asking: ReturnType<typeof askingOf>, id: string, input: z.output<Body>) => Promise<Answered<ChangeView>>,
  ): void => {
    app.post(
      `/api/workshop/changes/:id/${path}`,
      { preHandler: writing, schema: { params: changeParamsSchema, body, response } },
      async (request) => valueOf(await act(askingOf(personOf(request)), request.params.id, body.parse(request.body))),
    );
  };
  command("rebase", onRevisionSchema, (asking, id, { revision }) => workshop.rebase(asking, id, revision));
  command("check", onRevisionSchema, (asking, id, { revision }) => workshop.check(asking, id, revision));
  command("rehearsal", onRevisionSchema, (asking, id, { revision }) => workshop.rehearse(asking, id, revision));
  command("submission", onRevisionSchema, (asking, id, { revision }) => workshop.submit(asking, id, revision));
  command("approval", approvalSchema, (asking, id, looked) => workshop.approve(asking, id, looked));
  command("return", notedSchema, (asking, id, { note }) => workshop.giveBack(asking, id, note));
  command("withdrawal", notedSchema, (asking, id, { note }) => workshop.withdraw(asking, id, note));
  command("publication", publicationSchema, (asking, id, input) => workshop.publish(asking, id, input));

  app.get(
    "/api/workshop/readings/:key",
    { preHandler: reading, schema: { params: readingParamsSchema, response: { 200: readingCostSchema } } },
    (request) => workshop.readingCost(request.params.key),
  );

  app.get(
    "/api/workshop/changes/:id/rehearsal/cases",
    { preHandler: reading, schema: { params: changeParamsSchema, response: { 200: rehearsalCasesSchema } } },
    async (request) => valueOf(await workshop.rehearsalCases(askingOf(personOf(request)), request.params.id)),
  );

  app.get(
    "/api/workshop/changes/:id/rehearsal.csv",
    { preHandler: reading, schema: { params: changeParamsSchema } },
    async (request, reply) =>
      sendCsv(reply, { name: "repetition", lines: valueOf(await workshop.rehearsalLines(request.params.id)) }),
  );

  app.get(
    "/api/workshop/changes/:id/tables/:table",
    { preHandler: reading, schema: { params: tableParamsSchema, querystring: tableFormatSchema } },
    async (request, reply) => {
      const { id, table } = request.params;
      if (request.query.format === "xlsx")
        return sendXlsx(reply, { name: table, bytes: valueOf(await workshop.tableSheet(id, table)) });
      return sendCsv(reply, { name: table, lines: valueOf(await workshop.table(id, table)) });
    },
  );

  app.post(
    "/api/workshop/changes/:id/tables/:table",
    {
      preHandler: writing,
      bodyLimit: packLimitBytes,
      schema: { params: tableParamsSchema, body: tableUploadSchema, response },
    },
    async (request, reply) => {
      const { id, table } = request.params;
      const came = await workshop.saveTable(askingOf(personOf(request)), id, { table, upload: request.body });
      return answered(came, (conflict) => sendSaveConflict(reply, conflict));
    },
  );

  registerWorkshopAffected(app, deps);
  registerWorkshopScenarios(app, deps);
  registerWorkshopStops(app, deps);
};
