import { rulesViewSchema } from "../../contracts/api/rules-view.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { onlyFor } from "../identity/person.js";
import { rulesView } from "../views/rules-view.js";

/** The rules are for everyone who works with them: nothing in them is about a person. */
export const registerRules = (app: App, { store, rules, month, today }: ApiDeps): void => {
  const preHandler = onlyFor(store, ["caseworker", "team-lead", "administrator", "auditor"]);
  app.get("/api/rules", { preHandler, schema: { response: { 200: rulesViewSchema } } }, async () =>
    rulesView(rules, { month, on: await store.read(today) }),
  );
};
