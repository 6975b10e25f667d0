import type { Parameters } from "./parameters.js";
import { isSameData } from "./same-data.js";

/** Whether anything has been asked that two sets of rules answer differently, since it was last set to false. */
export type Watch = { differs: boolean };

/**
 * The rules of a month that answer as `was` does, and note in the watch every question that `is` answers differently. What
 * a provision comes to without any such question, it comes to by either.
 */
export const watchedParameters = (
  { was, is }: { readonly was: Parameters; readonly is: Parameters },
  watch: Watch,
): Parameters => {
  const asked = <Key, Answer>(ask: (key: Key) => Answer, other: (key: Key) => Answer): ((key: Key) => Answer) => {
    const known = new Map<Key, boolean>();
    return (key) => {
      const answer = ask(key);
      const isSame = known.get(key) ?? isSameData(answer, other(key));
      known.set(key, isSame);
      if (!isSame) watch.differs = true;
      return answer;
    };
  };
  const same = new Map<keyof Parameters, boolean>();
  const read = <Name extends keyof Parameters>(name: Name): Parameters[Name] => {
    const isSame = same.get(name) ?? isSameData(was[name], is[name]);
    same.set(name, isSame);
    if (!isSame) watch.differs = true;
    return was[name];
  };
  return {
    get calendar() {
      return read("calendar");
    },
    get law() {
      return read("law");
    },
    get priceBaseAmount() {
      return read("priceBaseAmount");
    },
    get choices() {
      return read("choices");
    },
    get incomeChangePercent() {
      return read("incomeChangePercent");
    },
    get sourceWaitDays() {
      return read("sourceWaitDays");
    },
    get materialAgeDays() {
      return read("materialAgeDays");
    },
    get completion() {
      return read("completion");
    },
    get leastAnswerDays() {
      return read("leastAnswerDays");
    },
    get paymentCutOff() {
      return read("paymentCutOff");
    },
    get letterChannels() {
      return read("letterChannels");
    },
    get municipality() {
      return read("municipality");
    },
    normCell: asked(was.normCell, is.normCell),
    costRule: asked(was.costRule, is.costRule),
    incomeTreatment: asked(was.incomeTreatment, is.incomeTreatment),
    stopped: asked(was.stopped, is.stopped),
    cite: asked(was.cite, is.cite),
  };
};
