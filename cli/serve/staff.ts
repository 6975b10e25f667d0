import { append } from "../../audit/append.js";
import type { Role } from "../../contracts/codes/roles.js";
import type { Store } from "../../store/open-store.js";
import { findStaffBySubject, grantRole, registerStaff } from "../../store/staff.js";
import { theSystem } from "../../activities/actors.js";

/** A member of staff with the roles to begin with. */
export type NewStaff = {
  readonly subject: string;
  readonly displayName: string;
  readonly unit: string;
  /** What they are called in letters; absent: by the role they decide in. */
  readonly title?: string;
  readonly roles: readonly Role[];
};

/** Registers staff who are not known yet, with their roles. Someone who is known is left as they are: roles are data. */
export const registerMissingStaff = (store: Store, staff: readonly NewStaff[]): Promise<void> =>
  store.transaction(async (tx) => {
    for (const { roles, ...person } of staff) {
      if ((await findStaffBySubject(tx, person.subject)) !== undefined) continue;
      const { id } = await registerStaff(tx, person);
      await append(tx, { action: "staff.registered", actor: theSystem, details: { staff: id } });
      for (const role of roles) {
        await grantRole(tx, id, role);
        await append(tx, { action: "role.granted", actor: theSystem, details: { staff: id, role } });
      }
    }
  });
