import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rulePages } from "./rule-pages.js";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "docs", "rules");
const pages = rulePages();

test("docs/rules holds exactly the pages the rulebook makes; npm run docs writes them", () => {
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
});

test.each([...pages])("docs/rules/%s says what the code does", (name, text) => {
  expect(readFileSync(join(folder, name), "utf8")).toBe(text);
});

const aboutProvisions = [...pages].filter(
  ([name]) => !["README.md", "acceptance-cases.md", "own-readings.md"].includes(name),
);

test("every page of a provision links to code that exists and names its legal basis", () => {
  for (const [name, text] of aboutProvisions) {
    const code = /\]\(\.\.\/\.\.\/(rules\/[^)]+)\)/.exec(text)?.[1] ?? "";
    expect([name, existsSync(join(root, code))]).toEqual([name, true]);
    expect(text).toContain("## Lagrum");
  }
});

test("every page of a provision shows at least one worked example", () => {
  const without = aboutProvisions.filter(([, text]) => !text.includes("## Exempel"));
  expect(without.map(([name]) => name)).toEqual([]);
});
