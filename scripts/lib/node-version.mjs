import { Missing } from "./missing.mjs";
import { findOnPath } from "./processes.mjs";

/** The oldest Node that runs the project: Vite and ESLint ask for it. */
const oldest = /** @type {const} */ ([20, 19]);

/**
 * Node and npm, without which nothing else can be set up.
 * @param {import("./setup-context.mjs").SetupContext} context
 * @returns {Promise<import("./setup-context.mjs").PartReady>}
 */
export const nodeVersion = async ({ env }) => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    throw new Missing(
      `Node ${oldest.join(".")} eller nyare behövs, här finns ${process.versions.node}. Hämta det på https://nodejs.org.`,
    );
  if (findOnPath("npm", env) === undefined)
    throw new Missing("npm saknas. Det följer med Node; hämta det på https://nodejs.org.");
  return { detail: process.versions.node };
};
