import { z } from "zod";
import { localDateSchema } from "./dates.js";
import { field } from "./documented-field.js";
import { sha256Schema } from "./ids.js";
import { letterPackSchema } from "./letter.js";
import { packSchema } from "./rule-pack.js";
import { scenarioResultSchema, scenarioSchema } from "./rule-scenario.js";

const versioned = z.strictObject({ version: z.string().min(1).max(40), hash: sha256Schema });

/** One version of the pack, and what it changed, in words. */
export const packVersionSchema = z
  .strictObject({
    version: field(z.string().min(1).max(40), "Version", "Version", "2"),
    on: field(localDateSchema, "Dag", "Day", "2026-11-22"),
    changes: field(
      z.array(z.string().min(3).max(600)).max(400),
      "Skillnader mot versionen före, i ord",
      "Differences from the version before, in words",
      ["Hyra, en vuxen utan barn: 6 900 kr blir 7 200 kr från december 2026."],
    ),
  })
  .meta({ id: "PackVersion" });
export type PackVersion = z.output<typeof packVersionSchema>;

/** What the issuer computed a scenario to, and on which rules. */
export const scenarioRunSchema = z
  .strictObject({ scenario: scenarioSchema, result: scenarioResultSchema })
  .meta({ id: "ScenarioRun" });

/**
 * Rules that one municipality hands to another: `skalig.pack-bundle.v1`. The file is RFC 8785 canonical JSON, byte for
 * byte, and is signed beside it (`skalig.signature.v1`).
 */
export const packBundleSchema = z
  .strictObject({
    schema: z.literal("skalig.pack-bundle.v1"),
    issuer: field(z.string().min(1).max(80), "Utgivare, som i förtroendelistan", "Issuer", "Exempelköpings kommun"),
    pack: packSchema,
    citations: field(
      z.array(z.strictObject({ source: z.string().min(5).max(400), tables: z.array(z.string().max(40)).min(1) })),
      "Varje källa som paketet hänvisar till, med de tabeller som gör det",
      "Every source the pack cites, with the tables that do",
      [{ source: "Riktlinjer för ekonomiskt bistånd, socialnämnden 2024-11-20 § 118", tables: ["costRules"] }],
    ),
    letters: field(
      z.array(letterPackSchema).max(20),
      "Brevtexter som gäller under paketets månader",
      "Letter texts in force during the pack's months",
      [],
    ),
    scenarios: z.array(scenarioRunSchema).max(2000),
    conformance: z.strictObject({
      rulebook: versioned,
      packs: z.array(versioned.extend({ id: z.string() })),
    }),
    history: z.array(packVersionSchema).min(1).max(200),
  })
  .superRefine(({ pack, history, scenarios, issuer }, context) => {
    const refuse = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: "custom", path, message });
    };
    if (history.at(-1)?.version !== pack.version)
      refuse(["history", history.length - 1, "version"], "Den sista versionen är inte paketets.");
    if (pack.layer === "municipal" && pack.municipality !== issuer)
      refuse(["issuer"], "En kommun ger bara ut sina egna regler.");
    const ids = new Set<string>();
    scenarios.forEach(({ scenario: { id } }, index) => {
      if (ids.has(id)) refuse(["scenarios", index, "scenario", "id"], "Två exempel har samma beteckning.");
      ids.add(id);
    });
  })
  .meta({ id: "PackBundle", title: "skalig.pack-bundle.v1" });
export type PackBundle = z.output<typeof packBundleSchema>;
