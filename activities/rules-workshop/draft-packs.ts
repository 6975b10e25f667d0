import type { Sha256 } from "../../contracts/ids.js";
import type { Packs, RulePack } from "../../contracts/rule-pack.js";
import { canonicalJson, sha256Hex } from "../../platform/canonical.js";
import { getPublishedPack, listPublishedPacks } from "../../store/rule-packs.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { emptied } from "../../rules/predecessor.js";
import { packHash, packsInUse } from "../pack-hash.js";
import { replaced } from "../packs-in-force.js";
import type { Rulebook } from "../sealed-receipt.js";

/** The packs in force with a draft in its place. A stop of a rule is apart from what the rules say, and is left out. */
export const withDraft = (packs: Packs, draft: RulePack): Packs => replaced(packs, [draft]);

/** The packs as they would be without the stops. */
export const withoutStops = ({ national, municipal }: Packs): Packs => ({ national, municipal });

/** The packs as they would be without one of them. */
export const withoutPack = ({ national, municipal }: Packs, id: string): Packs => ({
  national: national.filter((pack) => pack.id !== id),
  municipal: municipal?.id === id ? undefined : municipal,
});

/** The pack of an id among those in force, or undefined. */
export const packInForce = (packs: Packs, id: string): RulePack | undefined =>
  packsInUse(packs).find((pack) => pack.id === id);

/** A pack that is new here with the rows of the others of its layer in force in place of its own. */
export const besideNew = (packs: Packs, draft: RulePack): RulePack => {
  const others = withoutPack(packs, draft.id);
  if (draft.layer === "municipal") return others.municipal ?? emptied(draft);
  return {
    ...draft,
    riksnorm: others.national.flatMap(({ riksnorm }) => riksnorm),
    priceBaseAmounts: others.national.flatMap(({ priceBaseAmounts }) => priceBaseAmounts),
    legalPeriods: others.national.flatMap(({ legalPeriods }) => legalPeriods),
    incomeRules: others.national.flatMap(({ incomeRules }) => incomeRules),
  };
};

/** What a run over a draft is made on: the rulebook and every pack in force. Another of either, and it is made anew. */
export const basisOf = (packs: Packs, rulebook: Rulebook): Sha256 =>
  sha256Hex(canonicalJson({ rulebook: rulebook.hash, packs: packsInUse(packs).map(packHash) }));

/** The pack of a version that is or was in force: published here, or shipped with the program. Undefined: neither. */
export const packByHash = async (
  tx: StoreTransaction,
  { shipped, hash }: { readonly shipped: Packs; readonly hash: Sha256 },
): Promise<RulePack | undefined> => {
  const known = packsInUse(shipped).find((pack) => packHash(pack) === hash);
  if (known !== undefined) return known;
  const published = (await listPublishedPacks(tx)).some((row) => row.hash === hash);
  return published ? getPublishedPack(tx, hash) : undefined;
};
