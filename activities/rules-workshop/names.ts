import { listStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** Finds what members of staff are called; one who is not registered any more has an id and no name. */
export type Names = (id: string) => { readonly id: string; readonly name: string };

/** Reads everyone's names once. */
export const readNames = async (tx: StoreTransaction): Promise<Names> => {
  const names = new Map((await listStaff(tx)).map(({ id, displayName }) => [id, displayName]));
  return (id) => ({ id, name: names.get(id) ?? "Okänd" });
};
