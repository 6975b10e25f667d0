import { connect } from "node:net";
import { join } from "node:path";
import { Missing } from "./missing.mjs";
import { projectCache, temporalVersion, userCache } from "./places.mjs";
import { findOnPath, isExecutable, run } from "./processes.mjs";
import { buildTemporal, usableGo } from "./temporal-build.mjs";
import { downloadTemporal } from "./temporal-download.mjs";

const howToGetIt =
  "Sätt TEMPORAL_ADDRESS till en server som kör, TEMPORAL_CLI_PATH till programmet temporal, " +
  "eller installera Go 1.21 eller nyare så byggs det av npm start";

/** @param {string} address @returns {Promise<boolean>} */
const answers = (address) =>
  new Promise((resolve) => {
    const at = address.lastIndexOf(":");
    const socket = connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)), timeout: 5_000 });
    const finish = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", () => finish(true));
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });

/** The version line of a program that really is the Temporal CLI. @param {string} path */
const versionOf = async (path) => {
  if (!isExecutable(path)) return undefined;
  const { code, stdout } = await run(path, ["--version"], { env: process.env, timeoutMs: 20_000 });
  return code === 0 && stdout.startsWith("temporal version") ? stdout.split(" ")[2] : undefined;
};

/** @param {string} path @param {string} version @param {string} from */
const found = (path, version, from) => ({ detail: `${version} (${from})`, env: { TEMPORAL_CLI_PATH: path } });

/**
 * The real Temporal server, in this order: one that runs already, one that is pointed out, one on PATH, one built or
 * fetched before, one built from the Go module proxy, the one the SDK downloads. What is pointed out is never passed over.
 * @param {import("./setup-context.mjs").SetupContext & { packagesReady: Promise<unknown> }} context
 * @returns {Promise<import("./setup-context.mjs").PartReady>}
 */
export const temporalServer = async (context) => {
  const { env } = context;
  const address = env["TEMPORAL_ADDRESS"];
  if (address !== undefined && address !== "") {
    if (!(await answers(address)))
      throw new Missing(
        `Temporal-servern i TEMPORAL_ADDRESS (${address}) svarar inte. Starta den eller ta bort variabeln.`,
      );
    return { detail: `${address} (TEMPORAL_ADDRESS)` };
  }
  const pointedOut = env["TEMPORAL_CLI_PATH"];
  if (pointedOut !== undefined && pointedOut !== "") {
    const version = await versionOf(pointedOut);
    if (version === undefined)
      throw new Missing(`TEMPORAL_CLI_PATH (${pointedOut}) är inte programmet temporal. Rätta den.`);
    return found(pointedOut, version, "TEMPORAL_CLI_PATH");
  }
  const own = join(projectCache, "temporal", "temporal");
  const shared = join(userCache(env), `temporal-${temporalVersion}`, "temporal");
  const onPath = findOnPath("temporal", env);
  for (const [path, from] of /** @type {const} */ ([
    [onPath, "PATH"],
    [own, "projektets cache"],
    [shared, "användarens cache"],
  ])) {
    const version = path === undefined ? undefined : await versionOf(path);
    if (path !== undefined && version !== undefined) return found(path, version, from);
  }
  if (!context.mayInstall) throw new Missing(`Temporal-servern saknas. npm start hämtar den. ${howToGetIt}.`);

  const go = await usableGo(env);
  const tried = [];
  if (go.path === undefined) tried.push(go.why);
  else {
    const failure = await buildTemporal({ context, go, own, shared });
    const version = failure === undefined ? await versionOf(own) : undefined;
    if (version !== undefined) return found(own, version, "byggd");
    tried.push(`bygget misslyckades: ${failure ?? "programmet svarar inte"}`);
  }
  const downloaded = await downloadTemporal(context);
  const version = downloaded.path === undefined ? undefined : await versionOf(downloaded.path);
  if (downloaded.path !== undefined && version !== undefined) return found(downloaded.path, version, "hämtad");
  tried.push(`hämtningen misslyckades: ${downloaded.why ?? "programmet svarar inte"}`);
  throw new Missing(`Temporal-servern saknas (${tried.join("; ")}). ${howToGetIt}.`);
};
