import { roleSchema } from "../../contracts/codes/roles.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { Ore } from "../../contracts/money.js";
import type { RehearsedMandate } from "../../contracts/rehearsal.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { mandateFor } from "../mandates.js";

/**
 * The narrowest item of the delegation order that lets anybody make the decision the calculation comes to: a grant where
 * there is a deficit, else a refusal of an unknown amount. Null where the amount is unknown or nobody may.
 */
export const mandateOver = (
  shortfallOre: Ore | null,
  { packs: { municipal }, on }: { readonly packs: Packs; readonly on: LocalDate },
): RehearsedMandate => {
  if (shortfallOre === null || municipal === undefined) return null;
  const decision =
    shortfallOre > 0
      ? ({ outcome: "granted", amountOre: shortfallOre } as const)
      : ({ outcome: "refused", amountOre: 0, refusedOre: "unknown" } as const);
  const found = mandateFor({ roles: roleSchema.options, on, ...decision }, municipal);
  return found === undefined ? null : { item: found.item, role: found.role };
};
