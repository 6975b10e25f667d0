import { z } from "zod";
import type { ChangeView } from "../../../contracts/api/workshop.js";

/** The parts of a change's page, in the order of its way. */
export const changeParts = ["edit", "proofs", "tests", "rehearsal", "after"] as const;
export const changePartSchema = z.enum(changeParts);
export type ChangePart = (typeof changeParts)[number];

/** The part that is in hand where nobody has chosen one. */
export const partOf = ({ state, proofs, tests, rehearsal }: ChangeView): ChangePart => {
  if (state === "published") return "after";
  if (!proofs.ok) return "proofs";
  if (tests?.fresh === true && !tests.ok) return "tests";
  if (state === "submitted" || state === "approved") return "rehearsal";
  return rehearsal?.fresh === true ? "rehearsal" : "edit";
};
