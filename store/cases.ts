import { sql } from "kysely";
import { Fault } from "../contracts/faults.js";
import type { Month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { CaseState } from "../contracts/process.js";
import type { CaseRow } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** What may change about a case as it goes along. */
export type CaseChanges = Partial<
  Pick<
    CaseRow,
    | "state"
    | "assignedTo"
    | "answerDue"
    | "protected"
    | "outcome"
    | "reasons"
    | "amountOre"
    | "previousAmountOre"
    | "waitingSince"
    | "kind"
    | "endedAs"
  >
>;

/** What the queue shows. All parts are optional; together they narrow. */
export type QueueFilter = {
  readonly states?: readonly CaseState[];
  readonly month?: Month;
  readonly municipality?: string;
  readonly assignedTo?: string;
  /** Absent: cases with protected identity are left out. */
  readonly includeProtected?: boolean;
};

/** One case's row. @throws Fault `InvariantBroken` where there is none. */
export const getCase = async (tx: StoreTransaction, caseId: CaseId): Promise<CaseRow> =>
  found(await tx.db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirst(), caseId);

/** One case's row, or undefined: for an id that came from outside. */
export const findCase = (tx: StoreTransaction, caseId: CaseId): Promise<CaseRow | undefined> =>
  tx.db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirst();

/** One case by its number in a municipality, or undefined. */
export const findCaseByNumber = (
  tx: StoreTransaction,
  { municipality, number }: { readonly municipality: string; readonly number: string },
): Promise<CaseRow | undefined> =>
  tx.db
    .selectFrom("cases")
    .selectAll()
    .where("municipality", "=", municipality)
    .where("number", "=", number)
    .executeTakeFirst();

/** Reads a case and holds its row until the transaction ends: whoever decides or changes it meanwhile has to wait. */
export const lockCase = async (tx: StoreTransaction, caseId: CaseId): Promise<CaseRow> =>
  found(await tx.db.selectFrom("cases").selectAll().where("id", "=", caseId).forUpdate().executeTakeFirst(), caseId);

/** Those of some cases that are not protected, in the order they were given. */
export const unprotectedAmong = async (
  tx: StoreTransaction,
  caseIds: readonly CaseId[],
): Promise<ReadonlySet<CaseId>> => {
  if (caseIds.length === 0) return new Set();
  const rows = await tx.db
    .selectFrom("cases")
    .select("id")
    .where("id", "in", caseIds)
    .where("protected", "=", false)
    .execute();
  const found = new Set(rows.map(({ id }) => id));
  return new Set(caseIds.filter((id) => found.has(id)));
};

/** The queue, the longest waiting first. Codes and amounts only. */
export const listCases = (tx: StoreTransaction, filter: QueueFilter = {}): Promise<CaseRow[]> => {
  let query = tx.db.selectFrom("cases").selectAll();
  if (filter.states !== undefined) query = query.where("state", "in", filter.states);
  if (filter.month !== undefined) query = query.where("benefitMonth", "=", filter.month);
  if (filter.municipality !== undefined) query = query.where("municipality", "=", filter.municipality);
  if (filter.assignedTo !== undefined) query = query.where("assignedTo", "=", filter.assignedTo);
  if (filter.includeProtected !== true) query = query.where("protected", "=", false);
  return query.orderBy("receivedAt").orderBy("number").execute();
};

/** Changes a case and counts up its version. Returns the new version. */
export const changeCase = async (tx: StoreTransaction, caseId: CaseId, changes: CaseChanges): Promise<number> => {
  const row = await tx.db
    .updateTable("cases")
    .set({ ...changes, version: sql<number>`version + 1`, updatedAt: tx.at })
    .where("id", "=", caseId)
    .returning("version")
    .executeTakeFirst();
  return found(row, caseId).version;
};

const found = <T>(row: T | undefined, caseId: CaseId): T => {
  if (row === undefined) throw new Fault("InvariantBroken", "There is no such case.", { caseId });
  return row;
};
