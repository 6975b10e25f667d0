import type { Packs } from "../../contracts/rule-pack.js";
import { assess } from "../../rules/index.js";
import type { Assessment } from "../../store/assessments.js";
import { packHash, packsInUse } from "../pack-hash.js";

/** What a decision follows of an assessment: where it goes, and every figure of it. */
const parts = [
  "outcome",
  "normOre",
  "costsOre",
  "countedIncomeOre",
  "shortfallOre",
  "grantOre",
] as const satisfies readonly (keyof Assessment["receipt"])[];

/**
 * Whether the rules in force now say otherwise of a case than when it was assessed: something was published, or a rule
 * was stopped, since. No month is decided by rules that do not hold for it. Another version that says the same is no
 * other rules. Pure.
 */
export const isByOtherRules = ({ input, receipt }: Pick<Assessment, "input" | "receipt">, packs: Packs): boolean => {
  const used = receipt.packs.map(({ hash }) => hash);
  const inForce = packsInUse(packs).map(packHash);
  const isSameVersions = used.length === inForce.length && used.every((hash, at) => hash === inForce[at]);
  if (isSameVersions && packs.stopped === undefined) return false;
  const now = assess(input, packs);
  return (
    parts.some((part) => now[part] !== receipt[part]) || now.reasons.join(" ") !== receipt.reasons.toSorted().join(" ")
  );
};
