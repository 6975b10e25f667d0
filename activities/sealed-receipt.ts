import type { Case } from "../contracts/case.js";
import { receiptSchema, type Receipt } from "../contracts/receipt.js";
import type { Packs } from "../contracts/rule-pack.js";
import { canonicalJson, sha256Hex } from "../platform/canonical.js";
import { assess } from "../rules/index.js";
import { packHash, packsInUse } from "./pack-hash.js";

/** Which rulebook assessed: its version, and the hash of its source files. */
export type Rulebook = { readonly version: string; readonly hash: string };

/**
 * Assesses a case and seals the receipt with the hashes of what it rests on (`skalig.receipt.v1`).
 * The bytes are RFC 8785 canonical JSON: the same case, rulebook and packs give the same bytes.
 */
export const assessAndSeal = (
  input: Case,
  { rulebook, packs }: { readonly rulebook: Rulebook; readonly packs: Packs },
): { readonly receipt: Receipt; readonly bytes: Buffer } => {
  const receipt = receiptSchema.parse({
    schema: "skalig.receipt.v1",
    inputHash: sha256Hex(canonicalJson(input)),
    rulebook,
    packs: packsInUse(packs).map((pack) => ({ id: pack.id, version: pack.version, hash: packHash(pack) })),
    ...assess(input, packs),
  });
  return { receipt, bytes: Buffer.from(canonicalJson(receipt)) };
};
