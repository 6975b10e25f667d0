import type { Case } from "../../contracts/case.js";
import type { Month } from "../../contracts/dates.js";
import { isFault } from "../../contracts/faults.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { RehearsalCase } from "../../rules/rehearsal/rehearsal-case.js";
import { listAssessedMonths, type AssessedMonth } from "../../store/assessed-months.js";
import { findAssessment } from "../../store/assessments.js";
import type { Store } from "../../store/open-store.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** A case with the facts that it was last assessed on, or decided on, and what came of them. */
export type StoredHousehold = { readonly row: AssessedMonth; readonly input: Case; readonly receipt: Receipt };

/** The households of some months. `unreadable` are those whose content is erased or cannot be read: told, never guessed. */
export type StoredHouseholds = {
  readonly households: readonly StoredHousehold[];
  readonly unreadable: readonly AssessedMonth[];
};

/** How many are opened in one reading, so that nobody else waits long for the database. */
const readAtOnce = 100;

/** Reads the assessed cases of some months, a few at a time. */
export const readHouseholds = async (
  store: Store,
  {
    months = {},
    only = () => true,
  }: {
    readonly months?: { readonly first?: Month; readonly last?: Month };
    readonly only?: (row: AssessedMonth) => boolean;
  },
): Promise<StoredHouseholds> => {
  const rows = (await store.read((tx) => listAssessedMonths(tx, months))).filter(only);
  const households: StoredHousehold[] = [];
  const unreadable: AssessedMonth[] = [];
  for (let at = 0; at < rows.length; at += readAtOnce)
    await store.read(async (tx) => {
      for (const row of rows.slice(at, at + readAtOnce)) {
        const found = await openHousehold(tx, row);
        if (found === undefined) unreadable.push(row);
        else households.push(found);
      }
    });
  return { households, unreadable };
};

/** What is stored of one case; undefined where it is erased or cannot be read. */
export const openHousehold = async (tx: StoreTransaction, row: AssessedMonth): Promise<StoredHousehold | undefined> => {
  try {
    const { decidedSequence: sequence } = row;
    const assessment = await findAssessment(tx, row.id, sequence === null ? {} : { sequence });
    return assessment && { row, input: assessment.input, receipt: assessment.receipt };
  } catch (error) {
    if (isFault(error)) return undefined;
    throw error;
  }
};

/** The version of a pack that a case was last assessed with, or decided on; undefined where it had no part in it. */
export const versionUsed = ({ receipt }: StoredHousehold, packId: string): string | undefined =>
  receipt.packs.find(({ id }) => id === packId)?.hash;

/** Who lives in a home, in words: "1 vuxen, 2 barn". */
export const peopleInWords = ({ adults, children }: { readonly adults: number; readonly children: number }): string => {
  const grown = adults === 1 ? "1 vuxen" : `${String(adults)} vuxna`;
  return children === 0 ? grown : `${grown}, ${String(children)} barn`;
};

/** The months as a rehearsal takes them: by handles only, and with what was decided. */
export const rehearsalCasesOf = ({ households, unreadable }: StoredHouseholds): readonly RehearsalCase[] => [
  ...households.map(({ row: { id, householdKey, decidedOre }, input }) => ({
    ref: id,
    household: householdKey,
    case: input,
    ...(decidedOre !== null && { decided: { amountOre: decidedOre } }),
  })),
  ...unreadable.map(({ id }) => ({ ref: id, unreadable: "Underlaget är gallrat eller går inte att läsa." })),
];
