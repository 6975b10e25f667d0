import type { CaseId, MemberId } from "../contracts/ids.js";
import type { Source } from "../contracts/codes/sources.js";
import type { StoreTransaction } from "./transaction.js";

/** Which readings in force a new one takes the place of. */
export type Superseded =
  | { readonly table: "caseFileReading"; readonly caseId: CaseId }
  | {
      readonly table: "sourceReading";
      readonly caseId: CaseId;
      readonly memberId: MemberId;
      readonly source: Source;
    };

/** Marks the reading in force as superseded, before the new one is stored. It stays to be read. */
export const supersede = async ({ db }: StoreTransaction, { table, ...about }: Superseded): Promise<void> => {
  const entries = Object.entries(about).map(([column, value]) => [column, value] as const);
  let query = db.updateTable(table).set({ superseded: true }).where("superseded", "=", false);
  for (const [column, value] of entries) query = query.where(db.dynamic.ref(column), "=", value);
  await query.execute();
};
