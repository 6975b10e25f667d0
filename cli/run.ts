import { isFault } from "../contracts/faults.js";
import { DataFolderLocked } from "../platform/lock.js";
import { MissingPart } from "../platform/missing.js";
import { exitCodes, type ExitCode } from "./exit-codes.js";
import { InputRefused } from "./input-error.js";
import { runCommand } from "./program.js";
import { readerIsGone, type Terminal } from "./terminal.js";

/** Runs one command to its end, whatever happens, and answers with the exit code. */
export const run = (args: readonly string[], terminal: Terminal): Promise<ExitCode> =>
  runCommand(args, terminal).catch((error: unknown) => report(terminal, error));

/** Says why a command ended early, and finds the exit code that goes with it. */
const report = async (terminal: Terminal, error: unknown): Promise<ExitCode> => {
  if (readerIsGone(error)) return exitCodes.ok;
  if (error instanceof InputRefused) {
    await terminal.out(`${JSON.stringify({ errors: error.errors })}\n`);
    terminal.note(error.message);
    return exitCodes.refused;
  }
  if (error instanceof MissingPart || error instanceof DataFolderLocked) {
    terminal.note(error.message);
    return exitCodes.missing;
  }
  // A fault's own message is safe to show; any other may hold what it was working on.
  terminal.note(isFault(error) ? `${error.name}: ${error.message}` : `Oväntat fel: ${stackOf(error)}`);
  return exitCodes.fault;
};

/** Where an unexpected error arose: its kind and place, without its message. */
const stackOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}\n${(error.stack ?? "")
        .split("\n")
        .filter((line) => line.startsWith("    at "))
        .join("\n")}`
    : typeof error;
