import type { PackBundle } from "../../contracts/pack-bundle.js";
import { canonicalJson } from "../../platform/canonical.js";
import { citationsOf } from "./citations.js";
import { numbersIn } from "./prose-privacy.js";
import { privacyProblems, privacyProblemTexts, type PrivacyProblem } from "./scenario-privacy.js";

/** What keeps a bundle from being handed on or taken in, and where. The words never repeat what stood there. */
export type BundleProblem = {
  readonly path: string;
  readonly code: PrivacyProblem["code"] | "citations-differ";
  readonly message: string;
};

const textsBelow = (value: unknown, path: string): readonly { readonly path: string; readonly text: string }[] => {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsBelow(each, `${path}.${key}`));
};

const problem = (path: string, code: PrivacyProblem["code"]): BundleProblem => ({
  path,
  code,
  message: privacyProblemTexts[code],
});

/** A list of sources that is not the pack's own would have a reader look for something else than the rules rest on. */
const citationProblems = ({ pack, citations }: Pick<PackBundle, "pack" | "citations">): readonly BundleProblem[] =>
  canonicalJson(citations) === canonicalJson(citationsOf(pack))
    ? []
    : [
        {
          path: "citations",
          code: "citations-differ",
          message: "Källorna är inte de som paketets rader hänvisar till.",
        },
      ];

/** Everything that keeps a bundle from being taken in. */
export const bundleProblems = (bundle: PackBundle): readonly BundleProblem[] => [
  ...citationProblems(bundle),
  ...personalProblems(bundle),
];

/**
 * Everything in a bundle that could lead to a person: scenarios by their strict rule, all other prose by numbers and
 * contacts. Names are not looked for there: a board and an act have names.
 */
export const personalProblems = ({
  pack,
  history,
  letters,
  scenarios,
}: Pick<PackBundle, "pack" | "history" | "letters" | "scenarios">): readonly BundleProblem[] => [
  ...scenarios.flatMap(({ scenario }, index) =>
    privacyProblems(scenario).map(({ path, code }) => problem(`scenarios.${String(index)}.scenario.${path}`, code)),
  ),
  ...[...textsBelow(pack, "pack"), ...textsBelow(history, "history"), ...textsBelow(letters, "letters")].flatMap(
    ({ path, text }) => numbersIn(text).map((code) => problem(path, code)),
  ),
];
