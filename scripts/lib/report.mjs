import { exitCodes, Missing } from "./missing.mjs";
import { Interrupted } from "./setup.mjs";

/**
 * Says on one line why the set-up ended early.
 * @param {unknown} error
 * @returns {number} the exit code that goes with it
 */
export const reportFailure = (error) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`✗ ${message}\n`);
  if (error instanceof Missing) return exitCodes.missing;
  return error instanceof Interrupted ? exitCodes.interrupted : exitCodes.fault;
};
