import { isGuardrail, packProblems } from "../contracts/codes/pack-problems.js";
import type { PackProblem } from "../contracts/pack-check.js";

/** Something wrong in a pack, for the eye: what, for instance whom, where and on what ground. */
export const problemInWords = ({ code, row, message, counterexample }: PackProblem): string => {
  const entry: { readonly title: string; readonly basis?: string } = packProblems[code];
  return [
    `${entry.title}${isGuardrail(code) ? " (spärr)" : ""}`,
    `  ${message}`,
    `  Till exempel: ${counterexample.text}`,
    `  Var: ${row}`,
    ...(entry.basis === undefined ? [] : [`  Grund: ${entry.basis}`]),
  ].join("\n");
};
