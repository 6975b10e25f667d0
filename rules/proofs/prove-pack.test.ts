import { expect, test } from "vitest";
import { nationalPacks, neighbourOverlay, samplePacks } from "../packs.js";
import { provePack } from "./prove-pack.js";

const shipped = [
  ...nationalPacks,
  ...(samplePacks.municipal === undefined ? [] : [samplePacks.municipal]),
  neighbourOverlay,
];

test.each(shipped.map((pack) => [pack.id, pack] as const))("the shipped pack %s has no hole in it", (_, pack) => {
  expect(provePack(pack, nationalPacks)).toEqual([]);
});
