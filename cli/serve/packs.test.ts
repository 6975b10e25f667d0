import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { samplePacks } from "../../rules/packs.js";
import { readPacks } from "./packs.js";

const folder = mkdtempSync(join(tmpdir(), "skalig-rules-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (content: unknown): string => {
  const path = join(folder, "rules.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const { municipal } = samplePacks;

test("a municipality's own file takes the place of the invented one, with national law as shipped", () => {
  const own = { ...municipal, id: "annan", version: "7", municipality: "Annans kommun" };
  const packs = readPacks(file(own), "Annans kommun");
  expect(packs.municipal).toEqual(own);
  expect(packs.national).toBe(samplePacks.national);
  expect(readPacks(undefined, "Annans kommun")).toBe(samplePacks);
});

test.each([
  ["is not there", () => join(folder, "nowhere.json"), "finns inte"],
  ["is no JSON", () => file("{"), "inte JSON"],
  ["lacks a table, which is named", () => file({ ...municipal, costRules: undefined }), "costRules"],
  ["is national", () => file(samplePacks.national[0]), "layer"],
  ["is another municipality's", () => file({ ...municipal, municipality: "Någon annans kommun" }), "municipality"],
])("nothing starts on a file that %s", (_what, path, named) => {
  expect(() => readPacks(path(), "Exempelköpings kommun")).toThrow(named);
});
