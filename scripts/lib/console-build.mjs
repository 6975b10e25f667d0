import { existsSync } from "node:fs";
import { join } from "node:path";
import { Missing } from "./missing.mjs";
import { projectCache, projectRoot } from "./places.mjs";
import { lastLines, run } from "./processes.mjs";
import { fingerprint, isStamped, writeStamp } from "./stamps.mjs";

const stamp = join(projectCache, "console.stamp");
const page = join(projectRoot, "dist", "console", "index.html");

/**
 * The console as static files, built again only when what it is made of has changed.
 * @param {import("./setup-context.mjs").SetupContext & { packagesReady: Promise<unknown> }} context
 * @returns {Promise<import("./setup-context.mjs").PartReady>}
 */
export const consoleBuild = async ({ env, mayInstall, signal, packagesReady }) => {
  const value = fingerprint(["console", "contracts", "package-lock.json"].map((name) => join(projectRoot, name)));
  if (existsSync(page) && isStamped(stamp, value)) return {};
  if (!mayInstall) throw new Missing("Konsolen är inte byggd. Kör npm start eller npm test.");
  await packagesReady;
  const { code, output } = await run("npx", ["--no-install", "vite", "build", "console", "--logLevel", "warn"], {
    cwd: projectRoot,
    env,
    signal,
  });
  if (code !== 0) throw new Error(`Konsolen gick inte att bygga. ${lastLines(output)}`);
  writeStamp(stamp, value);
  return {};
};
