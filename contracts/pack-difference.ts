import { z } from "zod";
import { signedOreSchema } from "./money.js";
import { packTableSchema } from "./pack-check.js";
import { rowClassSchema } from "./rule-pack.js";

/** One thing that two packs say otherwise, for the months in which they do. */
export const packDifferenceSchema = z.strictObject({
  kind: z.enum(["added", "removed", "changed"]),
  table: packTableSchema,
  /** The line of the table, the same in both packs whatever its place: `costRules:rent`, `riksnorm:adult-single`. */
  line: z.string(),
  /** Where it is: `costRules[3]`. In the pack after, or in the one before where it is removed. */
  row: z.string(),
  field: z.string(),
  /** "Hyra, högst för 1 vuxen och 1 barn" */
  title: z.string(),
  class: rowClassSchema,
  /** The first month in which they differ, `2026-01`; a day, `2026-01-15`, in the delegation order. */
  from: z.string(),
  /** The last one; absent where they differ from then on. */
  to: z.string().exactOptional(),
  /** In words; null where there was or will be nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** In öre, where it is an amount. */
  beforeOre: signedOreSchema.nullable(),
  afterOre: signedOreSchema.nullable(),
  /** After minus before; null unless both are amounts. */
  diffOre: signedOreSchema.nullable(),
  source: z.string(),
  /** The whole difference as a Swedish sentence. */
  text: z.string(),
});
export type PackDifference = z.output<typeof packDifferenceSchema>;
