import { toFault } from "../core/faults.js";

/** The name of the fault that a pure reader's refusal becomes; undefined where it does not refuse. */
export const refusalOf = (read: () => unknown): string | undefined => {
  try {
    read();
    return undefined;
  } catch (error) {
    return toFault(error).name;
  }
};
