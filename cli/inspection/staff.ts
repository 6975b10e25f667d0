import { z } from "zod";
import { systemVersion } from "../../activities/actors.js";
import { append } from "../../audit/append.js";
import type { Actor } from "../../contracts/audit-event.js";
import { roleSchema } from "../../contracts/codes/roles.js";
import type { Store } from "../../store/open-store.js";
import {
  findStaffBySubject,
  grantRole,
  listStaff,
  registerStaff,
  removeRole,
  rolesOf,
  setStaffActive,
} from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** A member of staff as the command line shows them. */
export const staffMemberSchema = z.strictObject({
  subject: z.string(),
  name: z.string(),
  unit: z.string(),
  active: z.boolean(),
  roles: z.array(roleSchema),
});
export type StaffMember = z.output<typeof staffMemberSchema>;

/** The answer: everyone who is or was registered. Undefined where the change names somebody who is not. */
export const staffAnswerSchema = z.array(staffMemberSchema).nullable();

/** What an operator does about staff. `subject` is what the sign-in service calls them. */
export const staffChangeSchema = z.discriminatedUnion("to", [
  z.strictObject({
    to: z.literal("registered"),
    subject: z.string().min(1).max(200),
    name: z.string().min(1).max(200),
    unit: z.string().min(1).max(200),
    title: z.string().min(1).max(200).exactOptional(),
  }),
  z.strictObject({ to: z.literal("granted"), subject: z.string(), role: roleSchema }),
  z.strictObject({ to: z.literal("removed"), subject: z.string(), role: roleSchema }),
  z.strictObject({ to: z.literal("active"), subject: z.string(), active: z.boolean() }),
]);
export type StaffChange = z.output<typeof staffChangeSchema>;

/** Who may sign in and as what, and changing it as an operator at the machine. */
export type StaffInspection = {
  readonly staff: () => Promise<StaffMember[]>;
  /** Null where nobody of that name is registered. */
  readonly changeStaff: (change: StaffChange) => Promise<StaffMember[] | null>;
};

const actor: Actor = { kind: "system", id: "command-line", version: systemVersion };

const everyone = async (tx: StoreTransaction): Promise<StaffMember[]> => {
  const members: StaffMember[] = [];
  for (const { id, subject, displayName, unit, active } of await listStaff(tx))
    members.push({ subject, name: displayName, unit, active, roles: await rolesOf(tx, id) });
  return members;
};

/** Answers from an open store. */
export const inspectStaff = (store: Store): StaffInspection => ({
  staff: () => store.read(everyone),
  changeStaff: (change) =>
    store.transaction(async (tx) => {
      if (change.to === "registered") {
        const { subject, name, unit, title } = change;
        const { id } = await registerStaff(tx, {
          subject,
          displayName: name,
          unit,
          ...(title !== undefined && { title }),
        });
        await append(tx, { action: "staff.registered", actor, details: { staff: id } });
        return everyone(tx);
      }
      const known = await findStaffBySubject(tx, change.subject);
      if (known === undefined) return null;
      await changeKnown(tx, known.id, change);
      return everyone(tx);
    }),
});

const changeKnown = async (
  tx: StoreTransaction,
  staff: string,
  change: Exclude<StaffChange, { to: "registered" }>,
): Promise<void> => {
  switch (change.to) {
    case "granted":
      if (await grantRole(tx, staff, change.role))
        await append(tx, { action: "role.granted", actor, details: { staff, role: change.role } });
      return;
    case "removed":
      if (await removeRole(tx, staff, change.role))
        await append(tx, { action: "role.removed", actor, details: { staff, role: change.role } });
      return;
    case "active":
      await setStaffActive(tx, staff, change.active);
      await append(tx, { action: change.active ? "staff.let-in" : "staff.shut-out", actor, details: { staff } });
  }
};
