import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { caseSchema } from "../contracts/case.js";
import { assessedSchema } from "../contracts/receipt.js";
import { assess } from "../rules/index.js";
import { nationalLawAlone, samplePacks } from "../rules/packs.js";

const folder = join(import.meta.dirname, "..", "docs", "examples");

const exampleSchema = z.strictObject({
  id: z.string(),
  class: z.enum(["OFFICIAL", "SYSTEM", "SECONDARY", "RULE"]),
  source: z.string(),
  confidence: z.string(),
  note: z.string().optional(),
  case: caseSchema,
  overlay: z.literal("none").optional(),
  expected: assessedSchema.partial(),
});

const examples = readdirSync(folder)
  .filter((name) => /^AC-\d\d[a-z]?\.json$/.test(name))
  .map((name) => exampleSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));

test("every executable acceptance case has an example", () => {
  const ids = new Set(examples.map(({ id }) => id.slice(0, 5)));
  expect([...ids].toSorted()).toEqual(
    ["01", "04", "05", "09", "12", "14", "16", "17", "22", "24", "28", "31", "33", "34"].map(
      (number) => `AC-${number}`,
    ),
  );
});

test.each(examples)("$id ($class) comes out as its source says", ({ case: value, overlay, expected }) => {
  const receipt = assess(value, overlay === "none" ? nationalLawAlone : samplePacks);
  expect(receipt).toMatchObject(expected);
});
