import type { CaseId } from "../contracts/ids.js";
import type { CaseRow } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** What a case is called in lists of the log, and whether nothing more may be said of it. */
export type NumberedCase = Pick<CaseRow, "id" | "number" | "protected" | "adults" | "children" | "updatedAt">;

const columns = ["id", "number", "protected", "adults", "children", "updatedAt"] as const;

/** The numbers of some cases, by id. */
export const caseNumbers = async (
  tx: StoreTransaction,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<string, NumberedCase>> => {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.db.selectFrom("cases").select(columns).where("id", "in", caseIds).execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/**
 * A page of a municipality's cases with the highest numbers first, protected ones too. `below` is the last number of
 * the page before; `number` narrows to those that begin with it.
 */
export const listNumberedCases = (
  tx: StoreTransaction,
  {
    municipality,
    below,
    number,
    limit,
  }: {
    readonly municipality: string;
    readonly below?: string | undefined;
    readonly number?: string | undefined;
    readonly limit: number;
  },
): Promise<NumberedCase[]> => {
  let query = tx.db.selectFrom("cases").select(columns).where("municipality", "=", municipality);
  if (below !== undefined) query = query.where("number", "<", below);
  // The character after the last digit: everything that begins with the number, and the index is used.
  if (number !== undefined) query = query.where("number", ">=", number).where("number", "<", `${number}:`);
  return query.orderBy("number", "desc").limit(limit).execute();
};
