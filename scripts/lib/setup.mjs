import { browser } from "./browser.mjs";
import { consoleBuild } from "./console-build.mjs";
import { testDatabase } from "./database.mjs";
import { nodeVersion } from "./node-version.mjs";
import { packages } from "./packages.mjs";
import { createProgress } from "./progress.mjs";
import { temporalServer } from "./temporal-server.mjs";

/** Every part by the name it is shown under. Node and the packages come first; the rest run side by side. */
const parts = /** @type {const} */ ({
  Node: nodeVersion,
  paket: packages,
  "Temporal-server": temporalServer,
  webbläsare: browser,
  konsol: consoleBuild,
  PostgreSQL: testDatabase,
});
/** @typedef {keyof typeof parts} PartName */

/** What the application needs beside the packages; the tests need PostgreSQL as well. */
export const partsOfApplication = /** @type {const} */ (["Temporal-server", "webbläsare", "konsol"]);
export const partsOfTests = /** @type {const} */ ([...partsOfApplication, "PostgreSQL"]);

/** The user stopped the set-up. What it had started has ended. */
export class Interrupted extends Error {}

/**
 * Sets up the machine, one progress line per part. The first part that fails stops the others.
 * @param {{ parts: readonly PartName[], stream: NodeJS.WriteStream }} options
 * @returns {Promise<NodeJS.ProcessEnv>} the environment in which the rest of the program is to run
 * @throws {import("./missing.mjs").Missing} where the machine lacks something
 */
export const setup = async ({ parts: wanted, stream }) => {
  const progress = createProgress(stream);
  const stop = new AbortController();
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    stop.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const context = { env: process.env, mayInstall: true, signal: stop.signal, note: progress.note };
  try {
    await progress.part("Node", () => nodeVersion(context));
    const packagesReady = progress.part("paket", () => packages(context));
    const works = [
      packagesReady,
      ...wanted.map((name) => progress.part(name, () => parts[name]({ ...context, packagesReady }))),
    ];
    try {
      const ready = await Promise.all(works);
      return Object.assign({}, process.env, ...ready.map(({ env }) => env ?? {}));
    } finally {
      stop.abort();
      await Promise.allSettled(works);
    }
  } catch (error) {
    throw interrupted ? new Interrupted("Avbrutet.") : error;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    progress.stop();
  }
};

/**
 * Looks at every part without installing or building anything.
 * @returns {Promise<{ part: string, ok: boolean, detail: string }[]>} `detail` is what was found, or what is missing and how to get it
 */
export const inspect = () => {
  const context = {
    env: process.env,
    mayInstall: false,
    signal: new AbortController().signal,
    note: () => undefined,
    packagesReady: Promise.resolve(),
  };
  return Promise.all(
    Object.entries(parts).map(async ([part, look]) => {
      try {
        return { part, ok: true, detail: (await look(context)).detail ?? "" };
      } catch (error) {
        return { part, ok: false, detail: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
};
