import { z } from "zod";
import { findingCodeSchema } from "./codes/findings.js";
import { reasonSchema } from "./codes/reasons.js";
import { sha256Schema } from "./ids.js";
import { oreSchema, signedOreSchema } from "./money.js";

/** A row of the calculation; every krona of the result has one. */
export const receiptLineSchema = z.strictObject({
  kind: z.enum(["norm", "cost", "income", "disregard"]),
  amountOre: oreSchema,
  /** Id of the provision that produced the row, as in `docs/rules/`. */
  provision: z.string(),
  /** Legal basis, most specific first. */
  basis: z.array(z.string()),
  /** Paths of the facts that were read, such as `incomes.i1.netOre`; recorded, not declared. */
  facts: z.array(z.string()),
  verified: z.boolean(),
  /** Plain Swedish. */
  text: z.string(),
});
export type ReceiptLine = z.output<typeof receiptLineSchema>;

/** What a provision found. */
export const findingSchema = z.strictObject({
  code: findingCodeSchema,
  result: z.enum(["met", "not-met", "cannot-tell"]),
  provision: z.string(),
  basis: z.array(z.string()),
  /** The reason it gives, where the finding keeps the case from being prefilled. */
  reason: reasonSchema.exactOptional(),
  /** What the reason concerns: a line, a member, a source or a flag. Repeat it to settle the reason. */
  factId: z.string().exactOptional(),
  /** Present where a person has settled the reason; then it no longer keeps the case from being prefilled. */
  settled: z.literal(true).exactOptional(),
  facts: z.array(z.string()).exactOptional(),
  /** What differs and by how much, in plain Swedish, for the caseworker. */
  text: z.string().exactOptional(),
  amountOre: signedOreSchema.exactOptional(),
});
export type Finding = z.output<typeof findingSchema>;

/** One way to read an open point, with the figure it leads to. */
export const variantSchema = z.strictObject({
  readings: z.record(z.string(), z.string()),
  figure: z.string(),
  amountOre: signedOreSchema.nullable(),
});
export type Variant = z.output<typeof variantSchema>;

/** Everything the rulebook says of a case, before it is sealed with hashes. */
export const assessedSchema = z.strictObject({
  outcome: z.enum(["prefilled", "referred", "waiting"]),
  reasons: z.array(reasonSchema),
  readings: z.record(z.string(), z.string()),
  variants: z.array(variantSchema),
  personalOre: oreSchema.nullable(),
  commonOre: oreSchema.nullable(),
  normOre: oreSchema.nullable(),
  costsOre: oreSchema.nullable(),
  countedIncomeOre: oreSchema.nullable(),
  /** Need minus means; negative is a surplus. */
  shortfallOre: signedOreSchema.nullable(),
  /** Null unless the case is prefilled. */
  grantOre: oreSchema.nullable(),
  lines: z.array(receiptLineSchema),
  findings: z.array(findingSchema),
});
export type Assessed = z.output<typeof assessedSchema>;

const versioned = z.strictObject({ version: z.string(), hash: sha256Schema });

/** The receipt of one assessment: `skalig.receipt.v1`, printed as RFC 8785 canonical JSON. */
export const receiptSchema = z
  .strictObject({
    schema: z.literal("skalig.receipt.v1"),
    inputHash: sha256Schema,
    rulebook: versioned,
    packs: z.array(versioned.extend({ id: z.string() })),
    ...assessedSchema.shape,
  })
  .meta({ id: "Receipt", title: "skalig.receipt.v1" });
export type Receipt = z.output<typeof receiptSchema>;
