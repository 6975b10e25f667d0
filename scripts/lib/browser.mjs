import { projectRoot } from "./places.mjs";
import { Missing } from "./missing.mjs";
import { findOnPath, isExecutable, run } from "./processes.mjs";

const howToGetIt =
  "Installera chromium-headless-shell (Debian), kör npx playwright install chromium, " +
  "eller sätt CHROMIUM_PATH till en Chromium";

/** Asks a package where its browser is, in a program of its own: this folder imports no package. */
const questions = /** @type {const} */ ([
  ["playwright", 'import { chromium } from "playwright"; process.stdout.write(chromium.executablePath());'],
  [
    "@sparticuz/chromium",
    'import chromium from "@sparticuz/chromium"; process.stdout.write(await chromium.executablePath());',
  ],
]);

/** The version of a Chromium that starts here. @param {string} path */
const versionOf = async (path) => {
  if (!isExecutable(path)) return undefined;
  const { code, stdout } = await run(path, ["--version"], { env: process.env, timeoutMs: 20_000 });
  return code === 0 ? (/\d+(\.\d+)+/.exec(stdout)?.[0] ?? "okänd version") : undefined;
};

/**
 * Chromium for the robots, in this order: one pointed out, Debian's headless shell (fastest and smallest), Debian's
 * Chromium, Playwright's own, the one that comes with the npm package. What is pointed out is never passed over.
 * @param {import("./setup-context.mjs").SetupContext & { packagesReady: Promise<unknown> }} context
 * @returns {Promise<import("./setup-context.mjs").PartReady>}
 */
export const browser = async ({ env, signal, packagesReady }) => {
  const pointedOut = env["CHROMIUM_PATH"];
  if (pointedOut !== undefined && pointedOut !== "") {
    const version = await versionOf(pointedOut);
    if (version === undefined) throw new Missing(`CHROMIUM_PATH (${pointedOut}) går inte att starta. Rätta den.`);
    return { detail: `${version} (CHROMIUM_PATH)` };
  }
  for (const name of ["chromium-headless-shell", "chromium"]) {
    const path = findOnPath(name, env);
    const version = path === undefined ? undefined : await versionOf(path);
    if (path !== undefined && version !== undefined)
      return { detail: `${version} (${name})`, env: { CHROMIUM_PATH: path } };
  }
  await packagesReady;
  for (const [name, question] of questions) {
    const { code, stdout } = await run(process.execPath, ["--input-type=module", "--eval", question], {
      cwd: projectRoot,
      env,
      signal,
      timeoutMs: 60_000,
    });
    const version = code === 0 ? await versionOf(stdout) : undefined;
    if (version !== undefined) return { detail: `${version} (${name})`, env: { CHROMIUM_PATH: stdout } };
  }
  throw new Missing(`Ingen Chromium hittades. ${howToGetIt}.`);
};
