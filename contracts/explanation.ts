import { z } from "zod";
import { monthSchema } from "./dates.js";
import { oreSchema, signedOreSchema } from "./money.js";
import { findingCodeSchema } from "./codes/findings.js";
import { reasonSchema } from "./codes/reasons.js";
import { sha256Schema } from "./ids.js";
import { field } from "./documented-field.js";

/**
 * What a change of one fact would do. `right`: whether need exceeds means. `prefilled`: the case would be ready to
 * decide. `outcome`: it would go another way.
 */
export const factEffectSchema = z.enum(["right", "prefilled", "outcome"]);
export type FactEffect = z.output<typeof factEffectSchema>;

/** What a change would do, as a heading over the facts that would do it. */
export const factEffectNames: Readonly<Record<FactEffect, string>> = {
  right: "Ändrar om behovet är större än inkomsterna",
  prefilled: "Gör ärendet klart att besluta",
  outcome: "Skickar ärendet en annan väg",
};

/** A provision with its paragraphs as they are numbered in the month. */
const citedProvision = {
  provision: field(
    z.strictObject({ id: z.string(), title: z.string() }),
    "Bestämmelsen, som i docs/rules",
    "The provision, as in docs/rules",
    { id: "cost-rent", title: "Boendekostnad" },
  ),
  basis: field(z.array(z.string()), "Lagrum och källor", "Paragraphs and sources", ["12 kap. 7 § SoL (2025:400)"]),
};

/** A fact in words, with its value in words; "ingen uppgift" where the key is absent. */
export const factInWordsSchema = z.strictObject({
  path: field(z.string(), "Uppgiftens plats i ärendet", "Where in the case the fact is", "costs.k1.appliedOre"),
  title: field(z.string(), "Uppgiften i ord", "The fact in words", "Hyra: sökt belopp"),
  value: field(z.string(), "Värdet i ord", "The value in words", "6 400 kr"),
});
export type FactInWords = z.output<typeof factInWordsSchema>;

const factValueSchema = z.union([z.string(), z.int(), z.boolean(), z.null()]);

/** The nearest change of one fact that has an effect. For caseworkers only: never in a decision or a letter. */
export const nearestFactSchema = z
  .strictObject({
    effect: field(factEffectSchema, "Vad ändringen skulle göra", "What the change would do", "right"),
    kind: field(
      z.enum(["amount", "date", "statement"]),
      "Belopp, datum eller svar ur en sluten lista",
      "An amount, a date, or an answer from a closed list",
      "amount",
    ),
    path: factInWordsSchema.shape.path,
    title: factInWordsSchema.shape.title,
    from: field(factValueSchema, "Värdet nu; null om okänt", "The value now; null where unknown", 640_000),
    to: field(factValueSchema, "Värdet som ändrar", "The value that changes it", 650_001),
    fromText: field(z.string(), "Värdet nu i ord", "The value now in words", "6 400 kr"),
    toText: field(z.string(), "Värdet som ändrar i ord", "The value that changes it in words", "6 500,01 kr"),
    differenceOre: field(signedOreSchema.exactOptional(), "Skillnad i öre", "Difference in öre", 10_001),
    differenceDays: field(z.int().exactOptional(), "Skillnad i dagar", "Difference in days", -3),
    becomes: field(z.string(), "Vad det skulle bli", "What it would become", "En person tar ställning"),
    ...citedProvision,
  })
  .meta({ id: "NearestFact" });
export type NearestFact = z.output<typeof nearestFactSchema>;

/** What the search over the rules came to. */
export const nearestFactsSchema = z
  .strictObject({
    facts: z.array(nearestFactSchema),
    summary: field(
      z.string(),
      "Vad sökningen visar, i ord",
      "What the search shows, in words",
      "Ingen enskild uppgift ändrar utfallet.",
    ),
    assessments: field(z.int().min(0), "Så många gånger reglerna prövades", "How often the rules were evaluated", 212),
    isComplete: field(
      z.boolean(),
      "Om alla uppgifter hann prövas inom gränsen",
      "Whether every fact was tried within the limit",
      true,
    ),
  })
  .meta({ id: "NearestFacts" });
export type NearestFacts = z.output<typeof nearestFactsSchema>;

/** How a case was computed, in plain Swedish: `skalig.explanation.v1`. Says what the receipt says, in words. */
export const explanationSchema = z
  .strictObject({
    schema: z.literal("skalig.explanation.v1"),
    month: monthSchema,
    inputHash: sha256Schema,
    rulebookVersion: z.string(),
    outcome: z.strictObject({ code: z.enum(["prefilled", "referred", "waiting"]), text: z.string() }),
    /** Null where a figure cannot be computed. */
    figures: z.array(z.strictObject({ title: z.string(), amountOre: signedOreSchema.nullable() })),
    lines: z.array(
      z.strictObject({
        kind: z.enum(["norm", "cost", "income", "disregard"]),
        text: z.string(),
        amountOre: oreSchema,
        verified: z.boolean(),
        ...citedProvision,
        facts: z.array(factInWordsSchema),
        rows: field(
          z.array(z.string()),
          "Raderna i tabellen eller listan som användes",
          "The rows of the table or list that were used",
          ["adult-single: 3 910 kr"],
        ),
      }),
    ),
    /** Why a person has to look, or what the case waits for. Settled ones are left out. */
    reasons: z.array(
      z.strictObject({
        reason: reasonSchema,
        title: z.string(),
        finding: findingCodeSchema,
        text: z.string(),
        check: z.string(),
        ...citedProvision,
        facts: z.array(factInWordsSchema),
      }),
    ),
    readings: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        /** Null where the municipality has not chosen. */
        option: z.string().nullable(),
        source: z.string().nullable(),
      }),
    ),
    variants: z.array(z.strictObject({ text: z.string(), figure: z.string(), amountOre: signedOreSchema.nullable() })),
    nearest: nearestFactsSchema,
  })
  .meta({ id: "Explanation", title: "skalig.explanation.v1" });
export type Explanation = z.output<typeof explanationSchema>;
