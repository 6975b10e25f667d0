// `npm test`: everything that decides whether the program is right. Arguments go to vitest, so that
// `npm test -- rules` runs one room. The last line is "N passed, N failed"; no test at all is a failure.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "./lib/missing.mjs";
import { projectCache, projectRoot } from "./lib/places.mjs";
import { reportFailure } from "./lib/report.mjs";
import { partsOfTests, setup } from "./lib/setup.mjs";

const report = join(projectCache, `test-results-${process.pid}.json`);

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
const runVitest = (env) =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        join(projectRoot, "node_modules", "vitest", "vitest.mjs"),
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
        ...process.argv.slice(2),
      ],
      { cwd: projectRoot, env, stdio: ["ignore", "inherit", "inherit"] },
    );
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? exitCodes.fault));
  });

/** Counts what vitest wrote down. A test file that could not even be loaded has no tests, and counts as one failure. */
const count = () => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests + numTodoTests };
};

try {
  const env = await setup({ parts: partsOfTests, stream: process.stdout });
  mkdirSync(projectCache, { recursive: true });
  const code = await runVitest(env);
  const { passed, failed, skipped } = count();
  // A test that did not run proves nothing, and errors outside tests show only in vitest's exit code.
  const unexplained = code !== 0 && failed === 0 ? 1 : 0;
  if (skipped > 0) process.stdout.write(`${skipped} tests did not run; that counts as failed.\n`);
  process.stdout.write(`${passed} passed, ${failed + skipped + unexplained} failed\n`);
  process.exitCode = passed > 0 && failed + skipped + unexplained === 0 ? exitCodes.ok : exitCodes.fault;
} catch (error) {
  process.exitCode = reportFailure(error);
  process.stdout.write("0 passed, 1 failed\n");
} finally {
  rmSync(report, { force: true });
}
