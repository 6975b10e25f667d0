import { roles, roleSchema, type Role } from "../../contracts/codes/roles.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { refuse } from "../input-error.js";
import { inspecting } from "../inspection/open-inspection.js";
import type { StaffChange, StaffMember } from "../inspection/staff.js";
import type { SharedOptions } from "../options.js";
import type { Terminal } from "../terminal.js";

const lineOf = ({ subject, name, unit, active, roles: held }: StaffMember): string =>
  `${subject.padEnd(24)} ${name}, ${unit}: ${held.map((role) => roles[role].title).join(", ") || "inga roller"}${active ? "" : " (avstängd)"}`;

const show = async (terminal: Terminal, staff: readonly StaffMember[], json: boolean): Promise<ExitCode> => {
  await terminal.out(json ? `${JSON.stringify({ staff })}\n` : staff.map((one) => `${lineOf(one)}\n`).join(""));
  return exitCodes.ok;
};

/** `skalig staff list`: who may sign in, and as what. */
export const staffList = async (terminal: Terminal, { data, json }: SharedOptions): Promise<ExitCode> =>
  show(terminal, await inspecting(data, (inspection) => inspection.staff()), json);

/** `skalig staff add|grant|remove|shut-out|let-in`: changes who may sign in, and as what. Logged. */
export const staffChange = async (
  terminal: Terminal,
  { change, data, json }: SharedOptions & { readonly change: StaffChange },
): Promise<ExitCode> => {
  const staff = await inspecting(data, (inspection) => inspection.changeStaff(change));
  if (staff === null)
    throw refuse(
      "person",
      "not-registered",
      "Ingen med det namnet hos inloggningen är registrerad. Lägg till med add.",
    );
  return show(terminal, staff, json);
};

/** The role that was asked for. @throws InputRefused with those there are. */
export const roleFrom = (value: string): Role => {
  const known = roleSchema.safeParse(value);
  if (known.success) return known.data;
  throw refuse("roll", "no-such-role", `Rollerna är ${roleSchema.options.join(", ")}.`);
};
