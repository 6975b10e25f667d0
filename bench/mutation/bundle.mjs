// The tests of the rules as one script, put together after Stryker has marked every place it may change. To load some
// hundred modules anew for each of thousands of changes takes far longer than the tests do; one script runs in a moment.
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";

/**
 * Tests of cases at random, which would give another score each time, of how everything hangs together, which take
 * seconds for every change, and of the source text. `npm test` runs them.
 */
const leftOut = /propert|missing-facts|generate|texts|neighbour|guardrails/;

/** The folder whose rules are changed. Its own tests decide, with those of the rules that every folder builds on. */
const [folder = "rules"] = process.argv.slice(2);
const deciding = new Set(["rules", "rules/provisions", folder]);

const paths = readdirSync("rules", { recursive: true, encoding: "utf8" })
  .map((path) => `rules/${path}`)
  .filter((path) => path.endsWith(".test.ts") && deciding.has(dirname(path)) && !leftOut.test(path))
  .toSorted();

await build({
  stdin: { contents: paths.map((path) => `import "./${path}";`).join("\n"), resolveDir: ".", loader: "ts" },
  outfile: "mutation/rules-tests.js",
  bundle: true,
  format: "iife",
  platform: "node",
  target: "node20",
  // The runner hands in what the tests take from vitest.
  plugins: [
    {
      name: "vitest-of-the-runner",
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^vitest$/ }, () => ({ path: "vitest", namespace: "runner" }));
        onLoad({ filter: /./, namespace: "runner" }, () => ({
          contents: "export const { describe, expect, it, test } = globalThis.vitestOfTheRunner;",
        }));
      },
    },
  ],
  logLevel: "error",
});
