import type { Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { CitationKey, LegalPeriod, Packs } from "../../contracts/rule-pack.js";

/** The month of need, and the law that is in force for it: as published, not as it shipped. */
export type CitedFrom = {
  readonly law: readonly LegalPeriod[];
  readonly case: { readonly benefitMonth: Month };
};

/** The periods of law of packs. */
export const lawOf = ({ national }: Pick<Packs, "national">): readonly LegalPeriod[] =>
  national.flatMap(({ legalPeriods }) => legalPeriods);

/** A function from what is cited to the paragraph in force for the month of need. @throws Fault `InvariantBroken` where none is known. */
export const citationsFor = ({ law, case: { benefitMonth: month } }: CitedFrom): ((key: CitationKey) => string) => {
  const period = law.find(({ from, to }) => from <= month && (to === undefined || month <= to));
  return (key) => {
    const citation = period?.citations[key];
    if (citation === undefined)
      throw new Fault("InvariantBroken", "Det finns inget lagrum för månaden.", { key, month });
    return citation;
  };
};
