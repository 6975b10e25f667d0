import type { z } from "zod";
import type { LetterPack } from "../../contracts/letter.js";
import { packBundleSchema, type PackBundle, type PackVersion } from "../../contracts/pack-bundle.js";
import type { NationalPack, RulePack } from "../../contracts/rule-pack.js";
import type { Scenario } from "../../contracts/rule-scenario.js";
import { canonicalJson } from "../../platform/canonical.js";
import { packHash, packsInUse } from "../pack-hash.js";
import type { Rulebook } from "../sealed-receipt.js";
import { personalProblems, type BundleProblem } from "./bundle-problems.js";
import { citationsOf } from "./citations.js";
import { differingParts, packsWith, runScenario, type ResultPart } from "./run-scenario.js";

/** What a bundle is made of. */
export type BundleParts = {
  readonly pack: RulePack;
  readonly issuer: string;
  readonly scenarios: readonly Scenario[];
  readonly history: readonly PackVersion[];
  /** National law that the pack is tried with. */
  readonly national: readonly NationalPack[];
  readonly letters: readonly LetterPack[];
  readonly rulebook: Rulebook;
};

/** A scenario that the pack does not answer as its author demands. */
export type MissedExpectation = { readonly id: string; readonly parts: readonly ResultPart[] };

/** A finished bundle with its bytes, or why there is none. */
export type BuiltBundle =
  | { readonly kind: "built"; readonly bundle: PackBundle; readonly bytes: Buffer }
  | { readonly kind: "refused"; readonly problems: readonly BundleProblem[] }
  | { readonly kind: "malformed"; readonly error: z.ZodError }
  | { readonly kind: "missed"; readonly missed: readonly MissedExpectation[] };

type Span = { readonly from: string; readonly to?: string };

const overlaps = (one: Span, other: Span): boolean =>
  (other.to === undefined || one.from <= other.to) && (one.to === undefined || other.from <= one.to);

/** An overlay holds until it is replaced, so it relies on every text; a national pack on those of its own months. */
const lettersFor = (pack: RulePack, letters: readonly LetterPack[]): LetterPack[] => {
  if (pack.layer === "municipal") return [...letters];
  const spans: readonly Span[] = [...pack.riksnorm, ...pack.legalPeriods];
  return letters.filter((letter) => spans.some((span) => overlaps(span, letter)));
};

/**
 * Runs every scenario and puts the bundle together. Nothing is built where a scenario could lead to a person or is not
 * answered as it demands: what is handed on has passed its own tests.
 */
export const buildBundle = (parts: BundleParts): BuiltBundle => {
  const { pack, issuer, history, national, rulebook } = parts;
  const packs = packsWith(pack, national);
  const scenarios = parts.scenarios.map((scenario) => ({ scenario, result: runScenario(scenario.case, packs) }));
  const letters = lettersFor(pack, parts.letters);
  const problems = personalProblems({ pack, history: [...history], letters, scenarios });
  if (problems.length > 0) return { kind: "refused", problems };
  const missed = scenarios.flatMap(({ scenario: { id, expected }, result }) => {
    const differing = differingParts(expected, result);
    return differing.length === 0 ? [] : [{ id, parts: differing }];
  });
  if (missed.length > 0) return { kind: "missed", missed };
  const bundle = packBundleSchema.safeParse({
    schema: "skalig.pack-bundle.v1",
    issuer,
    pack,
    citations: citationsOf(pack),
    letters,
    scenarios,
    conformance: {
      rulebook,
      packs: packsInUse(packs).map((each) => ({ id: each.id, version: each.version, hash: packHash(each) })),
    },
    history,
  });
  if (!bundle.success) return { kind: "malformed", error: bundle.error };
  return { kind: "built", bundle: bundle.data, bytes: Buffer.from(canonicalJson(bundle.data)) };
};
