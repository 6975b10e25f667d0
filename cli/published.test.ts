import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishedFiles } from "./published.js";

const docs = join(import.meta.dirname, "..", "docs");

test.each([...publishedFiles()])("docs/%s is what the contracts say; npm run docs writes it", (path, text) => {
  expect(readFileSync(join(docs, path), "utf8")).toBe(text);
});

test("no schema is left behind that the contracts no longer have", () => {
  const published = [...publishedFiles().keys()].filter((path) => path.startsWith("schemas/"));
  expect(readdirSync(join(docs, "schemas")).map((name) => `schemas/${name}`)).toEqual([...published].sort());
});

/** Paths of the properties below a node that lack a description in two languages, or an example. */
const undocumented = (node: unknown, path: string): string[] => {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => {
    const below = undocumented(child, `${path}.${key}`);
    if (key !== "properties") return below;
    const bare = Object.entries(child as Record<string, object>).filter(
      ([, property]) =>
        !("const" in property) &&
        !("properties" in property) &&
        !("$ref" in property) &&
        !("items" in property && "$ref" in (property.items as object)) &&
        !("description" in property && String(property.description).includes(" / ") && "examples" in property),
    );
    return [...below, ...bare.map(([name]) => `${path}.${name}`)];
  });
};

test("every field of a case is described in Swedish and English with an example", () => {
  const schema: unknown = JSON.parse(publishedFiles().get("schemas/case.schema.json") ?? "{}");
  expect(undocumented(schema, "case")).toEqual([]);
});
