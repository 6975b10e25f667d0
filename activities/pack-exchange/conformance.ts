import type { PackBundle } from "../../contracts/pack-bundle.js";
import type { NationalPack } from "../../contracts/rule-pack.js";
import type { ScenarioResult } from "../../contracts/rule-scenario.js";
import { packHash, packsInUse } from "../pack-hash.js";
import type { Rulebook } from "../sealed-receipt.js";
import { differingParts, packsWith, runScenario, type ResultPart } from "./run-scenario.js";

/** A scenario that comes out otherwise here than the issuer states, or than its author demands. */
export type ScenarioDifference = {
  readonly id: string;
  readonly title: string;
  readonly differs: readonly ResultPart[];
  readonly missed: readonly ResultPart[];
  readonly stated: ScenarioResult;
  readonly computed: ScenarioResult;
};

/** A pack or the rulebook, where ours is not the one the issuer computed with. `ours` is null where we have none. */
export type OtherBasis = { readonly id: string; readonly stated: string; readonly ours: string | null };

/** How the issuer's results stand against our own run of the same scenarios. */
export type Conformance = {
  readonly ok: boolean;
  readonly scenarios: number;
  readonly differences: readonly ScenarioDifference[];
  /** Explains a difference; is none by itself. */
  readonly otherBasis: readonly OtherBasis[];
};

/** Runs every scenario of a bundle again, with our rulebook and national law, and says where the results part. */
export const checkConformance = (
  { pack, scenarios, conformance }: PackBundle,
  { national, rulebook }: { readonly national: readonly NationalPack[]; readonly rulebook: Rulebook },
): Conformance => {
  const packs = packsWith(pack, national);
  const differences = scenarios.flatMap(({ scenario: { id, title, case: value, expected }, result: stated }) => {
    const computed = runScenario(value, packs);
    const differs = differingParts(stated, computed);
    const missed = differingParts(expected, computed);
    return differs.length + missed.length === 0 ? [] : [{ id, title, differs, missed, stated, computed }];
  });
  const ours = new Map([
    ["rulebook", rulebook.hash],
    ...packsInUse(packs).map((each) => [each.id, packHash(each)] as const),
  ]);
  const stated = [{ id: "rulebook", hash: conformance.rulebook.hash }, ...conformance.packs];
  const otherBasis = stated.flatMap(({ id, hash }) =>
    ours.get(id) === hash ? [] : [{ id, stated: hash, ours: ours.get(id) ?? null }],
  );
  return { ok: differences.length === 0, scenarios: scenarios.length, differences, otherBasis };
};
