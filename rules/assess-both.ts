import type { Case } from "../contracts/case.js";
import type { Assessed } from "../contracts/receipt.js";
import { assessedOf } from "./assess.js";
import { isOfCase, runOf } from "./evaluate.js";
import { factsOf } from "./facts.js";
import { determineFrom } from "./open-readings.js";
import type { Parameters } from "./parameters.js";
import type { Context } from "./provision.js";
import { provisions } from "./rulebook.js";
import { watchedParameters, type Watch } from "./watched-parameters.js";

/** The rules of a month before and after. */
export type ParametersCompared = { readonly before: Parameters; readonly after: Parameters };

/** What a case comes to by each. */
export type AssessedBoth = { readonly before: Assessed; readonly after: Assessed };

/**
 * Prepares to assess cases of one month by two sets of rules, which gives what `assessWith` gives by each. A provision that
 * asks nothing the two answer differently is worked out once for both; all others, and everything that depends on what
 * they came to, once for each.
 */
export const assessingBoth = ({ before, after }: ParametersCompared): ((value: Case) => AssessedBoth) => {
  const watch: Watch = { differs: false };
  const watched = watchedParameters({ was: before, is: after }, watch);
  return (value) => {
    const facts = factsOf(value);
    const one = runOf({ value, facts }, { parameters: watched, choices: before.choices });
    const other = runOf({ value, facts }, { parameters: after, choices: after.choices });
    const context: Context = {
      ...one.context,
      // Which readings a case asks for is told of each by itself.
      reading: (key, matters) => {
        watch.differs = true;
        return one.context.reading(key, matters);
      },
      soFar: (part) => {
        const sum = one.context.soFar(part);
        if (sum !== other.context.soFar(part)) watch.differs = true;
        return sum;
      },
    };
    for (const provision of provisions) {
      if (!isOfCase(provision, value)) continue;
      watch.differs = false;
      // Whatever is asked on the way, of the rules or of the sums so far, is seen by the watch.
      const taken = one.cited(provision, provision.evaluate(facts, context));
      other.add(isSet(watch) ? other.cited(provision, provision.evaluate(facts, other.context)) : taken);
      one.add(taken);
    }
    return {
      before: assessedOf(determineFrom(one.end(), { value, parameters: before })),
      after: assessedOf(determineFrom(other.end(), { value, parameters: after })),
    };
  };
};

const isSet = ({ differs }: Watch): boolean => differs;
