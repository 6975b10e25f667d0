import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listSettings } from "../platform/settings.js";
import { projectFiles } from "./architecture/tracked-files.js";

/** Where settings are named without being read: where they are declared, tested and described. */
const declares =
  /^(platform\/settings\.ts|docs\/|README\.md|ARCHITECTURE\.md|.*\.test\.ts$|test\/|bench\/|.*\/test-support\/)/;
/** Read by the set-up, which runs before there is anything to import; by Temporal's own libraries; by tests alone. */
const notOurs = new Set(["TEMPORAL_PROFILE", "TEMPORAL_NAMESPACE", "TEST_DATABASE_URL"]);

const sources = projectFiles()
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !declares.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const documented = readFileSync("docs/settings.md", "utf8");
const known = listSettings().map(({ name }) => name);

describe("the settings", () => {
  test("that are declared are read somewhere, and documented", () => {
    for (const name of known) {
      expect(documented, name).toContain(`| \`${name}\` |`);
      const isNamed = new RegExp(`\\b${name}\\b`).test(sources);
      const [, system = "", what = ""] = /^SKALIG_([A-Z_]+)_([A-Z]+)$/.exec(name) ?? [];
      // The settings of an outside system are read alike: `SKALIG_${system}_URL`.
      const isComposed = sources.includes(`SKALIG_\${name}_${what}`) && sources.includes(`"${system}"`);
      expect(isNamed || isComposed, `${name} is declared but nobody reads it`).toBe(true);
    }
  });

  test("that are read are declared", () => {
    const named = new Set(
      sources.match(/\b(SKALIG|TEMPORAL)_[A-Z][A-Z0-9_]*[A-Z0-9]\b|\b(DATABASE_URL|CHROMIUM_PATH)\b/g),
    );
    const undeclared = [...named].filter((name) => !known.includes(name) && !notOurs.has(name));
    expect(undeclared).toEqual([]);
  });
});
