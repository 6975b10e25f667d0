import { append } from "../../audit/append.js";
import { rolesForProtected } from "../../contracts/codes/roles.js";
import type { CaseId } from "../../contracts/ids.js";
import { findCase } from "../../store/cases.js";
import type { CaseRow } from "../../store/schema.js";
import type { Store } from "../../store/open-store.js";
import type { Person } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";

/** Whether someone may see cases with protected identity: the smallest circle there is (SOSFS 2014:5). */
export const maySeeProtected = ({ roles }: Pick<Person, "roles">): boolean =>
  roles.some((role) => rolesForProtected.includes(role));

/**
 * A case that someone may open. One that does not exist and one that they may not see give the same answer, so that
 * nobody can learn which exist; the attempt is logged.
 */
export const openableCase = async (store: Store, caseId: CaseId, person: Person): Promise<CaseRow> => {
  const row = await store.read((tx) => findCase(tx, caseId));
  if (row === undefined) throw new Refusal("not-found");
  if (!row.protected || maySeeProtected(person)) return row;
  await store.transaction((tx) =>
    append(tx, {
      action: "access.refused",
      caseId,
      actor: { kind: "staff", id: person.staffId },
      details: { cause: "protected-identity" },
    }),
  );
  throw new Refusal("not-found");
};
