import type { PackTable } from "../../contracts/pack-check.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { rowNames, versionsOf } from "../pack-exchange/overlay-rows.js";

/** A line that would be decided by somebody with less to say than now. */
type LoweredLine = { readonly table: PackTable; readonly line: string };

/**
 * The lines of an overlay that the board decides now and a manager would decide after. Called a threshold, a guideline
 * would take effect without the board's minute.
 */
export const loweredClasses = (base: RulePack | undefined, content: RulePack): readonly LoweredLine[] => {
  if (base?.layer !== "municipal" || content.layer !== "municipal") return [];
  return rowNames(content).flatMap((line): readonly LoweredLine[] => {
    const before = versionsOf(base, line);
    const isGuideline = before.some((row) => row.class === "board-guideline");
    const known = before.filter((row) => row.class === "operational").length;
    const after = versionsOf(content, line).filter((row) => row.class === "operational").length;
    return isGuideline && after > known ? [{ table: line.table, line: `${line.table}:${line.row}` }] : [];
  });
};
