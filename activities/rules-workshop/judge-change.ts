import type { ChangeProblem } from "../../contracts/api/workshop.js";
import { dateInWords, monthOf, type LocalDate, type Month } from "../../contracts/dates.js";
import type { PackDifference } from "../../contracts/pack-difference.js";
import {
  workshopRefusals,
  type BoardMinute,
  type ChangeKind,
  type WorkshopRefusal,
} from "../../contracts/rule-change.js";
import type { CitedAmount, RulePack } from "../../contracts/rule-pack.js";
import { canonicalJson } from "../../platform/canonical.js";
import { changesRule, turnsOf } from "../../rules/differences/turns-of.js";
import { citationsOf } from "../pack-exchange/citations.js";
import { loweredClasses } from "./row-class.js";

/** A draft as it is judged. */
export type JudgedDraft = {
  readonly kind: ChangeKind;
  readonly content: RulePack;
  readonly base: RulePack | undefined;
  /** What the draft says otherwise than the version it starts from. */
  readonly differences: readonly PackDifference[];
  readonly effectiveFrom: Month;
  /** The first month that has not begun and that nothing is decided in. */
  readonly firstOpenMonth: Month;
  readonly today: LocalDate;
  /** The benefit month that is worked on: the last one that there are assessments to rehearse on. */
  readonly worked: Month;
  /** Whether the rules would have the draft among them: an overlay of another name than the one in force is not used. */
  readonly isTakenUp: boolean;
  /** Whether the municipality is invented: only there may a practice table be used. */
  readonly isInvented: boolean;
};

/** A problem whose code is a refusal of the workshop. */
export type DraftProblem = ChangeProblem & { readonly code: WorkshopRefusal };

/**
 * What a draft says itself. A pack that is new is read against its predecessor, whose rows stay where they are: one that it
 * leaves out is not taken away by it. Whether it says enough without that row is for the proofs.
 */
const ownDifferences = ({ base, differences }: JudgedDraft): readonly PackDifference[] =>
  base === undefined ? differences.filter(({ kind }) => kind !== "removed") : differences;

/** Everything about a draft's rows that keeps it from being submitted. Pure. The proofs speak for themselves. */
export const draftProblems = (judged: JudgedDraft): readonly DraftProblem[] => {
  const draft = { ...judged, differences: ownDifferences(judged) };
  const { content, base, differences } = draft;
  // Published it would be there and be silently passed over.
  if (!draft.isTakenUp) return [about("second-overlay")];
  if (differences.length === 0) return [about("nothing-changed")];
  const cited = new Set(base === undefined ? [] : citationsOf(base).map(({ source }) => source));
  return [
    ...(isPractice(content) && !draft.isInvented ? [about("practice-pack")] : []),
    ...turnProblems(draft),
    ...differences.flatMap((difference) => rowProblems(draft, difference, cited)),
    ...verifiedWithoutLaw(draft),
    ...loweredClasses(base, content).map((row) => about("class-lowered", row)),
  ];
};

type Place = Pick<PackDifference, "table" | "line"> & { readonly title?: string };

const about = (code: WorkshopRefusal, place?: Place): DraftProblem => ({
  code,
  message: place?.title === undefined ? workshopRefusals[code] : `${place.title}: ${workshopRefusals[code]}`,
  ...(place !== undefined && { table: place.table, row: place.line }),
});

/**
 * Whether the change is rehearsed in the months it holds in: a correction, in those it corrects. What is to hold later is
 * rehearsed as if it had held all the while.
 */
export const isRehearsedInItsMonths = ({
  kind,
  differences,
  worked,
}: Pick<JudgedDraft, "kind" | "differences" | "worked">): boolean =>
  kind === "correction" && turnsOf(differences).every((turn) => monthOf(turn) <= worked);

/** A rehearsal as if always is of one day's rows: what is approved is to be what was rehearsed, and all of it. */
const turnProblems = (draft: JudgedDraft): readonly DraftProblem[] => {
  const turns = turnsOf(draft.differences);
  const [first] = turns;
  if (first === undefined) return [];
  const isLater = monthOf(first) > draft.effectiveFrom;
  return [
    ...(isLater ? [about("nothing-at-effective")] : []),
    ...(turns.length > 1 && !isRehearsedInItsMonths(draft)
      ? [
          {
            ...about("several-turns"),
            message: `${turns.map(dateInWords).join(", ")}: ${workshopRefusals["several-turns"]}`,
          },
        ]
      : []),
  ];
};

const rowProblems = (draft: JudgedDraft, row: PackDifference, cited: ReadonlySet<string>): readonly DraftProblem[] => {
  if (!changesRule(row)) return [];
  const found: WorkshopRefusal[] = [];
  if (row.from.slice(0, 7) < draft.effectiveFrom) found.push("row-before-effective");
  const isLate = reachesBack(draft, row);
  if (isLate && draft.kind === "new-rule") found.push("backdated");
  if (isLate && draft.kind === "correction" && !mayBeCorrected(row)) found.push("correction-not-allowed");
  // A new rule is read somewhere else than the old one; where a figure was copied wrongly the source is the same.
  if (draft.kind === "new-rule" && row.kind !== "removed" && cited.has(row.source)) found.push("source-missing");
  if (isLate && row.class === "law" && !isOfficialIn(draft, row.source)) found.push("citation-not-official");
  return found.map((code) => about(code, row));
};

/** A mandate is used on a day, and what was decided under it cannot be decided under another afterwards. */
const reachesBack = ({ firstOpenMonth: open, today }: JudgedDraft, { table, from }: PackDifference): boolean =>
  table === "delegation" ? asDay(from) <= today : from.slice(0, 7) < open;

const asDay = (from: string): string => (from.length === 7 ? `${from}-01` : from);

const mayBeCorrected = ({ table, class: rowClass }: PackDifference): boolean =>
  table !== "delegation" && rowClass !== "operational";

/** An act, a bill or an agency's regulations by number: what a figure of the law is read in. */
const official = /\b(?:SFS \d{4}:\d+|[Pp]rop\. \d{4}\/\d{2}:\d+|SOSFS \d{4}:\d+|HSLF-FS \d{4}:\d+)/u;

/** Whether a pack is for practice: it says so in its title. */
export const isPractice = ({ title }: RulePack): boolean => /övningstabell|påhittad/iu.test(title);

const isOfficialIn = ({ content, isInvented }: JudgedDraft, source: string): boolean =>
  official.test(source) || (isInvented && isPractice(content));

type CitedLine = { readonly key: string; readonly table: PackDifference["table"]; readonly amount: CitedAmount };

const citedLines = (pack: RulePack | undefined): readonly CitedLine[] =>
  pack?.layer !== "national"
    ? []
    : [
        ...pack.riksnorm.flatMap(({ from, cells }) =>
          Object.entries(cells).map(([cell, amount]): CitedLine => ({
            key: `riksnorm:${from}:${cell}`,
            table: "riksnorm",
            amount,
          })),
        ),
        ...pack.priceBaseAmounts.map(({ from, amount }): CitedLine => ({
          key: `priceBaseAmounts:${from}`,
          table: "priceBaseAmounts",
          amount,
        })),
      ];

/** A figure becomes verified, or a verified one another, only by an official citation; approval adds the second person. */
const verifiedWithoutLaw = (draft: JudgedDraft): readonly DraftProblem[] => {
  const before = new Map(citedLines(draft.base).map(({ key, amount }) => [key, canonicalJson(amount)]));
  return citedLines(draft.content)
    .filter(({ key, amount }) => amount.verified && before.get(key) !== canonicalJson(amount))
    .filter(({ amount }) => !isOfficialIn(draft, amount.source))
    .map(({ key, table }) => about("citation-not-official", { table, line: key }));
};

/** Whether the board has to adopt the change. */
export const needsBoard = (differences: readonly PackDifference[]): boolean =>
  differences.some((row) => row.class === "board-guideline");

/** Why a publication cannot be made with this minute; undefined where it can. */
export const minuteRefusal = (
  minute: BoardMinute | undefined,
  { differences, today }: JudgedDraft,
): WorkshopRefusal | undefined => {
  if (!needsBoard(differences)) return undefined;
  if (minute === undefined) return "minute-missing";
  if (minute.on > today) return "minute-in-future";
  const earliest = differences
    // A new day for review takes effect when it is adopted, whenever the guideline began to hold.
    .filter((row) => row.class === "board-guideline" && row.field !== "reviewBy")
    .map(({ from }) => asDay(from))
    .toSorted()
    .at(0);
  // No guideline holds before the board has adopted it. One that is corrected backwards was adopted before its month.
  return earliest !== undefined && minute.on > earliest ? "minute-after-effect" : undefined;
};
