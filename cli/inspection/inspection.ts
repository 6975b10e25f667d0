import { z } from "zod";
import type { TreeHead, Verification } from "../../contracts/audit-event.js";
import { receiptSchema } from "../../contracts/receipt.js";
import type { PortalInspection } from "./portals.js";
import type { StaffInspection } from "./staff.js";

/** A case as the command line shows it: codes, amounts and events. Never a name, a number or an address. */
export const shownCaseSchema = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  month: z.string(),
  municipality: z.string(),
  kind: z.string(),
  state: z.string(),
  outcome: z.string().nullable(),
  reasons: z.array(z.strictObject({ code: z.string(), title: z.string(), check: z.string() })),
  amountOre: z.int().nullable(),
  receivedAt: z.string(),
  receipt: receiptSchema.nullable(),
  decisions: z.array(
    z.strictObject({ outcome: z.string(), amountOre: z.int(), decidedOn: z.string(), delegationItem: z.string() }),
  ),
  writes: z.array(z.strictObject({ kind: z.string(), state: z.string(), reference: z.string() })),
  events: z.array(z.strictObject({ seq: z.int(), at: z.string(), action: z.string(), title: z.string() })),
});
export type ShownCase = z.output<typeof shownCaseSchema>;

/** What came of asking for a case. Protected persons are shown in the console alone, to those who may. */
export type CaseAnswer =
  | { readonly found: "case"; readonly case: ShownCase }
  | { readonly found: "nothing" }
  | { readonly found: "protected" };

/** What can be asked of a data folder, whether the application runs or not. */
export type Inspection = PortalInspection &
  StaffInspection & {
    /** By id or by number. The reading itself is logged. */
    readonly showCase: (reference: string) => Promise<CaseAnswer>;
    readonly verify: (checkpoint: TreeHead | undefined) => Promise<Verification>;
    /** Writes the log as JSON Lines and logs that it was done. */
    readonly exportLog: (write: (line: string) => Promise<void>) => Promise<TreeHead>;
  };
