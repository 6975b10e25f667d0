import type { RulesPort } from "../../api/deps.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { canonicalJson, sha256Hex } from "../../platform/canonical.js";
import { canBeSettled, mandateFor, provisionsInProse, rulebookVersion } from "../../rules/index.js";

/** The rulebook as the console may show it: prose, versions and mandates; never an evaluation. */
export const createRulesPort = (packs: Packs): RulesPort => {
  const all = packs.municipal === undefined ? packs.national : [...packs.national, packs.municipal];
  const hashes = new Map(all.map((pack) => [pack.id, sha256Hex(canonicalJson(pack))]));
  return {
    packs,
    rulebookVersion,
    provisions: (month) => provisionsInProse(packs, month),
    packHash: (packId) => hashes.get(packId) ?? "",
    canBeSettled,
    mandateFor: (decision) => (packs.municipal === undefined ? undefined : mandateFor(decision, packs.municipal)),
  };
};
