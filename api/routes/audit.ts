import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { registerAuditedCases } from "./audit/cases.js";
import { registerExport } from "./audit/export.js";
import { registerProofs } from "./audit/proof.js";
import { registerQuestions } from "./audit/questions.js";
import { registerSearch } from "./audit/search.js";

/** The log as an auditor reads it. All of it is for auditors only, and all reading of it is itself logged. */
export const registerAudit = (app: App, deps: ApiDeps): void => {
  registerAuditedCases(app, deps);
  registerProofs(app, deps);
  registerSearch(app, deps);
  registerQuestions(app, deps);
  registerExport(app, deps);
};
