import { resolveTemporalExecutable } from "../../platform/temporal/executable.js";

/** The real server's program on this machine; a machine without it fails the test with one clear line. */
export const testTemporalExecutable = (): string => {
  const pointedOut = process.env["TEMPORAL_CLI_PATH"];
  return resolveTemporalExecutable({
    searchPath: process.env["PATH"] ?? "",
    ...(pointedOut === undefined ? {} : { pointedOut }),
  });
};
