import { randomUUID } from "node:crypto";
import type { Role } from "../contracts/codes/roles.js";
import type { Instant } from "../contracts/dates.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** A member of staff. */
export type Staff = Schema["staff"];

/** A role somebody holds or has held. */
export type RoleAssignment = Schema["staffRole"];

/** Registers a member of staff by the sign-in service's subject, or brings name and unit up to date. */
export const registerStaff = (
  tx: StoreTransaction,
  {
    subject,
    displayName,
    unit,
    title,
  }: {
    readonly subject: string;
    readonly displayName: string;
    readonly unit: string;
    /** What they are called in letters; absent: it stays as it is, or is by the role they decide in. */
    readonly title?: string;
  },
): Promise<Staff> =>
  tx.db
    .insertInto("staff")
    .values({ id: randomUUID(), subject, displayName, unit, active: true, title: title ?? null })
    .onConflict((conflict) =>
      conflict.column("subject").doUpdateSet({ displayName, unit, ...(title !== undefined && { title }) }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

/** Lets a member of staff in, or keeps them out. */
export const setStaffActive = async (tx: StoreTransaction, staffId: string, active: boolean): Promise<void> => {
  await tx.db.updateTable("staff").set({ active }).where("id", "=", staffId).execute();
};

/** A member of staff by the sign-in service's subject, or undefined. */
export const findStaffBySubject = (tx: StoreTransaction, subject: string): Promise<Staff | undefined> =>
  tx.db.selectFrom("staff").selectAll().where("subject", "=", subject).executeTakeFirst();

/** A member of staff by id, or undefined. */
export const findStaff = (tx: StoreTransaction, staffId: string): Promise<Staff | undefined> =>
  tx.db.selectFrom("staff").selectAll().where("id", "=", staffId).executeTakeFirst();

/** Everyone who is or was registered. Sort names with `Intl.Collator("sv")`: the database does not. */
export const listStaff = (tx: StoreTransaction): Promise<Staff[]> =>
  tx.db.selectFrom("staff").selectAll().orderBy("subject").execute();

/** Gives a role. Returns false where it was already held. */
export const grantRole = async (tx: StoreTransaction, staffId: string, role: Role): Promise<boolean> => {
  const inserted = await tx.db
    .insertInto("staffRole")
    .values({ id: randomUUID(), staffId, role, grantedAt: tx.at, removedAt: null })
    .onConflict((conflict) => conflict.columns(["staffId", "role"]).where("removedAt", "is", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
};

/** Ends a role from now on. Returns false where it was not held. */
export const removeRole = async (tx: StoreTransaction, staffId: string, role: Role): Promise<boolean> => {
  const result = await tx.db
    .updateTable("staffRole")
    .set({ removedAt: tx.at })
    .where("staffId", "=", staffId)
    .where("role", "=", role)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/**
 * The roles somebody holds now; none for one who is not active. Read inside the transaction that acts on them, and held
 * until it ends, so that a removal either comes before or waits.
 */
export const lockRolesOf = async (tx: StoreTransaction, staffId: string): Promise<Role[]> => {
  const rows = await tx.db
    .selectFrom("staff")
    .innerJoin("staffRole", "staffRole.staffId", "staff.id")
    .select("staffRole.role")
    .where("staff.id", "=", staffId)
    .where("staff.active", "=", true)
    .where("staffRole.removedAt", "is", null)
    .forShare()
    .execute();
  return rows.map(({ role }) => role);
};

/** The roles somebody holds now, without holding them: for showing and for reading. */
export const rolesOf = async (tx: StoreTransaction, staffId: string): Promise<Role[]> => {
  const rows = await tx.db
    .selectFrom("staff")
    .innerJoin("staffRole", "staffRole.staffId", "staff.id")
    .select("staffRole.role")
    .where("staff.id", "=", staffId)
    .where("staff.active", "=", true)
    .where("staffRole.removedAt", "is", null)
    .orderBy("staffRole.role")
    .execute();
  return rows.map(({ role }) => role);
};

/** Every assignment of somebody, ended ones too, oldest first. */
export const listRoleAssignments = (tx: StoreTransaction, staffId: string): Promise<RoleAssignment[]> =>
  tx.db.selectFrom("staffRole").selectAll().where("staffId", "=", staffId).orderBy("grantedAt").execute();

/** The roles that somebody held at a moment. */
export const rolesHeldAt = async (tx: StoreTransaction, staffId: string, at: Instant): Promise<Role[]> =>
  (await listRoleAssignments(tx, staffId))
    .filter(({ grantedAt, removedAt }) => grantedAt <= at && (removedAt === null || removedAt >= at))
    .map(({ role }) => role);
