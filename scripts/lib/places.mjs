import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root folder of the project, without a trailing separator. */
export const projectRoot = join(fileURLToPath(new URL(".", import.meta.url)), "..", "..");

/** Where everything that can be built again is kept. Never committed; safe to delete. */
export const projectCache = join(projectRoot, ".cache");

/** The version of the Temporal CLI that is built. Later tags carry a `replace` directive, which `go install` refuses. */
export const temporalVersion = "v1.5.1";

/**
 * A cache shared by every clone of this user, so that a second clone need not build the Temporal server again.
 * @param {NodeJS.ProcessEnv} env
 */
export const userCache = (env) =>
  env["SKALIG_CACHE_DIR"] ?? join(env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "skalig");
