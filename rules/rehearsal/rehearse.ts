import type { Ore } from "../../contracts/money.js";
import type { Rehearsal, RehearsedCase, Tally } from "../../contracts/rehearsal.js";
import { compareCase, type ComparedCase, type PacksCompared } from "./compare-case.js";
import { distributionOf } from "./distribution.js";
import type { RehearsalCase } from "./rehearsal-case.js";
import { differencesOf, groupOf, tallyOf } from "./tally.js";
import { atOnce, workThrough, type Steps, type WorkedThrough } from "./work-through.js";

type Explained = ComparedCase & { readonly explained: RehearsedCase };

const isExplained = (one: ComparedCase): one is Explained => one.explained !== undefined;

/** Cases by what each is told to belong to, in the order of the keys as text. */
const grouped = <T, Case extends ComparedCase>(
  cases: readonly Case[],
  keysOf: (one: Case) => readonly { readonly key: string; readonly is: T }[],
): readonly { readonly is: T; readonly cases: readonly Case[] }[] => {
  const groups = new Map<string, { readonly is: T; readonly cases: Case[] }>();
  for (const one of cases)
    for (const { key, is } of keysOf(one)) {
      const group = groups.get(key) ?? { is, cases: [] };
      group.cases.push(one);
      groups.set(key, group);
    }
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
};

const two = (count: number): string => String(count).padStart(2, "0");

const perChild = ({ children, differenceOre }: Tally): Ore | null =>
  children === 0 ? null : Math.sign(differenceOre) * Math.round(Math.abs(differenceOre) / children);

const childrenOf = (cases: readonly ComparedCase[]): Rehearsal["children"] => {
  const group = groupOf(cases.filter(({ children }) => children > 0));
  return {
    group,
    morePerChildOre: perChild(group.effects.more),
    lessPerChildOre: perChild(group.effects.less),
  };
};

const decidedDifference = ({ explained: { decided } }: Explained): Ore => decided?.differenceOre ?? 0;

const againstDecided = (changed: readonly Explained[], sign: 1 | -1): Tally =>
  tallyOf(
    changed
      .filter((one) => Math.sign(decidedDifference(one)) === sign)
      .map((one) => ({ ...one, differenceOre: decidedDifference(one) })),
  );

const monthsOf = (cases: readonly ComparedCase[]): Rehearsal["months"] => {
  const [first, last] = [cases.at(0)?.month, cases.at(-1)?.month];
  return first === undefined || last === undefined ? null : { first, last };
};

const rehearsalOf = ({ done, errors }: WorkedThrough<ComparedCase>): Rehearsal => {
  const changed = done.filter(isExplained);
  const tallied = <T>(keysOf: (one: RehearsedCase) => readonly { readonly key: string; readonly is: T }[]) =>
    grouped(changed, ({ explained }) => keysOf(explained)).map(({ is, cases }) => ({ is, tally: tallyOf(cases) }));
  return {
    schema: "skalig.rehearsal.v1",
    months: monthsOf(done),
    summary: groupOf(done),
    byMonth: grouped(done, ({ month }) => [{ key: month, is: month }]).map(({ is, cases }) => ({
      month: is,
      group: groupOf(cases),
    })),
    byYear: grouped(done, ({ month }) => [{ key: month.slice(0, 4), is: month.slice(0, 4) }]).map(({ is, cases }) => ({
      year: is,
      months: new Set(cases.map(({ month }) => month)).size,
      group: groupOf(cases),
    })),
    byHousehold: grouped(done, ({ adults, children }) => [
      { key: `${two(adults)} ${two(children)}`, is: { adults, children } },
    ]).map(({ is, cases }) => ({ ...is, group: groupOf(cases) })),
    children: childrenOf(done),
    distribution: distributionOf(differencesOf(changed)),
    reasonsArisen: tallied(({ reasonsArisen }) => reasonsArisen.map((is) => ({ key: is, is }))).map(
      ({ is: reason, tally }) => ({ reason, tally }),
    ),
    reasonsGone: tallied(({ reasonsGone }) => reasonsGone.map((is) => ({ key: is, is }))).map(
      ({ is: reason, tally }) => ({ reason, tally }),
    ),
    readings: tallied(({ readings }) => readings.map((is) => ({ key: `${is.key} ${is.before} ${is.after}`, is }))).map(
      ({ is, tally }) => ({ ...is, tally }),
    ),
    mandates: tallied(({ mandate }) =>
      mandate === undefined
        ? []
        : [
            {
              key: [mandate.before, mandate.after].map((side) => `${side?.item ?? ""} ${side?.role ?? ""}`).join(),
              is: mandate,
            },
          ],
    ).map(({ is, tally }) => ({ ...is, tally })),
    letters: tallied(({ letter }) =>
      letter.map(({ of, kind, provision }) => ({ key: `${of} ${kind} ${provision}`, is: { of, kind, provision } })),
    ).map(({ is, tally }) => ({ ...is, tally })),
    againstDecided: { more: againstDecided(changed, 1), less: againstDecided(changed, -1) },
    cases: changed.map(({ explained }) => explained),
    errors: [...errors],
  };
};

type Asked = PacksCompared & { readonly cases: readonly RehearsalCase[] };

/** The same as `rehearse`, stopping after every case. */
export const rehearseInSteps = function* ({ cases, ...packs }: Asked): Steps<Rehearsal> {
  return rehearsalOf(yield* workThrough(cases, (one) => compareCase(one, packs)));
};

/**
 * What other packs would have done to stored months: every case is worked out with the packs before and after. Pure and
 * deterministic; the order of the cases makes no difference. A case that cannot be worked out is listed in `errors`.
 */
export const rehearse = (asked: Asked): Rehearsal => atOnce(rehearseInSteps(asked));
