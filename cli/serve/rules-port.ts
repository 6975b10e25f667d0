import { refusedOreOf } from "../../activities/decide/full-need.js";
import { packHash, packsInUse } from "../../activities/pack-hash.js";
import type { RulesPort } from "../../api/deps.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { canBeSettled, mandateFor, parametersFor, provisionsInProse, rulebookVersion } from "../../rules/index.js";

/** The rulebook as the console may show it: prose, versions and mandates; never an evaluation. */
export const createRulesPort = (packs: Packs): RulesPort => {
  const hashes = new Map(packsInUse(packs).map((pack) => [pack.id, packHash(pack)]));
  return {
    packs,
    rulebookVersion,
    provisions: (month) => provisionsInProse(packs, month),
    packHash: (packId) => hashes.get(packId) ?? "",
    leastAnswerDays: (month) => parametersFor(packs, month).leastAnswerDays,
    canBeSettled,
    mandateFor: (decision) => (packs.municipal === undefined ? undefined : mandateFor(decision, packs.municipal)),
    refusedOre: refusedOreOf,
  };
};
