import { z } from "zod";
import { localDateSchema } from "../dates.js";
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
  rows: z.array(z.strictObject({ cells: z.array(z.string()), verified: z.boolean() })),
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
  upToOre: oreSchema.nullable(),
  decidedBy: z.string(),
});

/** The rules in force on a date. Read only. */
export const rulesViewSchema = z.strictObject({
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
      source: z.string().exactOptional(),
    }),
  ),
});
export type RulesView = z.output<typeof rulesViewSchema>;
