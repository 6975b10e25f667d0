import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { checkBoundaries, projectRoot, type BoundaryReport } from "./boundary-check.js";
import { fileOf, importing, plantTree, plantViolations } from "./planted-tree.js";
import { allowedImports, plantedViolations, targets } from "./planted.js";

const rulesSchema = z.object({ forbidden: z.array(z.object({ name: z.string() })) });
const ruleNames = rulesSchema
  .parse(createRequire(import.meta.url)(join(projectRoot, ".dependency-cruiser.cjs")))
  .forbidden.map((rule) => rule.name);

test("the tree keeps every boundary, and the check has seen it whole", async () => {
  const { modules, violations, exitCode } = await checkBoundaries(projectRoot);
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThan(250);
  expect(exitCode).toBe(0);
});

test("every boundary has a planted violation that proves it", () => {
  expect(plantedViolations.map((planted) => planted.rule).sort()).toEqual([...ruleNames].sort());
});

describe("in a tree of imports out of place", () => {
  let root: string;
  let report: BoundaryReport;
  beforeAll(async () => {
    root = plantViolations();
    report = await checkBoundaries(root, 1);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each(plantedViolations)("$rule catches an import of $imports in $folder/", (planted) => {
    // A cycle is reported from whichever end is met first.
    const caughtIn = report.violations
      .filter(({ rule }) => rule === planted.rule)
      .flatMap(({ from, to }) => [from, to]);
    expect(caughtIn).toContain(fileOf(planted));
  });

  test("the check fails", () => {
    expect(report.exitCode).toBe(1);
  });
});

test("imports that are in place are let through, but a check that saw too few modules still fails", async () => {
  const files = allowedImports.map(
    ({ folder, imports }, index) => [`${folder}/x${index}.ts`, importing(imports)] as const,
  );
  const root = plantTree(new Map(files));
  try {
    const { modules, violations, exitCode } = await checkBoundaries(root);
    expect(violations).toEqual([]);
    expect(modules).toBeLessThan(files.length + targets.length + 10);
    expect(exitCode).toBe(1);
  } finally {
    rmSync(root, { recursive: true });
  }
});
