import type { RehearsalView } from "../../contracts/api/workshop-rehearsal.js";
import { findings as findingTitles } from "../../contracts/codes/findings.js";
import { reasons } from "../../contracts/codes/reasons.js";
import { formatKronor, type Ore } from "../../contracts/money.js";
import { mandateInWords, type Rehearsal, type RehearsalGroup, type RehearsedCase } from "../../contracts/rehearsal.js";
import { peopleInWords } from "./stored-households.js";

/** The figures of a rehearsal as the screen shows them, without anything that points at a household. */
export type ShownFigures = Omit<
  RehearsalView,
  "fresh" | "hash" | "ranAt" | "months" | "unreadable" | "durationMs" | "figures"
>;

/** Says a rehearsal in the words of the screen, in all and for each kind of household. Pure. */
export const shownFigures = ({ summary, byHousehold, children, distribution }: Rehearsal): ShownFigures => {
  const { effects } = summary;
  return {
    ...groupFigures(summary),
    noLongerReferred: effects["newly-prefilled"].cases,
    newlyReferred: effects["newly-routed"].cases,
    newlyRefused: effects["newly-without-right"].cases,
    noLongerRefused: effects["newly-with-right"].cases,
    children: {
      affected: children.group.changed.children,
      worseOff: children.group.effects.less.children,
      text: childrenInWords(children),
    },
    bars: distribution.flatMap((bucket) =>
      bucket.cases === 0 ? [] : [{ title: barTitle(bucket), count: bucket.cases }],
    ),
    groups: byHousehold.map(({ group, ...people }) => ({ title: peopleInWords(people), ...groupFigures(group) })),
  };
};

const groupFigures = ({
  all,
  changed,
  effects,
  medianOre,
}: RehearsalGroup): Omit<RehearsalView["groups"][number], "title"> => ({
  assessed: all.cases,
  affected: changed.cases,
  more: effects.more.cases,
  less: effects.less.cases,
  medianOre,
  sumOre: all.differenceOre,
  letters: effects["letter-differs"].cases,
  mandates: effects["mandate-differs"].cases,
});

const signed = (ore: Ore): string => `${ore > 0 ? "+" : ""}${formatKronor(ore)} kr`;

/** SoL 3 kap.: what a change means for children is said in words, also where it is nothing. */
const childrenInWords = ({ group, morePerChildOre, lessPerChildOre }: Rehearsal["children"]): string => {
  const { changed, effects } = group;
  if (changed.children === 0) return "Inga barn bor i hushåll som berörs.";
  const said = (count: number, what: string, perChildOre: Ore | null): string =>
    `${String(count)} bor i hushåll som får ${what}, ${signed(perChildOre ?? 0)} per barn och månad.`;
  const { more, less } = effects;
  const routed = effects["newly-routed"].children;
  return [
    `${String(changed.children)} barn, räknat per månad, bor i hushåll som berörs.`,
    less.children === 0
      ? "Inget barn bor i ett hushåll som får mindre."
      : said(less.children, "mindre", lessPerChildOre),
    ...(more.children === 0 ? [] : [said(more.children, "mer", morePerChildOre)]),
    ...(routed === 0 ? [] : [`${String(routed)} bor i hushåll vars ansökan nu går till en person.`]),
  ].join(" ");
};

const barTitle = ({ fromOre, toOre }: Rehearsal["distribution"][number]): string => {
  const [near, far] = (fromOre ?? -1) > 0 ? [fromOre, toOre] : [toOre, fromOre];
  const mark = (near ?? 0) < 0 ? "\u2212" : "+";
  // Buckets begin an öre above the end of the one before; whole kronor are easier to read on an axis.
  const least = Math.ceil(Math.abs(near ?? 0) / 100);
  return far === null ? `${mark}mer än ${String(least - 1)}` : `${mark}${String(least)}–${String(Math.abs(far) / 100)}`;
};

const amount = (ore: Ore | null): string => (ore === null ? "–" : `${formatKronor(ore)} kr`);

/** Questions that come, go or are about something else, each kind once. */
const questionsInWords = (findings: RehearsedCase["findings"]): string[] =>
  [...new Set(findings.map(({ code }) => code))].map((code) => {
    const changes = findings.filter((finding) => finding.code === code).map(({ change }) => change);
    const [arises, goes] = [changes.includes("arises"), changes.includes("goes")];
    const what = arises && goes ? "blir en annan" : arises ? "tillkommer" : "faller bort";
    return `Fråga som ${what}: ${findingTitles[code].title}`;
  });

/** A child's row by the age group that it is of, without the child's own age. */
const withoutAge = (text: string): string => text.replace(/^Barn \d+ år \((.+)\)/u, "Barn $1");

/**
 * What is otherwise in a case, a sentence for each thing: rows, questions, who may decide, and what was decided. A finding
 * is told by what was tried, never by its own text: that names the household's facts, and no rule is judged by them.
 */
export const caseInWords = ({
  lines,
  findings,
  reasonsArisen,
  reasonsGone,
  readings,
  mandate,
  letter,
  decided,
}: RehearsedCase): string[] => [
  ...lines.map(({ text, beforeOre, afterOre }) => `${withoutAge(text)}: ${amount(beforeOre)} → ${amount(afterOre)}`),
  ...reasonsArisen.map((reason) => `Går till en person: ${reasons[reason].title}`),
  ...reasonsGone.map((reason) => `Inte längre skäl för en person: ${reasons[reason].title}`),
  ...questionsInWords(findings),
  ...readings.map(({ key, before, after }) => `Tolkningen ${key}: ${before} → ${after}`),
  ...(mandate === undefined
    ? []
    : [`Får besluta: ${mandateInWords(mandate.before)} → ${mandateInWords(mandate.after)}`]),
  ...(letter.length === 0 ? [] : ["Brevet säger något annat."]),
  ...(decided === undefined
    ? []
    : [
        `Beslutat: ${amount(decided.amountOre)}${decided.differenceOre === null ? "" : `, med ändringen ${signed(decided.differenceOre)}`}`,
      ]),
];
