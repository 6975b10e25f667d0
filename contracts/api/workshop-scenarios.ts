import { z } from "zod";
import { draftScenarioSchema, scenarioSchema } from "../rule-scenario.js";

/** A scenario in the suites that every draft is tried on. */
export const scenarioRowSchema = z.strictObject({
  suite: z.enum(["national", "local"]),
  scenario: draftScenarioSchema,
  /** Local ones only; null where it ships with the program. */
  id: z.uuid().nullable(),
  addedBy: z.string().nullable(),
  /** Made from a real case, or to take another's place, and not yet looked at by another person: it is not run. */
  awaitsCheck: z.boolean(),
  mayCheck: z.boolean(),
  /** Who wants it gone, and whether the one who asks may take it away; until then it is run. Null where nobody does. */
  removal: z.strictObject({ askedBy: z.string(), mayConfirm: z.boolean() }).nullable(),
});

/** `GET /api/workshop/scenarios`. */
export const scenariosViewSchema = z.strictObject({ scenarios: z.array(scenarioRowSchema) });
export type ScenariosView = z.output<typeof scenariosViewSchema>;

/**
 * `POST /api/workshop/scenarios` → the suites. One with the id of a local one takes its place when another person has
 * looked at it.
 */
export const saveScenarioSchema = z.strictObject({ scenario: draftScenarioSchema });
/**
 * `POST /api/workshop/scenarios/from-case` → the suites. The case is named in the body and nowhere kept; its figures are
 * changed, and another person looks at it before it is used.
 */
export const scenarioFromCaseSchema = z.strictObject({
  reference: z.string().min(3).max(40),
  id: scenarioSchema.shape.id,
  title: scenarioSchema.shape.title,
});
export type ScenarioFromCase = z.output<typeof scenarioFromCaseSchema>;

/** `POST /api/workshop/scenarios/:id/check` and `…/removal` → the suites. A removal is asked for by one and made by another. */
export const scenarioParamsSchema = z.strictObject({ id: z.uuid() });

/** `GET /api/workshop/changes/:id/trace/:suite/:scenario` → how the draft computes the scenario (`explanationSchema`). */
export const traceParamsSchema = z.strictObject({
  id: z.uuid(),
  suite: scenarioRowSchema.shape.suite,
  scenario: scenarioSchema.shape.id,
});
export type TraceParams = z.output<typeof traceParamsSchema>;
