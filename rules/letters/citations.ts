import type { Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { CitationKey } from "../../contracts/rule-pack.js";
import { nationalPacks } from "../packs.js";

/** A function from what is cited to the paragraph in force for the month of need. @throws Fault `InvariantBroken` where none is known. */
export const citationsFor = (month: Month): ((key: CitationKey) => string) => {
  const period = nationalPacks
    .flatMap((pack) => pack.legalPeriods)
    .find(({ from, to }) => from <= month && (to === undefined || month <= to));
  return (key) => {
    const citation = period?.citations[key];
    if (citation === undefined)
      throw new Fault("InvariantBroken", "Det finns inget lagrum för månaden.", { key, month });
    return citation;
  };
};
