import type { OwnReadingsView } from "../../contracts/api/own-readings.js";
import { costTypes } from "../../contracts/codes/costs.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { openReadings } from "../../contracts/codes/open-readings.js";
import { addDays, monthOf, type LocalDate, type Month } from "../../contracts/dates.js";
import type { PackTable } from "../../contracts/pack-check.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { provisionTitle } from "../../rules/explain/provision-title.js";
import { readingOwners } from "../../rules/own-readings/own-reading.js";
import { ownReadings } from "../../rules/own-readings/register.js";
import { tableTitles } from "../../rules/proofs/row-words.js";

/** So long before the day somebody is told that a reading is to be looked at. */
const soonDays = 60;

const reviewOn = (reviewBy: LocalDate, today: LocalDate): OwnReadingsView["readings"][number]["review"] => {
  if (reviewBy < today) return "passed";
  return reviewBy <= addDays(today, soonDays) ? "soon" : "later";
};

const byReviewDay = (one: { readonly reviewBy: LocalDate }, other: { readonly reviewBy: LocalDate }): number =>
  one.reviewBy < other.reviewBy ? -1 : one.reviewBy > other.reviewBy ? 1 : 0;

/** What a row of a local rule is called: its table, and which line of it where it has several. */
const rowTitle = (table: PackTable, line?: string): string =>
  line === undefined ? tableTitles[table] : `${tableTitles[table]}: ${line}`;

type LocalRow = { readonly title: string; readonly source: string; readonly reviewBy?: LocalDate };

/** The rows of an overlay that hold on a day or later, in words. */
const localRows = (pack: MunicipalPack, today: LocalDate): readonly LocalRow[] => {
  const month = monthOf(today);
  const holds = ({ to }: { readonly to?: Month }): boolean => to === undefined || to >= month;
  const plain = (table: PlainTable): LocalRow[] =>
    pack[table].filter(holds).map((row) => ({ ...row, title: rowTitle(table) }));
  return [
    ...pack.readings.filter(holds).map((row) => ({ ...row, title: rowTitle("readings", openReadings[row.key].title) })),
    ...pack.costRules.filter(holds).map((row) => ({ ...row, title: rowTitle("costRules", costTypes[row.type].title) })),
    ...pack.incomeRules
      .filter(holds)
      .map((row) => ({ ...row, title: rowTitle("incomeRules", incomeTypes[row.type].title) })),
    ...plainTables.flatMap(plain),
    ...pack.delegation
      .filter(({ to }) => to === undefined || to >= today)
      .map((row) => ({ ...row, title: rowTitle("delegation", `${row.item} ${row.title}`) })),
  ];
};

/** Tables of one line. */
const plainTables = [
  "incomeChange",
  "sourceWait",
  "materialAge",
  "completion",
  "leastAnswerTime",
  "paymentCutOff",
  "letterChannels",
] as const satisfies readonly (keyof MunicipalPack)[];
type PlainTable = (typeof plainTables)[number];

/** The register of our own readings, and the local rules that are to be looked at again, as they are shown on a day. */
export const ownReadingsView = (today: LocalDate, overlay: MunicipalPack | undefined): OwnReadingsView => ({
  localRules: (overlay === undefined ? [] : localRows(overlay, today))
    .flatMap(({ title, source, reviewBy }) =>
      reviewBy === undefined ? [] : [{ title, source, reviewBy, review: reviewOn(reviewBy, today) }],
    )
    .toSorted(byReviewDay),
  readings: ownReadings
    .map(({ key, title, does, why, lookedAt, otherwise, owner, reviewBy, provisions }) => ({
      key,
      title,
      does,
      why,
      lookedAt,
      otherwise,
      ownerTitle: readingOwners[owner].title,
      reviewBy,
      review: reviewOn(reviewBy, today),
      provisions: provisions.map((id) => ({ id, title: provisionTitle(id) })),
    }))
    .toSorted(byReviewDay),
});
