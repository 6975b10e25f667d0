/** What a command's exit code says; the same for every command, and part of the interface. */
export const exitCodes = {
  /** A result was produced. */
  ok: 0,
  /** Something went wrong in the program itself. */
  fault: 1,
  /** The input was refused, with `{"errors":[{"path","code","message"}]}`. */
  refused: 2,
  /** Something is missing on the machine. */
  missing: 3,
  /** A verification failed. */
  notVerified: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
