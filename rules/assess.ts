import type { Case } from "../contracts/case.js";
import type { Assessed } from "../contracts/receipt.js";
import type { Packs } from "../contracts/rule-pack.js";
import { determine, type Determined } from "./open-readings.js";
import { parametersFor, type Parameters } from "./parameters.js";
import { outcomeOf } from "./routing/path.js";

/**
 * Assesses a case by the packs: every amount that can be computed with its lines, everything that was found, and
 * whether a person has to look. Pure: the same case and packs give the same answer. A grant needs that no reason
 * stands and that the amount is known.
 */
export const assess = (value: Case, packs: Packs): Assessed =>
  assessWith(value, parametersFor(packs, value.benefitMonth));

/** The same by what the packs say about the case's month, where a caller tries another choice. Pure. */
export const assessWith = (value: Case, parameters: Parameters): Assessed => assessedOf(determine(value, parameters));

/** What comes of a case once everything is determined: its reasons, who is to look, and the grant where nobody is. */
export const assessedOf = ({ figures, lines, findings, consulted, variants }: Determined): Assessed => {
  const reasons = [
    ...new Set(findings.flatMap(({ reason, settled }) => (reason === undefined || settled === true ? [] : [reason]))),
  ].toSorted();
  const isUnknown = reasons.length === 0 && figures.shortfallOre === null;
  const standing = isUnknown ? (["fact-missing"] as const) : reasons;
  const outcome = outcomeOf(standing);
  return {
    outcome,
    reasons: [...standing],
    readings: { ...consulted },
    variants: [...variants],
    ...figures,
    grantOre: outcome === "prefilled" ? figures.shortfallOre : null,
    lines: [...lines],
    findings: [...findings],
  };
};
