import { ownReadingsViewSchema } from "../../contracts/api/own-readings.js";
import { rulesQuerySchema, rulesViewSchema } from "../../contracts/api/rules-view.js";
import { firstDayOf } from "../../contracts/dates.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor } from "../identity/person.js";
import { rulesView } from "../views/rules-view.js";

/** The rules are for everyone who works with them: nothing in them is about a person. */
export const registerRules = (app: App, { store, rulesInForce, month: worked, today, workshop }: ApiDeps): void => {
  const preHandler = onlyFor(store, ["caseworker", "team-lead", "administrator", "auditor"]);
  app.get(
    "/api/rules",
    { preHandler, schema: { querystring: rulesQuerySchema, response: { 200: rulesViewSchema } } },
    async (request) => {
      const month = request.query.month ?? worked;
      // A delegation order holds on the day of a decision. Of the month that is worked on, that is today.
      const { rules, day } = await store.read(async (tx) => ({ rules: await rulesInForce(tx), day: await today(tx) }));
      const on = month === worked ? day : firstDayOf(month);
      return rulesView(rules, { month, worked, on });
    },
  );

  app.get("/api/rules/own-readings", { preHandler, schema: { response: { 200: ownReadingsViewSchema } } }, async () =>
    workshop.ownReadings(),
  );
};
