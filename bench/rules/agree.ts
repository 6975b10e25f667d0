import { isDeepStrictEqual } from "node:util";
import type { HouseholdCase } from "./household-case.js";

/** Fails the whole run where two ways differ on a case: a fast wrong answer is no answer. */
export const agree = (value: HouseholdCase, ours: unknown, other: unknown): void => {
  if (!isDeepStrictEqual(ours, other))
    throw new Error(`Two ways disagree on ${JSON.stringify(value)}: ${JSON.stringify({ ours, other })}`);
};
