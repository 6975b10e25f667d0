import { z } from "zod";
import { localDateSchema, monthSchema } from "../dates.js";
import { oreSchema } from "../money.js";

/** A table of a rule pack as it is read: words and figures, with where they come from. */
export const ruleTableSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  note: z.string().exactOptional(),
  source: z.string(),
  validFrom: localDateSchema,
  validTo: localDateSchema.exactOptional(),
  verified: z.boolean(),
  columns: z.array(z.strictObject({ title: z.string(), numeric: z.boolean() })),
  rows: z.array(
    z.strictObject({
      /** The same for the same row of another month's table. */
      key: z.string(),
      cells: z.array(z.string()),
      /** The row's figure, where it has one: what two months are compared by. */
      amountOre: oreSchema.exactOptional(),
      /** Where the row is read, where that is not where the table is. */
      source: z.string().exactOptional(),
      verified: z.boolean(),
    }),
  ),
});
export type RuleTable = z.output<typeof ruleTableSchema>;

/** A provision in prose. `codified: false` means that a person decides whenever its trigger is met or unknown. */
export const provisionViewSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  basis: z.array(z.string()),
  codified: z.boolean(),
});
export type ProvisionView = z.output<typeof provisionViewSchema>;

/** A line of the delegation order: who may decide what, up to which amount. */
export const delegationViewSchema = z.strictObject({
  item: z.string(),
  text: z.string(),
  roles: z.array(z.string()),
  /** What a decision may come to under the item. */
  outcomes: z.array(z.string()),
  upToOre: oreSchema.nullable(),
  /** The board's minute, and the document it is read in. */
  decidedBy: z.string(),
  source: z.string(),
  validFrom: localDateSchema,
  validTo: localDateSchema.exactOptional(),
});

/** What rules may be asked for; the month that is worked on where nothing is said. */
export const rulesQuerySchema = z.strictObject({ month: monthSchema.exactOptional() });

/** The rules in force for a month, as they stand on a date. Read only. */
export const rulesViewSchema = z.strictObject({
  month: monthSchema,
  /** The months there are rules for. */
  months: z.strictObject({ first: monthSchema, last: monthSchema }),
  /** The day the delegation order is read on. */
  on: localDateSchema,
  rulebookVersion: z.string(),
  packs: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      layer: z.enum(["national", "municipal"]),
      version: z.string(),
      hash: z.string(),
      tables: z.array(ruleTableSchema),
    }),
  ),
  provisions: z.array(provisionViewSchema),
  delegation: z.array(delegationViewSchema),
  /** Points the law leaves open, and how the municipality reads them; null where it has not said. */
  readings: z.array(
    z.strictObject({
      key: z.string(),
      question: z.string(),
      reading: z.string().nullable(),
      /** Every option, in words. */
      options: z.array(z.string()),
      /** Who chose, where it is read and from when; absent where nobody has. */
      chosenBy: z.string().exactOptional(),
      source: z.string().exactOptional(),
      validFrom: localDateSchema.exactOptional(),
    }),
  ),
});
export type RulesView = z.output<typeof rulesViewSchema>;
