import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

const listed = "12 kap. 7 § första stycket 2 SoL (2025:400)";
const other = "12 kap. 1 § SoL (2025:400)";

/** Kinds of cost a household may ask for. Union membership is sensitive data: shown only to those who need it. */
export const costTypes = {
  rent: { title: "Hyra", basis: listed },
  electricity: { title: "Hushållsel", basis: listed },
  "home-insurance": { title: "Hemförsäkring", basis: listed },
  "work-travel": { title: "Arbetsresor", basis: listed },
  "union-fee": { title: "Fackavgift", basis: listed, restricted: true },
  "unemployment-fund": { title: "A-kasseavgift", basis: listed },
  internet: { title: "Bredband", basis: other },
  "medical-care": { title: "Läkarvård", basis: other },
  medicine: { title: "Medicin", basis: other },
  "dental-care": { title: "Tandvård", basis: other },
  "acute-dental-care": { title: "Akut tandvård", basis: other },
  glasses: { title: "Glasögon", basis: other },
  childcare: { title: "Barnomsorgsavgift", basis: other },
  "home-equipment": { title: "Hemutrustning", basis: other },
  moving: { title: "Flyttkostnad", basis: other },
  "visitation-travel": { title: "Umgängesresor", basis: other },
  "driving-licence": { title: "Körkort" },
  debt: { title: "Skuld" },
  "other-cost": { title: "Annan kostnad" },
} as const satisfies Record<string, CodeEntry>;

/** Code of a kind of cost. */
export const costTypeSchema = z.enum(codesOf(costTypes));
export type CostType = z.output<typeof costTypeSchema>;

/**
 * How a cost or a declared income is shown to be real. `standing` rests on a standing approval that is still valid;
 * `mismatch` is a document about somebody or something else.
 */
export const proofSchema = z.enum(["document", "standing", "declared", "unreadable", "mismatch", "none"]);
export type Proof = z.output<typeof proofSchema>;

/** How something is shown to be real, in words. */
export const proofNames: Readonly<Record<Proof, string>> = {
  document: "underlag finns",
  standing: "stående godkännande",
  declared: "uppgift från den sökande",
  unreadable: "oläsligt underlag",
  mismatch: "underlaget stämmer inte",
  none: "underlag saknas",
};
