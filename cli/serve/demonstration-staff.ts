import { fictiveStaff } from "../../simulators/identity-provider/staff.js";
import type { NewStaff } from "./staff.js";

/** The invented staff of the demonstration, as they are registered the first time. */
export const demonstrationStaff: readonly NewStaff[] = fictiveStaff.map(({ subject, name, unit, role }) => ({
  subject,
  displayName: name,
  unit,
  ...(role === "caseworker" && { title: "socialsekreterare" }),
  roles: [role],
}));
