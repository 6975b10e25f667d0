import { existsSync } from "node:fs";
import { join } from "node:path";
import { Missing } from "./missing.mjs";
import { projectRoot } from "./places.mjs";
import { lastLines, run } from "./processes.mjs";
import { fingerprint, isStamped, writeStamp } from "./stamps.mjs";

const stamp = join(projectRoot, "node_modules", ".skalig-installed");
/** Native packages differ between platforms, so a folder moved to another kind of machine is installed again. */
const wanted = () =>
  `${process.platform}-${process.arch} ${fingerprint([join(projectRoot, "package.json"), join(projectRoot, "package-lock.json")])}`;

/** Whether the packages on disk are those of the lock file. */
export const packagesAreCurrent = () => isStamped(stamp, wanted());

/**
 * The packages of package-lock.json. `npm install` rather than `npm ci`: a lock may lack optional binaries of other
 * platforms, which `npm ci` takes for an error.
 * @param {import("./setup-context.mjs").SetupContext} context
 * @returns {Promise<import("./setup-context.mjs").PartReady>}
 */
export const packages = async ({ env, mayInstall, signal }) => {
  if (packagesAreCurrent()) return {};
  if (!mayInstall)
    throw new Missing(
      existsSync(join(projectRoot, "node_modules"))
        ? "paketen är äldre än package-lock.json. Kör npm start eller npm install."
        : "paketen är inte installerade. Kör npm start eller npm install.",
    );
  const { code, output } = await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: projectRoot,
    env,
    signal,
  });
  if (code !== 0)
    throw new Missing(`npm install misslyckades; den behöver ett paketregister att hämta från. ${lastLines(output)}`);
  writeStamp(stamp, wanted());
  return {};
};
