import { openReadings } from "../../contracts/codes/open-readings.js";
import { reasons } from "../../contracts/codes/reasons.js";
import { formatKronor, type Ore } from "../../contracts/money.js";
import {
  mandateInWords,
  rehearsalEffects,
  rehearsalEffectSchema,
  type RehearsalFigures,
  type Tally,
} from "../../contracts/rehearsal.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { rehearsalRunSchema, type KeptRehearsal } from "./kept-runs.js";
import { done, refused, type Done, type WorkshopDeps } from "./workshop-deps.js";

type Line = readonly string[];

const kronor = (ore: Ore | null): string => (ore === null ? "" : formatKronor(ore));

const groupHead: Line = [
  "Hushållstyp",
  "Bedömningar",
  "Berörda",
  "Får mer",
  "Får mindre",
  "Median kr",
  "Summa kr",
  "Brev som ändras",
  "Annan delegation",
];

const groupLine = (group: KeptRehearsal["groups"][number]): Line => [
  group.title,
  ...[group.assessed, group.affected, group.more, group.less].map(String),
  kronor(group.medianOre),
  kronor(group.sumOre),
  ...[group.letters, group.mandates].map(String),
];

/** How many months, households and children something holds for, and the kronor of it. */
const tallyLine = (title: string, { cases, households, children, differenceOre }: Tally): Line => [
  title,
  ...[cases, households, children].map(String),
  kronor(differenceOre),
];

/** What made it, and what it means in kronor, one thing a line. */
const detailLines = (figures: RehearsalFigures): readonly Line[] => {
  const { summary, byMonth, reasonsArisen, reasonsGone, readings, mandates, children, againstDecided } = figures;
  return [
    ["", "Månader", "Hushåll", "Barn", "Kronor"],
    tallyLine("Alla", summary.all),
    tallyLine("Berörda", summary.changed),
    ...rehearsalEffectSchema.options.map((effect) =>
      tallyLine(rehearsalEffects[effect].title, summary.effects[effect]),
    ),
    tallyLine("Med barn som berörs (3 kap. SoL)", children.group.changed),
    tallyLine("Mer än vad som beslutades", againstDecided.more),
    tallyLine("Mindre än vad som beslutades", againstDecided.less),
    ...byMonth.map(({ month, group }) => tallyLine(`Berörda ${month}`, group.changed)),
    ...reasonsArisen.map(({ reason, tally }) => tallyLine(`Nytt skäl: ${reasons[reason].title}`, tally)),
    ...reasonsGone.map(({ reason, tally }) => tallyLine(`Inte längre skäl: ${reasons[reason].title}`, tally)),
    ...readings.map(({ key, before, after, tally }) =>
      tallyLine(`${openReadings[key].title}: ${before} → ${after}`, tally),
    ),
    ...mandates.map(({ before, after, tally }) =>
      tallyLine(`${mandateInWords(before)} → ${mandateInWords(after)}`, tally),
    ),
  ];
};

/** The figures of a kept rehearsal as the lines of a table: what is exported. Nothing in it points at a household. */
export const rehearsalLines = async (deps: WorkshopDeps, id: string): Promise<Done<readonly Line[]>> => {
  const change = await deps.store.read((tx) => findRuleChange(tx, id));
  if (change === undefined) return refused("not-found");
  if (change.rehearsal === null) return refused("not-rehearsed");
  const { groups, figures, ...all } = rehearsalRunSchema.parse(JSON.parse(change.rehearsal));
  return done([
    groupHead,
    ...groups.map(groupLine),
    groupLine({ ...all, title: "Alla" }),
    ["Barn i hushåll som berörs", String(all.children.affected)],
    ["Barn vars hushåll får mindre", String(all.children.worseOff)],
    ["Blir klara att besluta", String(all.noLongerReferred)],
    ["Nytt till en person", String(all.newlyReferred)],
    ["Nytt utan underskott", String(all.newlyRefused)],
    ["Kunde inte räknas", String(all.unreadable)],
    ["Ändring", change.number],
    ["Utkastets kontrollsumma", change.contentHash],
    ["Repetitionens kontrollsumma", all.hash],
    ...(figures === undefined ? [] : detailLines(figures)),
  ]);
};
