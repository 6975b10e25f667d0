import type { Packs, RulePack } from "../contracts/rule-pack.js";

/** What a pack that is new here is read against: the national table that ended last before it begins. */
export const predecessorOf = (packs: Packs, draft: RulePack): RulePack => {
  if (draft.layer !== "national") return emptied(draft);
  const begins = draft.riksnorm.map(({ from }) => from).toSorted()[0];
  const earlier = packs.national
    .flatMap((pack) => pack.riksnorm.map(({ from }) => ({ pack, from })))
    .filter(({ from }) => begins !== undefined && from < begins)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .at(-1);
  return earlier?.pack ?? emptied(draft);
};

/** A pack without a row. */
export const emptied = (draft: RulePack): RulePack => {
  if (draft.layer === "national")
    return { ...draft, riksnorm: [], priceBaseAmounts: [], legalPeriods: [], incomeRules: [] };
  return {
    ...draft,
    readings: [],
    costRules: [],
    incomeRules: [],
    incomeChange: [],
    sourceWait: [],
    materialAge: [],
    completion: [],
    leastAnswerTime: [],
    paymentCutOff: [],
    letterChannels: [],
    delegation: [],
  };
};
