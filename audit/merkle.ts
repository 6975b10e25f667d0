import { sha256 } from "../platform/canonical.js";

const leafPrefix = Buffer.of(0x00);
const nodePrefix = Buffer.of(0x01);

/** Hash of a leaf (RFC 6962 section 2.1). The prefix keeps a leaf from passing as an inner node. */
export const leafHash = (data: Uint8Array | string): Buffer => sha256(leafPrefix, data);

/** Hash of an inner node (RFC 6962 section 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodePrefix, left, right);

/** A tree in short: its size and the roots of its full subtrees, largest first; one for each bit set in the size. */
export type Frontier = { readonly size: number; readonly roots: readonly Buffer[] };

/** The tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** Adds a leaf hash: full subtrees of the same size are joined. */
export const grow = ({ size, roots }: Frontier, leaf: Buffer): Frontier => {
  const grown = [...roots];
  let joined = leaf;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = grown.pop();
    if (left === undefined) throw new RangeError("A frontier has one root for each bit set in its size.");
    joined = nodeHash(left, joined);
  }
  return { size: size + 1, roots: [...grown, joined] };
};

/** The Merkle tree hash. Of the empty tree: SHA-256 of nothing. */
export const rootOf = ({ roots }: Frontier): Buffer =>
  roots.reduceRight<Buffer | undefined>(join, undefined) ?? sha256();

const join = (right: Buffer | undefined, left: Buffer): Buffer => (right === undefined ? left : nodeHash(left, right));

/**
 * The hashes that prove that leaf `index` is part of the tree of all `leaves` (RFC 6962 section 2.1.1), nearest first.
 *
 * @throws RangeError where there is no such leaf.
 */
export const inclusionProof = (leaves: readonly Buffer[], index: number): Buffer[] => {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError("There is no such leaf.");
  if (leaves.length === 1) return [];
  const split = largestPowerOfTwoBelow(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return index < split
    ? [...inclusionProof(left, index), treeHash(right)]
    : [...inclusionProof(right, index - split), treeHash(left)];
};

/** A claim that a leaf is part of a tree, with its proof. */
export type Inclusion = {
  readonly leaf: Buffer;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Buffer[];
};

/** Whether the proof leads from the leaf to the root (RFC 9162 section 2.1.3.2). */
export const provesInclusion = ({ leaf, index, size, proof }: Inclusion, root: Buffer): boolean => {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  let [position, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash);
      // A right border node has no sibling on the levels where its subtree is not full.
      while (position % 2 === 0 && position !== 0) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
};

const treeHash = (leaves: readonly Buffer[]): Buffer => rootOf(leaves.reduce(grow, emptyFrontier));

const largestPowerOfTwoBelow = (size: number): number => {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
};
