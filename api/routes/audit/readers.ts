import type { Role } from "../../../contracts/codes/roles.js";

/** Who reads the log. */
export const logReaders = ["auditor"] as const satisfies readonly Role[];
