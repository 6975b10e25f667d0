import { z } from "zod";
import { auditEventSchema } from "../contracts/audit-event.js";
import { caseSchema } from "../contracts/case.js";
import { auditActions } from "../contracts/codes/audit-actions.js";
import { costTypes } from "../contracts/codes/costs.js";
import { findings } from "../contracts/codes/findings.js";
import { deductionTypes, incomeTypes } from "../contracts/codes/incomes.js";
import { openReadings, optionsOf, readingKeySchema } from "../contracts/codes/open-readings.js";
import { packProblems } from "../contracts/codes/pack-problems.js";
import { reasons } from "../contracts/codes/reasons.js";
import { roles } from "../contracts/codes/roles.js";
import { sources } from "../contracts/codes/sources.js";
import {
  documentFlags,
  documentKinds,
  documentReadingSchema,
  documentRefusals,
} from "../contracts/document-reading.js";
import { explanationSchema } from "../contracts/explanation.js";
import { packBundleSchema } from "../contracts/pack-bundle.js";
import { packProposalSchema } from "../contracts/pack-proposal.js";
import { packSignatureSchema, trustListSchema } from "../contracts/pack-signature.js";
import { receiptSchema } from "../contracts/receipt.js";
import { readingRehearsalSchema, rehearsalSchema } from "../contracts/rehearsal.js";
import { packSchema } from "../contracts/rule-pack.js";
import { scenarioFileSchema } from "../contracts/rule-scenario.js";
import { listSettings } from "../platform/settings.js";
import { markdownTable } from "./rule-docs/markdown.js";

/** The schemas that others build against, by the name of their file in `docs/schemas/`. */
const schemas = {
  case: caseSchema,
  receipt: receiptSchema,
  explanation: explanationSchema,
  pack: packSchema,
  "pack-bundle": packBundleSchema,
  "pack-proposal": packProposalSchema,
  "pack-signature": packSignatureSchema,
  rehearsal: rehearsalSchema,
  "reading-rehearsal": readingRehearsalSchema,
  scenarios: scenarioFileSchema,
  "trust-list": trustListSchema,
  reading: documentReadingSchema,
  event: auditEventSchema,
} as const satisfies Record<string, z.ZodType>;

type Listed = { readonly code: string; readonly title: string } & Readonly<Record<string, unknown>>;

const listed = (table: Readonly<Record<string, { readonly title: string }>>): Listed[] =>
  Object.entries(table).map(([code, entry]) => ({ code, ...entry }));

/** Every code with its Swedish title and, where there is one, its legal basis. A reason's `check` is the question it asks. */
const codes = {
  schema: "skalig.codes.v1",
  costs: listed(costTypes),
  incomes: listed(incomeTypes),
  deductions: listed(deductionTypes),
  sources: listed(sources),
  reasons: listed(reasons),
  findings: listed(findings),
  openReadings: readingKeySchema.options.map((code) => ({ code, ...openReadings[code], options: optionsOf(code) })),
  documentKinds: listed(documentKinds),
  documentFlags: listed(documentFlags),
  documentRefusals: listed(documentRefusals),
  packProblems: listed(packProblems),
  roles: listed(roles),
  auditActions: listed(auditActions),
};

/**
 * A schema from the input side: what others have to write, so that a date is a string and not what we make of it.
 * Zod drops the examples of what it transforms; they are put back.
 */
const jsonSchemaOf = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const examples = z.globalRegistry.get(zodSchema)?.["examples"];
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The settings as a table, English first; secrets are marked, since they belong in a vault and not in a file. */
const settingsPage = (): string =>
  [
    "# Settings",
    "",
    "Environment variables, read once at start (`platform/settings.ts`). This page is written by `npm run docs`.",
    "",
    ...markdownTable(
      ["Name", "What it is for", "På svenska", "Where not set", "Secret", "Needed in production"],
      listSettings().map(({ name, en, sv, unset, secret, neededInProduction }) => [
        `\`${name}\``,
        en,
        sv,
        unset === undefined ? "" : `\`${unset}\``,
        secret === true ? "yes" : "",
        neededInProduction === undefined ? "" : neededInProduction === "all" ? "yes" : `by ${neededInProduction}`,
      ]),
    ),
    "",
  ].join("\n");

/** What is published for others, as path below `docs/` and text: made from the contracts, never by hand. */
export const publishedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(schemas).map(
      ([name, schema]) => [`schemas/${name}.schema.json`, pretty(jsonSchemaOf(schema))] as const,
    ),
    ["codes.json", pretty(codes)],
    ["settings.md", settingsPage()],
  ]);
