import { isGuardrail } from "../../contracts/codes/pack-problems.js";
import type { PackProblem } from "../../contracts/pack-check.js";
import type { PackDifference } from "../../contracts/pack-difference.js";
import type { NationalPack, RulePack } from "../../contracts/rule-pack.js";
import { comparePacks } from "../../rules/differences/compare-packs.js";
import { predecessorOf } from "../../rules/predecessor.js";
import { provePack } from "../../rules/proofs/prove-pack.js";

/** What the proofs say of a pack that somebody else has written. */
export type ImportProofs = {
  readonly ok: boolean;
  /** Guards of the law itself that it crosses: it is not taken in at all. */
  readonly guardrails: readonly PackProblem[];
  /** Holes and contradictions: it is shown, and nothing is made of it. */
  readonly problems: readonly PackProblem[];
};

/** Proves a pack against the national law here, as a draft of one's own is proved. A signature says who, not that it is right. */
export const proveImported = (pack: RulePack, national: readonly NationalPack[]): ImportProofs => {
  const found = provePack(pack, national);
  return {
    ok: found.length === 0,
    guardrails: found.filter(({ code }) => isGuardrail(code)),
    problems: found.filter(({ code }) => !isGuardrail(code)),
  };
};

/** What national law from elsewhere says otherwise than ours of the same name, or than the table that it would follow. */
export const nationalDifferences = (
  pack: NationalPack,
  national: readonly NationalPack[],
): { readonly against: string; readonly differences: readonly PackDifference[] } => {
  const own = national.find(({ id }) => id === pack.id) ?? predecessorOf({ national, municipal: undefined }, pack);
  return { against: own.id, differences: comparePacks(own, pack) };
};
