import type { Case } from "../../contracts/case.js";
import { readingKeySchema, type ReadingKey } from "../../contracts/codes/open-readings.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { ReadingChange } from "../../contracts/rehearsal.js";
import { assessWith } from "../assess.js";
import type { ParametersCompared } from "../assess-both.js";
import { withChoice } from "../open-readings.js";

const unset = "unset";

/** The open readings that are chosen otherwise in the month. */
export const readingsChanged = ({ before, after }: ParametersCompared): readonly ReadingKey[] =>
  readingKeySchema.options.filter((key) => before.choices[key] !== after.choices[key]);

const isSame = (one: Assessed, other: Assessed): boolean =>
  one.outcome === other.outcome &&
  one.shortfallOre === other.shortfallOre &&
  one.reasons.join() === other.reasons.join();

/**
 * The choices that make a difference by themselves: with that one alone as it was before, the case would not come out as
 * it does after. Two choices that only together make a difference are both named.
 */
export const readingsThatMakeIt = (
  value: Case,
  { rules, after, changed }: { rules: ParametersCompared; after: Assessed; changed: readonly ReadingKey[] },
): ReadingChange[] =>
  changed.flatMap((key) => {
    const was = rules.before.choices[key];
    const undone = assessWith(value, {
      ...rules.after,
      choices: withChoice(rules.after.choices, { key, option: was }),
    });
    return isSame(undone, after) ? [] : [{ key, before: was ?? unset, after: rules.after.choices[key] ?? unset }];
  });
