import type { Packs, RulePack } from "../contracts/rule-pack.js";
import { canonicalJson, sha256Hex } from "../platform/canonical.js";

const hashes = new WeakMap<RulePack, string>();

/** SHA-256 of a pack's RFC 8785 JSON. A pack does not change while it is in memory, so each is hashed once. */
export const packHash = (pack: RulePack): string => {
  const known = hashes.get(pack);
  if (known !== undefined) return known;
  const hash = sha256Hex(canonicalJson(pack));
  hashes.set(pack, hash);
  return hash;
};

/** Every pack that takes part in an assessment, the national ones first. */
export const packsInUse = ({ national, municipal }: Packs): readonly RulePack[] =>
  municipal === undefined ? national : [...national, municipal];
