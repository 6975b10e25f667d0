import type { Month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Ore } from "../contracts/money.js";
import type { CaseRow } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** A case that has been assessed, and what was decided of it. */
export type AssessedMonth = Pick<
  CaseRow,
  | "id"
  | "number"
  | "householdKey"
  | "benefitMonth"
  | "protected"
  | "state"
  | "endedAs"
  | "outcome"
  | "amountOre"
  | "adults"
  | "children"
> & {
  /** The sequence of the assessment that was decided on; null while nothing is decided. */
  readonly decidedSequence: number | null;
  readonly decidedOre: Ore | null;
};

const assessedMonths = (tx: StoreTransaction) =>
  tx.db
    .selectFrom("cases")
    .leftJoin("decision", (join) =>
      join.onRef("decision.caseId", "=", "cases.id").on("decision.supplement", "=", false),
    )
    .select([
      "cases.id",
      "cases.number",
      "cases.householdKey",
      "cases.benefitMonth",
      "cases.protected",
      "cases.state",
      "cases.endedAs",
      "cases.outcome",
      "cases.amountOre",
      "cases.adults",
      "cases.children",
      "decision.sequence as decidedSequence",
      "decision.amountOre as decidedOre",
    ])
    .where("cases.outcome", "is not", null);

/** Every assessed case of some months, protected ones too, the oldest month first. */
export const listAssessedMonths = (
  tx: StoreTransaction,
  { first, last }: { readonly first?: Month; readonly last?: Month } = {},
): Promise<AssessedMonth[]> => {
  let query = assessedMonths(tx);
  if (first !== undefined) query = query.where("cases.benefitMonth", ">=", first);
  if (last !== undefined) query = query.where("cases.benefitMonth", "<=", last);
  return query.orderBy("cases.benefitMonth").orderBy("cases.number").execute();
};

/** One case as it stands now, or undefined where it is not assessed. */
export const findAssessedMonth = (tx: StoreTransaction, caseId: CaseId): Promise<AssessedMonth | undefined> =>
  assessedMonths(tx).where("cases.id", "=", caseId).executeTakeFirst();

/** The last month that anything is decided for; undefined where nothing is. */
export const lastDecidedMonth = async (tx: StoreTransaction): Promise<Month | undefined> => {
  const row = await tx.db
    .selectFrom("decision")
    .innerJoin("cases", "cases.id", "decision.caseId")
    .select("cases.benefitMonth")
    .orderBy("cases.benefitMonth", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.benefitMonth;
};
