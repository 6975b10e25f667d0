import { randomInt } from "node:crypto";
import { append } from "../../audit/append.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { ScenarioFromCase } from "../../contracts/api/workshop-scenarios.js";
import type { Case } from "../../contracts/case.js";
import { findings as findingTitles } from "../../contracts/codes/findings.js";
import { swedishDateAt } from "../../contracts/dates.js";
import type { Assessed, Finding } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { draftScenarioSchema, type Scenario } from "../../contracts/rule-scenario.js";
import { randomFrom } from "../../rules/examples/seeded-random.js";
import { assess } from "../../rules/index.js";
import { addRuleScenario } from "../../store/rule-scenarios.js";
import { runScenario } from "../pack-exchange/run-scenario.js";
import { privacyProblems, privacyProblemTexts } from "../pack-exchange/scenario-privacy.js";
import { perturbCase } from "./perturb-case.js";
import { readHouseholds } from "./stored-households.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** So many sets of changed figures are tried before the case is refused. */
const tries = 25;

/** A finding without the line it is of, since those have other names: what was tried, and what came of it. */
const stepOf = ({ provision, code, result, reason }: Finding): string =>
  [provision, code, result, reason ?? ""].join(" ");

/** The findings that one assessment has and the other has not, each way and as many times. */
const pathDifference = (one: Assessed, other: Assessed): readonly Finding["code"][] => {
  const left = other.findings.map(stepOf);
  const missing = one.findings.filter((finding) => {
    const at = left.indexOf(stepOf(finding));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const added = other.findings.filter((finding) => left.includes(stepOf(finding)));
  return [...new Set([...missing, ...added].map(({ code }) => code))];
};

type Made = { readonly case: Case } | { readonly differs: readonly Finding["code"][] } | { readonly impossible: true };

/** The stored case with its figures changed and the rules coming the same way; the seed is forgotten. */
const likeCase = (value: Case, packs: Packs): Made => {
  const before = assess(value, packs);
  let made: Made = { impossible: true };
  for (let at = 0; at < tries; at += 1) {
    const moved = perturbCase(value, randomFrom(randomInt(2 ** 32)));
    if (moved === undefined) continue;
    const after = assess(moved, packs);
    const differs = pathDifference(before, after);
    if (differs.length === 0 && after.outcome === before.outcome) return { case: moved };
    made = { differs };
  }
  return made;
};

/**
 * Makes a scenario from a stored case: only its figures changed, so that the rules come the same way, and nothing left
 * that names anybody. It is not run until somebody else has looked at it. Nothing keeps which case it was: neither the
 * scenario, the seed nor the log.
 */
export const scenarioFromCase = async (
  deps: WorkshopDeps,
  { asking, input }: { readonly asking: Asking; readonly input: ScenarioFromCase },
): Promise<Done<string>> => {
  const { households } = await readHouseholds(deps.store, {
    only: ({ number }) => number === input.reference,
  });
  const [stored, ...others] = households;
  // A number that is of several cases is of none, and a protected household is not there.
  if (stored === undefined || others.length > 0 || stored.row.protected) return refused("scenario-case-unknown");
  if (stored.input.flags.protectedIdentity !== false) return refused("scenario-case-unknown");
  const packs = await deps.store.read(deps.packsInForce);
  const made = likeCase(stored.input, packs);
  if ("impossible" in made) return refused("scenario-not-perturbable");
  if ("differs" in made)
    return refused(
      "scenario-path-differs",
      made.differs.map((code) => ({ code, message: findingTitles[code].title })),
    );
  return deps.store.transaction(async (tx) => {
    const scenario: Scenario = draftScenarioSchema.parse({
      id: input.id,
      title: input.title,
      origin: "perturbed",
      case: made.case,
      expected: runScenario(made.case, packs),
    });
    const problems = privacyProblems(scenario);
    if (problems.length > 0)
      return refused(
        "scenario-points-at-person",
        problems.map(({ code, path }) => ({ code, message: `${path}: ${privacyProblemTexts[code]}` })),
      );
    const saved = await addRuleScenario(tx, { scenario, by: asking.id, needsCheck: true });
    await append(tx, {
      action: "rule-scenario.saved",
      actor: actorFor(asking, workshopWriters),
      details: { scenario: saved.id, needsCheck: true, on: swedishDateAt(tx.at) },
    });
    return done(saved.id);
  });
};
