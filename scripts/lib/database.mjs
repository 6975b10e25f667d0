import { existsSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { Missing } from "./missing.mjs";
import { findOnPath, isExecutable, lastLines, run } from "./processes.mjs";

const debianFolder = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL that can make and run a cluster. @param {NodeJS.ProcessEnv} env */
const findPrograms = (env) => {
  const debian = existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debianFolder, version, "bin"))
    : [];
  const onPath = findOnPath("initdb", env);
  const folders = onPath === undefined ? debian : [join(onPath, ".."), ...debian];
  return folders.find((folder) => ["initdb", "postgres"].every((program) => isExecutable(join(folder, program))));
};

/** @param {string} url @returns {Promise<boolean>} */
const answers = (url) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 5_000 });
    const finish = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", () => finish(true));
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });

/**
 * PostgreSQL for the tests, which prove the store on PGlite and on PostgreSQL alike. The application itself runs on
 * PGlite unless DATABASE_URL says otherwise. Debian's package is installed only in CI, and only by root.
 * @param {import("./setup-context.mjs").SetupContext} context
 * @returns {Promise<import("./setup-context.mjs").PartReady>}
 */
export const testDatabase = async ({ env, mayInstall, signal, note }) => {
  const url = env["TEST_DATABASE_URL"];
  if (url !== undefined && url !== "") {
    if (!(await answers(url)))
      throw new Missing("PostgreSQL i TEST_DATABASE_URL svarar inte. Starta den eller ta bort variabeln.");
    return { detail: "TEST_DATABASE_URL" };
  }
  const present = findPrograms(env);
  if (present !== undefined) return { detail: present };

  let why = "";
  if (mayInstall && env["CI"] && process.getuid?.() === 0 && findOnPath("apt-get", env) !== undefined) {
    note("PostgreSQL", "installeras");
    const options = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" }, signal, timeoutMs: 10 * 60_000 };
    await run("apt-get", ["update", "-qq"], options);
    const { output } = await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], options);
    const installed = findPrograms(env);
    if (installed !== undefined) return { detail: installed };
    why = ` (${lastLines(output)})`;
  }
  throw new Missing(
    `PostgreSQL saknas${why}. Testerna behöver det: installera paketet postgresql (Debian), lägg initdb på PATH ` +
      "eller sätt TEST_DATABASE_URL till en tom databas.",
  );
};
