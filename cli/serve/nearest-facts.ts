import type { RulesPort } from "../../api/deps.js";
import type { NearestFacts } from "../../contracts/explanation.js";
import type { AssessmentId } from "../../contracts/ids.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess, nearestFacts } from "../../rules/index.js";

/** So many assessments are remembered; the one that was found first is forgotten first. */
const remembered = 200;

const rulesChanged: NearestFacts = {
  facts: [],
  summary:
    "Reglerna har ändrats sedan ärendet bedömdes, så sökningen skulle gälla en annan beräkning än den som visas. Låt ärendet bedömas på nytt först.",
  assessments: 1,
  isComplete: true,
};

/** Finds the nearest facts of an assessment by the packs in force, once for each: in memory only, and never stored. */
export const createNearestFacts = (packs: Packs): RulesPort["nearestFacts"] => {
  const known = new Map<AssessmentId, NearestFacts>();
  return ({ id, input, receipt }) => {
    const earlier = known.get(id);
    if (earlier !== undefined) return earlier;
    const now = assess(input, packs);
    const isSame = now.outcome === receipt.outcome && now.shortfallOre === receipt.shortfallOre;
    const found = isSame ? nearestFacts(input, packs) : rulesChanged;
    const [oldest] = known.keys();
    if (known.size >= remembered && oldest !== undefined) known.delete(oldest);
    known.set(id, found);
    return found;
  };
};
