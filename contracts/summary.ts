import { z } from "zod";
import { reasonSchema } from "./codes/reasons.js";
import { monthSchema } from "./dates.js";
import { sha256Schema } from "./ids.js";
import { oreSchema, signedOreSchema } from "./money.js";

const outcomeSchema = z.enum(["prefilled", "referred", "waiting", "duplicate"]);
const endSchema = z.strictObject({
  outcome: outcomeSchema.nullable(),
  /** Sorted codes. */
  reasons: z.array(reasonSchema),
  /** Null unless prefilled. */
  amountOre: oreSchema.nullable(),
});

const households = z.array(
  z.strictObject({
    id: z.string(),
    ok: z.boolean(),
    expected: endSchema,
    actual: endSchema.extend({
      normOre: oreSchema.nullable(),
      costsOre: oreSchema.nullable(),
      countedIncomeOre: signedOreSchema.nullable(),
    }),
    /** What a person decided, or null where nobody has. */
    decided: z.string().nullable(),
    /** From the start of the run until the case was last assessed. */
    seconds: z.number(),
    /** What was seen on the way, in order and with its day, where the household's path has more than one step. */
    path: z.array(endSchema.extend({ on: z.string() })).exactOptional(),
  }),
);

/** What a run of the sample month came to: `skalig.summary.v1`. */
export const summarySchema = z
  .strictObject({
    schema: z.literal("skalig.summary.v1"),
    month: monthSchema,
    /** True only where every household matches, the log verifies and nothing was written twice. */
    ok: z.boolean(),
    seconds: z.number(),
    households,
    /** Counted in the simulated case system's own tables. */
    writes: z.strictObject({
      calculation: z.int(),
      decision: z.int(),
      payment: z.int(),
      journal: z.int(),
      duplicates: z.int(),
    }),
    /** The faults that households brought with them: how often each was to strike, and did. A run is not `ok` where one did not. */
    faults: z
      .array(
        z.strictObject({
          household: z.string(),
          system: z.string(),
          kind: z.string(),
          armed: z.int(),
          struck: z.int(),
        }),
      )
      .exactOptional(),
    audit: z.strictObject({ events: z.int(), head: sha256Schema, verified: z.boolean() }),
  })
  .meta({ id: "Summary", title: "skalig.summary.v1" });
export type Summary = z.output<typeof summarySchema>;
export type HouseholdSummary = Summary["households"][number];
