import { describe, expect, it } from "vitest";
import { sha256 } from "../platform/canonical.js";
import { emptyFrontier, grow, inclusionProof, leafHash, nodeHash, provesInclusion, rootOf } from "./merkle.js";

/** Inputs and roots published with the Certificate Transparency implementation (RFC 6962). */
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const leaves = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, index) => leafHash(`leaf ${String(index)}`));

/** The definition of RFC 6962 section 2.1, word for word: slow, and independent of the frontier. */
const rootByDefinition = (hashes: readonly Buffer[]): Buffer => {
  const [only] = hashes;
  if (only === undefined) return sha256();
  if (hashes.length === 1) return only;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split)));
};

describe("the Merkle tree of the log", () => {
  it("has the published roots for the published leaves", () => {
    let tree = emptyFrontier;
    const found = inputs.map((input) => {
      tree = grow(tree, leafHash(Buffer.from(input, "hex")));
      return rootOf(tree).toString("hex");
    });
    expect(found).toEqual(roots);
  });

  it("has the hash of nothing as root when it is empty", () => {
    expect(rootOf(emptyFrontier).toString("hex")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("has the root of the definition at every size up to 64", () => {
    let tree = emptyFrontier;
    for (const [index, leaf] of leaves(64).entries()) {
      tree = grow(tree, leaf);
      expect(rootOf(tree)).toEqual(rootByDefinition(leaves(index + 1)));
    }
  });

  it("proves every leaf of every size up to 64, with no more hashes than the height", () => {
    for (let size = 1; size <= 64; size += 1) {
      const hashes = leaves(size);
      const root = rootByDefinition(hashes);
      for (const [index, leaf] of hashes.entries()) {
        const proof = inclusionProof(hashes, index);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(provesInclusion({ leaf, index, size, proof }, root)).toBe(true);
      }
    }
  });

  it("rejects a proof for another leaf, place, size or root, and one cut short or made longer", () => {
    for (let size = 2; size <= 64; size += 1) {
      const hashes = leaves(size);
      const root = rootByDefinition(hashes);
      for (const [index, leaf] of hashes.entries()) {
        const proof = inclusionProof(hashes, index);
        const claim = { leaf, index, size, proof };
        const other = leafHash("another leaf");
        expect(provesInclusion({ ...claim, leaf: other }, root)).toBe(false);
        expect(provesInclusion({ ...claim, index: (index + 1) % size }, root)).toBe(false);
        expect(provesInclusion({ ...claim, proof: proof.slice(0, -1) }, root)).toBe(false);
        expect(provesInclusion({ ...claim, proof: [...proof, other] }, root)).toBe(false);
        expect(provesInclusion(claim, other)).toBe(false);
      }
    }
  });

  it("proves nothing about an empty tree or a leaf outside the tree", () => {
    expect(() => inclusionProof([], 0)).toThrow(RangeError);
    expect(() => inclusionProof(leaves(3), 3)).toThrow(RangeError);
    expect(provesInclusion({ leaf: leafHash(""), index: 0, size: 0, proof: [] }, sha256())).toBe(false);
    expect(provesInclusion({ leaf: leafHash(""), index: -1, size: 1, proof: [] }, leafHash(""))).toBe(false);
  });

  it("does not take an inner node for a leaf", () => {
    const [left, right] = [leafHash("l"), leafHash("r")];
    expect(leafHash(Buffer.concat([left, right]))).not.toEqual(nodeHash(left, right));
  });
});
