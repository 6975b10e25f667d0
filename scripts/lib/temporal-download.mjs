import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectCache, projectRoot, temporalVersion } from "./places.mjs";
import { lastLines, run } from "./processes.mjs";

const downloadTimeoutMs = 5 * 60_000;

/** Started as a program of its own: this folder imports no package, and the SDK's native part is left behind with it. */
const program = `
import { TestWorkflowEnvironment } from "@temporalio/testing";
const executable = { type: "cached-download", version: process.argv[1], downloadDir: process.argv[2] };
try {
  const server = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  await server.teardown();
} catch (error) {
  process.stderr.write(error.message);
  process.exitCode = 1;
}
`;

/**
 * Lets the Temporal SDK download the server, as it does for its own tests. Needs the packages and the internet.
 * @param {import("./setup-context.mjs").SetupContext & { packagesReady: Promise<unknown> }} context
 * @returns {Promise<{ path: string, why?: undefined } | { path?: undefined, why: string }>}
 */
export const downloadTemporal = async ({ env, signal, packagesReady }) => {
  await packagesReady;
  const folder = join(projectCache, "temporal-download");
  mkdirSync(folder, { recursive: true });
  const { code, output } = await run(
    process.execPath,
    ["--input-type=module", "--eval", program, "--", temporalVersion, folder],
    { cwd: projectRoot, env, signal, timeoutMs: downloadTimeoutMs },
  );
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.startsWith("temporal-sdk-")) : undefined;
  if (code !== 0 || name === undefined) return { why: lastLines(output) || "inget svar" };
  return { path: join(folder, name) };
};
