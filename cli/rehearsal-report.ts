import { openReadings } from "../contracts/codes/open-readings.js";
import { reasons } from "../contracts/codes/reasons.js";
import { dateInWords, monthInWords, type LocalDate } from "../contracts/dates.js";
import { formatKronor, type Ore } from "../contracts/money.js";
import {
  mandateInWords,
  rehearsalEffects,
  rehearsalEffectSchema,
  type ReadingRehearsal,
  type Rehearsal,
  type RehearsalGroup,
} from "../contracts/rehearsal.js";

type Row = readonly string[];
/** What was tried. */
type About = {
  /** Whether the households are made up: then nothing that is said is about anybody. */
  readonly isMadeUp: boolean;
  /** The day whose rules were tried as if they had always held; absent: each rule in its own months. */
  readonly turn?: LocalDate;
};

const signed = (amountOre: Ore): string => `${amountOre > 0 ? "+" : ""}${formatKronor(amountOre)}`;
const signedOr = (amountOre: Ore | null): string => (amountOre === null ? "" : signed(amountOre));

/** The first column reads from the left, the figures from the right. */
const table = (rows: readonly Row[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ")}`.trimEnd(),
  );
};

const section = (title: string, rows: readonly Row[], heading: Row): readonly string[] =>
  rows.length === 0 ? [] : ["", title, ...table([heading, ...rows])];

const people = (adults: number, children: number): string =>
  `${adults === 1 ? "ensam" : "par"}${children === 0 ? "" : `, ${String(children)} barn`}`;

const groupRow = (title: string, { all, changed, effects, medianOre }: RehearsalGroup): Row => [
  title,
  ...[all, changed, effects.more, effects.less, effects["newly-prefilled"], effects["newly-routed"]].map(({ cases }) =>
    String(cases),
  ),
  signed(all.differenceOre),
  signedOr(medianOre),
];
const groupHeading: Row = ["", "alla", "berörs", "mer", "mindre", "klara", "till person", "kronor", "median"];

const monthsInWords = ({ months }: Rehearsal): string =>
  months === null ? "inga månader" : `${monthInWords(months.first)} till ${monthInWords(months.last)}`;

const childrenInWords = ({ children: { group, morePerChildOre, lessPerChildOre } }: Rehearsal): readonly string[] => {
  const { changed, effects } = group;
  if (changed.children === 0) return ["", "Barnen: inga barn bor i hushåll som berörs."];
  return [
    "",
    `Barnen (3 kap. SoL): ${String(changed.cases)} månader i hushåll med barn berörs, ${String(changed.children)} barn räknat per månad.`,
    `  ${String(effects.more.cases)} får mer${morePerChildOre === null ? "" : `, ${signed(morePerChildOre)} kr per barn och månad`}. ` +
      `${String(effects.less.cases)} får mindre${lessPerChildOre === null ? "" : `, ${signed(lessPerChildOre)} kr per barn och månad`}. ` +
      `${String(effects["newly-routed"].cases)} går till en person som inte gjorde det förut.`,
  ];
};

const bucket = ({ fromOre, toOre }: Rehearsal["distribution"][number]): string => {
  if (fromOre === null) return `${formatKronor(toOre ?? 0)} eller mindre`;
  if (toOre === null) return `${formatKronor(fromOre)} eller mer`;
  return `${formatKronor(fromOre)} till ${formatKronor(toOre)}`;
};

const errorLines = (errors: Rehearsal["errors"]): readonly string[] =>
  errors.length === 0
    ? []
    : ["", `Kunde inte räknas: ${String(errors.length)}`, ...errors.map(({ ref, message }) => `  ${ref}: ${message}`)];

const turned = ({ turn }: About): readonly string[] =>
  turn === undefined ? [] : [`Det som ändras den ${dateInWords(turn)} prövas som om det hade gällt hela tiden.`];

const madeUp = ({ isMadeUp }: About): readonly string[] =>
  isMadeUp ? ["Hushållen är påhittade. Siffrorna visar hur regeln verkar, inte vad den kostar här."] : [];

/** A rehearsal in Swedish for the terminal. Names no case but those that could not be worked out. */
export const rehearsalInWords = (result: Rehearsal, about: About): readonly string[] => {
  const { summary, byMonth, byYear, byHousehold, distribution, reasonsArisen, mandates, readings } = result;
  const { all, changed, effects } = summary;
  return [
    `${String(all.cases)} månader i ${String(all.households)} hushåll räknades om, ${monthsInWords(result)}. ${String(changed.cases)} blir annorlunda, i ${String(changed.households)} hushåll.`,
    ...turned(about),
    ...madeUp(about),
    ...section(
      "Vad som blir annorlunda",
      rehearsalEffectSchema.options
        .filter((code) => effects[code].cases > 0)
        .map((code) => [
          rehearsalEffects[code].title,
          String(effects[code].cases),
          String(effects[code].households),
          String(effects[code].children),
          signed(effects[code].differenceOre),
        ]),
      ["", "månader", "hushåll", "barn", "kronor"],
    ),
    ...section(
      "Hushållstyp",
      [
        ...byHousehold.map(({ adults, children, group }) => groupRow(people(adults, children), group)),
        groupRow("alla", summary),
      ],
      groupHeading,
    ),
    ...section(
      "Månad",
      [
        ...byMonth.map(({ month, group }) => groupRow(monthInWords(month), group)),
        ...byYear.map(({ year, months, group }) => groupRow(`${year}, ${String(months)} mån`, group)),
      ],
      groupHeading,
    ),
    ...childrenInWords(result),
    ...section(
      "Kronor i månaden",
      distribution.filter(({ cases }) => cases > 0).map((one) => [bucket(one), String(one.cases)]),
      ["", "månader"],
    ),
    ...section(
      "Nya skäl till att en person ser på ärendet",
      reasonsArisen.map(({ reason, tally }) => [reasons[reason].title, String(tally.cases)]),
      ["", "månader"],
    ),
    ...section(
      "Tolkningar som gör skillnaden",
      readings.map(({ key, before, after, tally }) => [
        `${openReadings[key].title}: ${before} → ${after}`,
        String(tally.cases),
        signed(tally.differenceOre),
      ]),
      ["", "månader", "kronor"],
    ),
    ...section(
      "Vem som får besluta",
      mandates.map(({ before, after, tally }) => [
        `${mandateInWords(before)} → ${mandateInWords(after)}`,
        String(tally.cases),
      ]),
      ["", "månader"],
    ),
    ...errorLines(result.errors),
  ];
};

/** What the options of a reading would come to, in Swedish for the terminal. */
export const readingInWords = (
  { key, chosen, cases, dependent, options, errors }: ReadingRehearsal,
  about: About,
): readonly string[] => [
  `${openReadings[key].title}: ${chosen.map((option) => (option === "unset" ? "inte vald" : `vald ${option}`)).join(", ")}.`,
  `${String(dependent.cases)} av ${String(cases)} månader beror på valet, i ${String(dependent.households)} hushåll med ${String(dependent.children)} barn.`,
  ...madeUp(about),
  ...section(
    "Val",
    options.map(({ option, aboveLeastOre, more, less, newlyPrefilled, newlyRouted }) => [
      option,
      signed(aboveLeastOre),
      ...[more, less, newlyPrefilled, newlyRouted].map((tally) => String(tally.cases)),
      signed(more.differenceOre + less.differenceOre),
    ]),
    ["", "över det lägsta", "mer", "mindre", "klara", "till person", "kronor mot nu"],
  ),
  ...errorLines(errors),
];
