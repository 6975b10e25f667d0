import type { CaseId } from "../contracts/ids.js";
import type { RecordToWrite } from "../contracts/process.js";
import type { WriteKind } from "../contracts/write-kinds.js";
import { listDecisions, type Decision } from "../store/decisions.js";
import type { Store } from "../store/open-store.js";

/** The calculation is the month's; a decision that gives nothing has no payment; every decision is in the journal. */
const kindsOf = ({ supplement, amountOre }: Decision): WriteKind[] => [
  ...(supplement ? [] : (["calculation"] as const)),
  "decision",
  ...(amountOre > 0 ? (["payment"] as const) : []),
  "journal",
];

export const createRecordActivities = ({ store }: { readonly store: Store }) => ({
  /**
   * Which records a decided case gives rise to in the case system: the month's own decision first, then one under
   * 12 kap. 2 § SoL. Safe to retry because it only reads.
   */
  recordsToWrite: ({ caseId }: { readonly caseId: CaseId }): Promise<RecordToWrite[]> =>
    store.read(async (tx) =>
      (await listDecisions(tx, caseId))
        .toSorted((one, other) => Number(one.supplement) - Number(other.supplement))
        .flatMap((decision) => kindsOf(decision).map((kind) => ({ kind, cause: { decisionId: decision.id } }))),
    ),
});
