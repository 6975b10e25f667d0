import { roles, type Role } from "../../contracts/codes/roles.js";
import { Fault } from "../../contracts/faults.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { roleUnder, type DecidedUnder } from "../../rules/mandates.js";
import type { Decision } from "../../store/decisions.js";
import { rolesHeldAt, type Staff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** Roles that decide, the one that most have first: where the order no longer says which, the letter names the lesser. */
const deciding: readonly Role[] = ["caseworker", "team-lead"];

/** What somebody is called in a letter: by their own title, or else by the role that they decide in. */
export const titleIn = ({ title }: Pick<Staff, "title">, role: Role): string =>
  title ?? roles[role].title.toLocaleLowerCase("sv");

/**
 * What the decider is called in the letter: in the role that the item of the delegation order let them decide in, of
 * those that they held as the decision was recorded.
 */
export const deciderTitle = async (
  tx: StoreTransaction,
  {
    staff,
    recordedAt,
    packs: { municipal },
    under,
  }: {
    readonly staff: Staff;
    readonly packs: Packs;
    readonly under: Omit<DecidedUnder, "roles">;
  } & Pick<Decision, "recordedAt">,
): Promise<string> => {
  const held = await rolesHeldAt(tx, staff.id, recordedAt);
  const mandated = municipal && roleUnder({ ...under, roles: held }, municipal);
  const role = mandated ?? deciding.find((one) => held.includes(one));
  if (role === undefined) throw new Fault("InvariantBroken", "Whoever decides holds a role that may.");
  return titleIn(staff, role);
};
