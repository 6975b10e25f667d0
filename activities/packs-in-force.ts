import type { NationalPack, Packs, RulePack, StoppedRule } from "../contracts/rule-pack.js";
import { getPublishedPack, listPublishedPacks, type PublishedPack } from "../store/rule-packs.js";
import { listRuleStops, type RuleStop } from "../store/rule-stops.js";
import type { StoreTransaction } from "../store/transaction.js";

/** The rules as they are in force when asked for, seen by the transaction that works with them. */
export type PacksInForce = (tx: StoreTransaction) => Promise<Packs>;

/** The same packs whoever asks. */
export const alwaysInForce =
  (packs: Packs): PacksInForce =>
  () =>
    Promise.resolve(packs);

/**
 * The packs that the program ships with, where a published version of the same id has not taken their place, and the
 * rules that somebody has stopped. The same object is given until something is published or stopped, so that what is
 * worked out from it is worked out once.
 */
export const packsInForce = (shipped: Packs): PacksInForce => {
  let held: { readonly key: string; readonly packs: Packs } | undefined;
  const opened = new Map<string, RulePack>();
  const open = async (tx: StoreTransaction, { hash }: PublishedPack): Promise<RulePack> => {
    const pack = opened.get(hash) ?? (await getPublishedPack(tx, hash));
    opened.set(hash, pack);
    return pack;
  };
  return async (tx) => {
    const latest = [...new Map((await listPublishedPacks(tx)).map((row) => [row.packId, row])).values()];
    const stops = (await listRuleStops(tx)).filter(({ lifted }) => !lifted);
    const key = JSON.stringify([latest.map(({ hash }) => hash), stops.map(({ id }) => id)]);
    if (held?.key === key) return held.packs;
    const published: RulePack[] = [];
    for (const row of latest) published.push(await open(tx, row));
    const packs = { ...replaced(shipped, published), ...(stops.length > 0 && { stopped: stops.map(stoppedRule) }) };
    held = { key, packs };
    return packs;
  };
};

const stoppedRule = ({ provision, reason, stoppedOn }: RuleStop): StoppedRule => ({
  provision,
  reason,
  since: stoppedOn,
});

/** The packs with others in the place of those of the same id. A national one of a new id is added. */
export const replaced = ({ national, municipal }: Packs, published: readonly RulePack[]): Packs => {
  const byId = new Map(national.map((pack): [string, NationalPack] => [pack.id, pack]));
  let overlay = municipal;
  for (const pack of published) {
    if (pack.layer === "national") byId.set(pack.id, pack);
    else if (overlay === undefined || pack.id === overlay.id) overlay = pack;
  }
  return { national: [...byId.values()], municipal: overlay };
};
