import type { PackProblem } from "../../contracts/pack-check.js";
import type { Packs, RulePack } from "../../contracts/rule-pack.js";
import { provePack } from "./prove-pack.js";

/**
 * Everything wrong in packs that a draft is among: in the draft, and in the others beside it. National law that turns may
 * break a guardrail of an overlay that nobody has touched. What is wrong elsewhere is told with the name of its pack.
 */
export const proveInPlace = (draft: RulePack, { national, municipal }: Packs): readonly PackProblem[] => {
  const own = provePack(draft, national);
  // National law is proved without any overlay: an overlay's draft can break nothing but itself.
  if (draft.layer === "municipal") return own;
  const told = new Set(own.map(keyOf));
  const others = [...national.filter(({ id }) => id !== draft.id), ...(municipal === undefined ? [] : [municipal])];
  const elsewhere = others.flatMap((pack) =>
    provePack(pack, national)
      .filter((problem) => !told.has(keyOf(problem)))
      .map((problem) => ({
        ...problem,
        row: `${pack.id}: ${problem.row}`,
        title: `${pack.title}: ${problem.title}`,
        message: `${pack.title}: ${problem.message}`,
      })),
  );
  return [...own, ...elsewhere];
};

const keyOf = ({ code, message }: PackProblem): string => `${code} ${message}`;
