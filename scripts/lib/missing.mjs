/**
 * Something the machine lacks. The message says what and how to get it, on one line, in Swedish.
 * Every command answers it with exit code 3.
 */
export class Missing extends Error {}

/** Exit codes of the set-up; those of every command are in the README. */
export const exitCodes = /** @type {const} */ ({ ok: 0, fault: 1, missing: 3, interrupted: 130 });
