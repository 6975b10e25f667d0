import type { Case } from "../../contracts/case.js";
import type { Ore } from "../../contracts/money.js";
import type { Assessed, ReceiptLine } from "../../contracts/receipt.js";
import { rehearsalEffectSchema, type RehearsalEffect, type RehearsedCase } from "../../contracts/rehearsal.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assessingBoth, type AssessedBoth, type ParametersCompared } from "../assess-both.js";
import { parametersFor, type Parameters } from "../parameters.js";
import { letterPartsThatDiffer } from "./letter-parts.js";
import { mandateOver } from "./mandate.js";
import { readingsChanged, readingsThatMakeIt } from "./reading-causes.js";
import { householdOf, peopleOf, type ReadableCase } from "./rehearsal-case.js";
import type { Counted } from "./tally.js";

/** The rules that are compared. */
export type PacksCompared = { readonly before: Packs; readonly after: Packs };

/** A case worked out twice. `explained` is absent where nothing is otherwise. */
export type ComparedCase = Counted & {
  readonly ref: string;
  readonly month: RehearsedCase["month"];
  readonly adults: number;
  readonly explained: RehearsedCase | undefined;
};

/** What a calculation comes to: a surplus is nothing to grant. */
const amountOf = ({ shortfallOre }: Assessed): Ore | null => (shortfallOre === null ? null : Math.max(0, shortfallOre));

const hasRight = ({ shortfallOre }: Assessed): boolean => shortfallOre !== null && shortfallOre > 0;
const hasNoRight = ({ shortfallOre }: Assessed): boolean => shortfallOre !== null && shortfallOre <= 0;

const sideOf = (assessed: Assessed): RehearsedCase["before"] => ({
  outcome: assessed.outcome,
  amountOre: amountOf(assessed),
  shortfallOre: assessed.shortfallOre,
  reasons: assessed.reasons,
});

type Sides = { readonly before: Assessed; readonly after: Assessed };
type Seen = Sides & { readonly differenceOre: Ore | null };

const effectsOf = (
  { before, after, differenceOre }: Seen,
  told: { readonly mandate: boolean; readonly letter: boolean },
): RehearsalEffect[] => {
  const has: Readonly<Record<RehearsalEffect, boolean>> = {
    more: differenceOre !== null && differenceOre > 0,
    less: differenceOre !== null && differenceOre < 0,
    "newly-prefilled": before.outcome !== "prefilled" && after.outcome === "prefilled",
    "newly-routed": before.outcome === "prefilled" && after.outcome !== "prefilled",
    "newly-without-right": hasRight(before) && hasNoRight(after),
    "newly-with-right": hasNoRight(before) && hasRight(after),
    "amount-lost": before.shortfallOre !== null && after.shortfallOre === null,
    "amount-found": before.shortfallOre === null && after.shortfallOre !== null,
    "reasons-differ": before.reasons.join() !== after.reasons.join(),
    "mandate-differs": told.mandate,
    "letter-differs": told.letter,
  };
  return rehearsalEffectSchema.options.filter((code) => has[code]);
};

const lineKey = ({ kind, text, provision }: ReceiptLine): string => `${kind} ${provision} ${text}`;

/** Rows whose amount is otherwise, or that come or go. Rows that read the same are taken together. */
const linesThatDiffer = ({ before, after }: Sides): RehearsedCase["lines"] => {
  const rows = new Map<
    string,
    { kind: ReceiptLine["kind"]; text: string; beforeOre: Ore | null; afterOre: Ore | null }
  >();
  for (const [side, { lines }] of [
    ["beforeOre", before],
    ["afterOre", after],
  ] as const)
    for (const line of lines) {
      const { kind, text, amountOre } = line;
      const row = rows.get(lineKey(line)) ?? { kind, text, beforeOre: null, afterOre: null };
      row[side] = (row[side] ?? 0) + amountOre;
      rows.set(lineKey(line), row);
    }
  return [...rows.values()].filter(({ beforeOre, afterOre }) => beforeOre !== afterOre);
};

const findingsThatDiffer = ({ before, after }: Sides): RehearsedCase["findings"] => {
  const questions = ({ findings }: Assessed) =>
    findings
      .filter(({ result, settled }) => result !== "met" && settled !== true)
      .map((finding) => ({ finding, key: [finding.code, finding.provision, finding.factId, finding.text].join(" ") }));
  const [old, now] = [questions(before), questions(after)];
  const apart = (some: typeof old, others: typeof old, change: "arises" | "goes") => {
    const known = new Set(others.map(({ key }) => key));
    return some.flatMap(({ finding: { code, provision, text }, key }) =>
      known.has(key) ? [] : [{ code, provision, change, ...(text === undefined ? {} : { text }) }],
    );
  };
  return [...apart(now, old, "arises"), ...apart(old, now, "goes")];
};

/** What is prepared for a month is used for every case of it: rules never change once read. */
const prepared = new WeakMap<Parameters, WeakMap<Parameters, (value: Case) => AssessedBoth>>();

const bothBy = (rules: ParametersCompared): ((value: Case) => AssessedBoth) => {
  const others = prepared.get(rules.before) ?? new WeakMap<Parameters, (value: Case) => AssessedBoth>();
  prepared.set(rules.before, others);
  const found = others.get(rules.after) ?? assessingBoth(rules);
  others.set(rules.after, found);
  return found;
};

/** Works a case out with the rules before and after, and tells what is otherwise and why. Throws what `assess` throws. */
export const compareCase = (stored: ReadableCase, packs: PacksCompared): ComparedCase => {
  const { case: value, ref, decided } = stored;
  const month = value.benefitMonth;
  const rules = { before: parametersFor(packs.before, month), after: parametersFor(packs.after, month) };
  const { before, after } = bothBy(rules)(value);
  const [wasOre, isOre] = [amountOf(before), amountOf(after)];
  const differenceOre = wasOre === null || isOre === null ? null : isOre - wasOre;
  const mandate = {
    before: mandateOver(before.shortfallOre, { packs: packs.before, on: value.today }),
    after: mandateOver(after.shortfallOre, { packs: packs.after, on: value.today }),
  };
  const isOtherMandate = mandate.before?.item !== mandate.after?.item || mandate.before?.role !== mandate.after?.role;
  const letter = letterPartsThatDiffer(before, after);
  const effects = effectsOf({ before, after, differenceOre }, { mandate: isOtherMandate, letter: letter.length > 0 });
  const people = peopleOf(value);
  const compared = { ref, month, household: householdOf(stored), ...people, differenceOre, effects };
  if (effects.length === 0) return { ...compared, explained: undefined };
  return {
    ...compared,
    explained: {
      ref,
      month,
      ...people,
      effects,
      before: sideOf(before),
      after: sideOf(after),
      differenceOre,
      reasonsArisen: after.reasons.filter((reason) => !before.reasons.includes(reason)),
      reasonsGone: before.reasons.filter((reason) => !after.reasons.includes(reason)),
      readings: readingsThatMakeIt(value, { rules, after, changed: readingsChanged(rules) }),
      ...(isOtherMandate && { mandate }),
      letter,
      ...(decided !== undefined && {
        decided: {
          amountOre: decided.amountOre,
          // A case that is a person's to decide may come to anything.
          differenceOre: isOre === null || after.outcome !== "prefilled" ? null : isOre - decided.amountOre,
        },
      }),
      lines: linesThatDiffer({ before, after }),
      findings: findingsThatDiffer({ before, after }),
    },
  };
};
