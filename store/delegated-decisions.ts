import type { Instant, LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Ore } from "../contracts/money.js";
import type { StoreTransaction } from "./transaction.js";

/** What somebody decided on the board's behalf: a month's decision, a supplement, or to write an application off. */
export type DelegatedDecision = {
  readonly id: string;
  readonly caseId: CaseId;
  /** Which assessment was decided on; null where an application was written off. */
  readonly sequence: number | null;
  /** As it is stored: a `DecisionOutcome`. */
  readonly outcome: string;
  readonly amountOre: Ore;
  /** Item of the delegation order, as it was recorded. */
  readonly item: string;
  /** Staff id. */
  readonly by: string;
  readonly on: LocalDate;
  readonly recordedAt: Instant;
};

type Scope = { readonly from?: Instant; readonly until?: Instant; readonly actorId?: string; readonly limit: number };

/** The decisions recorded from one moment up to another, the newest first. */
export const listDelegatedDecisions = async (tx: StoreTransaction, scope: Scope): Promise<DelegatedDecision[]> => {
  const decided = tx.db
    .selectFrom("decision")
    .select((eb) => [
      "id",
      "caseId",
      eb.ref("sequence").$castTo<number | null>().as("sequence"),
      "outcome",
      "amountOre",
      "delegationItem as item",
      "decidedBy as by",
      "decidedOn as on",
      "recordedAt",
    ]);
  const writtenOff = tx.db
    .selectFrom("closing")
    .where("recordedAt", "is not", null)
    .where("endedOn", "is not", null)
    .where("delegationItem", "is not", null)
    .select((eb) => [
      "id",
      "caseId",
      eb.cast<number | null>(eb.lit(null), "integer").as("sequence"),
      eb.cast<string>(eb.val("written-off"), "text").as("outcome"),
      eb.cast<Ore>(eb.lit(0), "bigint").as("amountOre"),
      eb.ref("delegationItem").$notNull().as("item"),
      "endedBy as by",
      eb.ref("endedOn").$notNull().as("on"),
      eb.ref("recordedAt").$notNull().as("recordedAt"),
    ]);
  let query = tx.db.selectFrom(decided.unionAll(writtenOff).as("made")).selectAll();
  if (scope.from !== undefined) query = query.where("recordedAt", ">=", scope.from);
  if (scope.until !== undefined) query = query.where("recordedAt", "<", scope.until);
  if (scope.actorId !== undefined) query = query.where("by", "=", scope.actorId);
  return query.orderBy("recordedAt", "desc").orderBy("id").limit(scope.limit).execute();
};
