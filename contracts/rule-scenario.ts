import { z } from "zod";
import { caseSchema } from "./case.js";
import { localDateSchema } from "./dates.js";
import { field } from "./documented-field.js";
import { assessedSchema } from "./receipt.js";

const { outcome, reasons, normOre, costsOre, countedIncomeOre, shortfallOre, grantOre } = assessedSchema.shape;

/** What the rulebook says of a scenario, without the lines: enough to tell two assessments apart in kronor. */
export const scenarioResultSchema = z.strictObject({
  outcome,
  reasons,
  normOre,
  costsOre,
  countedIncomeOre,
  shortfallOre,
  grantOre,
});
export type ScenarioResult = z.output<typeof scenarioResultSchema>;

/** The parts of the result that a scenario demands. A part that is not named may come out in any way. */
export const scenarioExpectationSchema = z
  .strictObject({
    outcome: outcome.exactOptional(),
    reasons: reasons.exactOptional(),
    normOre: normOre.exactOptional(),
    costsOre: costsOre.exactOptional(),
    countedIncomeOre: countedIncomeOre.exactOptional(),
    shortfallOre: shortfallOre.exactOptional(),
    grantOre: grantOre.exactOptional(),
  })
  .refine((parts) => Object.keys(parts).length > 0, "Exemplet ska säga vad som väntas.");
export type ScenarioExpectation = z.output<typeof scenarioExpectationSchema>;

/** Where the household of a scenario comes from. A real household is none of them. */
export const scenarioOriginSchema = z.enum(["invented", "official-example", "perturbed"]);

const scenarioShape = z.strictObject({
  id: field(z.string().regex(/^[a-z0-9-]{1,60}$/), "Beteckning", "Id", "ensam-utan-inkomst"),
  title: field(
    z.string().min(3).max(160),
    "Vad exemplet prövar, utan namn och nummer",
    "What the scenario tries, without names and numbers",
    "Ensam vuxen utan inkomst",
  ),
  origin: field(
    scenarioOriginSchema,
    "Ursprung: påhittat, myndighetens exempel eller ett verkligt ärende med ändrade uppgifter",
    "Origin: invented, an authority's example, or a real case with its figures changed",
    "invented",
  ),
  source: field(
    z.string().min(5).max(400).exactOptional(),
    "Var myndighetens exempel är publicerat",
    "Where the authority's example is published",
    "Socialstyrelsen, riksnormen 2026",
  ),
  check: field(
    z.strictObject({ reference: z.uuid(), on: localDateSchema }).exactOptional(),
    "Den andra personens kontroll av ett ändrat ärende: kontrollens beteckning i utgivarens logg, och dag",
    "The second person's check of a changed case: the check's id in the issuer's log, and the day",
    { reference: "3f0c1a52-6d0e-4f55-9d0c-0d7c3b1a9e11", on: "2026-11-20" },
  ),
  case: caseSchema,
  expected: scenarioExpectationSchema,
});

type Shape = z.output<typeof scenarioShape>;

const demandSource = ({ origin, source }: Shape, context: z.RefinementCtx<Shape>): void => {
  if ((origin === "official-example") !== (source !== undefined))
    context.addIssue({ code: "custom", path: ["source"], message: "Anges bara för en myndighets exempel." });
};

/** A scenario that may still wait for the second person: what is run and handed on is a `scenarioSchema`. */
export const draftScenarioSchema = scenarioShape.superRefine(demandSource);

/** A household to try the rules on, and what they have to say of it. */
export const scenarioSchema = scenarioShape
  .superRefine(demandSource)
  .superRefine(({ origin, check }, context) => {
    if ((origin === "perturbed") !== (check !== undefined))
      context.addIssue({ code: "custom", path: ["check"], message: "Anges bara för ett ändrat ärende." });
  })
  .meta({ id: "RuleScenario" });
export type Scenario = z.output<typeof scenarioSchema>;
/** A scenario as it is written in a file. */
export type ScenarioInput = z.input<typeof scenarioSchema>;

/** A file of scenarios: `skalig.scenarios.v1`. */
export const scenarioFileSchema = z
  .strictObject({
    schema: z.literal("skalig.scenarios.v1"),
    scenarios: z.array(scenarioSchema).max(2000),
  })
  .meta({ id: "RuleScenarios", title: "skalig.scenarios.v1" });
