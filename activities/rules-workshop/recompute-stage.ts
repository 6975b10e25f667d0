import type { Instant } from "../../contracts/dates.js";
import type { RecomputeStage } from "../../contracts/rule-change.js";
import type { RuleRecompute } from "../../store/rule-recomputes.js";

/** A stage that has not come a case further in so long has broken off: a case takes seconds. */
const brokenOffAfterMs = 15 * 60_000;

/** Whether a stage was begun and nobody is at it any more. */
export const isBrokenOff = ({ state, touchedAt }: RuleRecompute, at: Instant): boolean =>
  state === "started" && Date.parse(at) - Date.parse(touchedAt) > brokenOffAfterMs;

/** Whether somebody is at a stage right now. */
export const isUnderWay = (run: RuleRecompute, at: Instant): boolean =>
  run.state === "started" && !isBrokenOff(run, at);

/**
 * The stage to run next: all three in order, from the first again after one that stopped or broke off; null where nothing
 * is left, or a stage is under way.
 */
export const nextStage = (
  runs: readonly RuleRecompute[],
  { left, at }: { readonly left: number; readonly at: Instant },
): RecomputeStage | null => {
  const last = runs.at(-1);
  if (left === 0 || (last !== undefined && isUnderWay(last, at))) return null;
  if (last?.state !== "done") return "one";
  return last.stage === "one" ? "few" : "all";
};
