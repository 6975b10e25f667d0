import type { Reason } from "../contracts/codes/reasons.js";
import type { Instant, Month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Ore } from "../contracts/money.js";
import type { AssessedOutcome } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** What became of one case of a month, as far as figures go. */
export type CaseFigures = {
  readonly caseId: CaseId;
  readonly receivedAt: Instant;
  /** What its first assessment came to, and why; null before it. */
  readonly firstOutcome: AssessedOutcome | null;
  readonly firstReasons: readonly Reason[] | null;
  /** When the month's decision was recorded; null before it. */
  readonly decidedAt: Instant | null;
  /** What it granted, in öre. */
  readonly decidedOre: Ore | null;
};

/** The figures of every case of a month in a municipality, protected ones too: they are counted and nothing more. */
export const monthFigures = (
  tx: StoreTransaction,
  { month, municipality }: { readonly month: Month; readonly municipality: string },
): Promise<CaseFigures[]> =>
  tx.db
    .selectFrom("cases")
    .leftJoin("assessment", (join) =>
      join.onRef("assessment.caseId", "=", "cases.id").on("assessment.sequence", "=", 1),
    )
    .leftJoin("decision", (join) =>
      join.onRef("decision.caseId", "=", "cases.id").on("decision.supplement", "=", false),
    )
    .select([
      "cases.id as caseId",
      "cases.receivedAt",
      "assessment.outcome as firstOutcome",
      "assessment.reasons as firstReasons",
      "decision.recordedAt as decidedAt",
      "decision.amountOre as decidedOre",
    ])
    .where("cases.benefitMonth", "=", month)
    .where("cases.municipality", "=", municipality)
    .execute();
