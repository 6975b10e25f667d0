import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./places.mjs";

/**
 * Hands over to a TypeScript program and waits for its end. Ctrl+C reaches the program from the terminal by itself;
 * a signal sent to this process alone is passed on.
 * @param {string} program path within the project
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code, or 128 + the number of the signal that ended it
 */
export const handOver = (program, args, env) =>
  new Promise((resolve, reject) => {
    // The working folder stays the caller's, so that relative paths mean what the caller thinks.
    const child = spawn(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), join(projectRoot, program), ...args],
      {
        env: { ...env, TSX_TSCONFIG_PATH: join(projectRoot, "tsconfig.json") },
        stdio: "inherit",
      },
    );
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      if (signal !== "SIGINT" || process.stdin.isTTY !== true) child.kill(signal);
    };
    process.on("SIGINT", passOn).on("SIGTERM", passOn).on("SIGHUP", passOn);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.off("SIGINT", passOn).off("SIGTERM", passOn).off("SIGHUP", passOn);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
