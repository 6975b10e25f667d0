import { roles, type Role } from "../../contracts/codes/roles.js";
import { Fault } from "../../contracts/faults.js";
import type { Decision } from "../../store/decisions.js";
import { listRoleAssignments, type Staff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** Roles that decide, the one that most have first: of several, the letter names the lesser. */
const deciding: readonly Role[] = ["caseworker", "team-lead"];

/** What somebody is called in a letter: by their own title, or else by the role they decide in; undefined without one. */
export const titleOf = ({ title }: Pick<Staff, "title">, held: readonly Role[]): string | undefined => {
  if (title !== null) return title;
  const role = deciding.find((one) => held.includes(one));
  return role === undefined ? undefined : roles[role].title.toLocaleLowerCase("sv");
};

/** What the decider is called in the letter, in a role that they held as the decision was recorded. */
export const deciderTitle = async (
  tx: StoreTransaction,
  { staff, recordedAt }: { readonly staff: Staff } & Pick<Decision, "recordedAt">,
): Promise<string> => {
  const held = (await listRoleAssignments(tx, staff.id))
    .filter(({ grantedAt, removedAt }) => grantedAt <= recordedAt && (removedAt === null || removedAt >= recordedAt))
    .map(({ role }) => role);
  const title = titleOf(staff, held);
  if (title === undefined) throw new Fault("InvariantBroken", "Whoever decides holds a role that may.");
  return title;
};
