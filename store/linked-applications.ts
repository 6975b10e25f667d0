import type { Instant } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { StoreTransaction } from "./transaction.js";

/** Cases that have not yet been assessed with an application that concerns them, and are not decided or ended. */
export const casesToTell = async (tx: StoreTransaction, applicationId: string): Promise<CaseId[]> => {
  const own = tx.db
    .selectFrom("application")
    .select("caseId")
    .where("id", "=", applicationId)
    .where("takenIn", "=", false);
  const matched = tx.db
    .selectFrom("applicationMatch")
    .select("caseId")
    .where("applicationId", "=", applicationId)
    .where("takenIn", "=", false);
  const told = await own.unionAll(matched).execute();
  const open: CaseId[] = [];
  for (const { caseId } of told) if (await isOpen(tx, caseId)) open.push(caseId);
  return open;
};

/** Whether a case is neither decided nor ended. */
export const isOpen = async (tx: StoreTransaction, caseId: CaseId): Promise<boolean> => {
  const row = await tx.db
    .selectFrom("cases")
    .leftJoin("decision", (join) =>
      join.onRef("decision.caseId", "=", "cases.id").on("decision.supplement", "=", false),
    )
    .select(["cases.state", "cases.endedAs", "decision.id as decisionId"])
    .where("cases.id", "=", caseId)
    .executeTakeFirst();
  return row?.decisionId === null && row.endedAs === null && row.state !== "closed";
};

/**
 * Whether an application has been linked to the case that no assessment has been made with: whoever looks at the case
 * has not seen it. The one the case rests on is not such a one. The caller holds the case.
 */
export const hasUnseenApplication = async (tx: StoreTransaction, caseId: CaseId): Promise<boolean> => {
  const own = tx.db
    .selectFrom("application")
    .select("caseId")
    .where("caseId", "=", caseId)
    .where("takenIn", "=", false)
    .where("linkedAs", "not in", ["first", "duplicate"]);
  const matched = tx.db
    .selectFrom("applicationMatch")
    .select("caseId")
    .where("caseId", "=", caseId)
    .where("takenIn", "=", false);
  return (await own.unionAll(matched).limit(1).executeTakeFirst()) !== undefined;
};

/** Notes that an assessment has been made with every application that concerns the case. Returns whether any was new. */
export const markTakenIn = async (tx: StoreTransaction, caseId: CaseId): Promise<boolean> => {
  let isNew = false;
  for (const table of ["application", "applicationMatch"] as const) {
    const result = await tx.db
      .updateTable(table)
      .set({ takenIn: true })
      .where("caseId", "=", caseId)
      .where("takenIn", "=", false)
      .executeTakeFirst();
    isNew ||= result.numUpdatedRows > 0n;
  }
  return isNew;
};

/** Applications that concern the case beside the one it rests on: of the household itself, and of others. */
export const listLinkedApplications = async (
  tx: StoreTransaction,
  caseId: CaseId,
): Promise<{ receivedAt: Instant; from: "household" | "another-household" }[]> => {
  const own = await tx.db
    .selectFrom("application")
    .select(["id", "receivedAt"])
    .where("caseId", "=", caseId)
    .where("linkedAs", "=", "second")
    .execute();
  const others = await tx.db
    .selectFrom("applicationMatch")
    .innerJoin("application", "application.id", "applicationMatch.applicationId")
    .select(["application.id", "application.receivedAt"])
    .where("applicationMatch.caseId", "=", caseId)
    .execute();
  return [
    ...own.map((row) => ({ ...row, from: "household" as const })),
    ...others.map((row) => ({ ...row, from: "another-household" as const })),
  ]
    .toSorted((one, other) => one.receivedAt.localeCompare(other.receivedAt) || one.id.localeCompare(other.id))
    .map(({ receivedAt, from }) => ({ receivedAt, from }));
};
