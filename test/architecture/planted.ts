/** An import out of place: in which folder, what it reaches for, and the rule that must catch it. */
export type Planted = { readonly rule: string; readonly folder: string; readonly imports: string };

/** One violation of each rule in `.dependency-cruiser.cjs`, each in a file named after its rule. */
export const plantedViolations: readonly Planted[] = [
  { rule: "contracts-imports", folder: "contracts", imports: "../platform/y.js" },
  { rule: "rules-imports", folder: "rules", imports: "../activities/y.js" },
  { rule: "workflows-imports", folder: "workflows", imports: "../rules/y.js" },
  { rule: "activities-imports", folder: "activities", imports: "../bots/core/y.js" },
  { rule: "bots-imports", folder: "bots/core", imports: "../../rules/y.js" },
  { rule: "documents-imports", folder: "documents", imports: "../store/y.js" },
  { rule: "store-imports", folder: "store", imports: "../workflows/y.js" },
  { rule: "audit-imports", folder: "audit", imports: "../bots/core/y.js" },
  { rule: "platform-imports", folder: "platform", imports: "../store/y.js" },
  { rule: "workers-imports", folder: "workers", imports: "../api/y.js" },
  { rule: "api-imports", folder: "api", imports: "../rules/y.js" },
  { rule: "console-imports", folder: "console", imports: "../store/y.js" },
  { rule: "simulators-imports", folder: "simulators", imports: "../contracts/y.js" },
  { rule: "scripts-imports", folder: "scripts", imports: "../platform/y.js" },
  { rule: "api-knows-only-messages", folder: "api", imports: "../workflows/y.js" },
  { rule: "workflows-know-only-types-of-activities", folder: "workflows", imports: "../activities/y.js" },
  { rule: "pure-rooms-use-no-node", folder: "workflows", imports: "node:fs" },
  { rule: "rules-use-no-packages", folder: "rules", imports: "zod" },
  { rule: "workflows-use-only-temporal", folder: "workflows", imports: "zod" },
  { rule: "contracts-use-only-zod-and-dates", folder: "contracts", imports: "temporal-polyfill" },
  { rule: "set-up-uses-no-packages", folder: "scripts", imports: "zod" },
  { rule: "browser-only-in-bots", folder: "activities", imports: "playwright" },
  { rule: "sql-only-in-stores", folder: "activities", imports: "kysely" },
  { rule: "web-server-only-at-the-edges", folder: "workers", imports: "fastify" },
  { rule: "react-only-in-console", folder: "documents", imports: "react" },
  { rule: "worker-only-in-workers", folder: "activities", imports: "@temporalio/worker" },
  { rule: "portals-are-strangers", folder: "bots/register", imports: "../agencies/y.js" },
  { rule: "bots-core-knows-no-portal", folder: "bots/core", imports: "../agencies/y.js" },
  { rule: "simulators-are-strangers", folder: "simulators/register", imports: "../agencies/y.js" },
  { rule: "no-test-code-in-the-program", folder: "platform", imports: "./test-support/y.js" },
  { rule: "no-cycles", folder: "platform", imports: "./cycle/y.js" },
  { rule: "nothing-unresolved", folder: "platform", imports: "./nowhere.js" },
];

/** Files that the violations reach for. */
export const targets: readonly string[] = [
  ...["activities", "api", "contracts", "platform", "rules", "store", "workflows"].map((room) => `${room}/y.ts`),
  ...["bots/core/y.ts", "bots/agencies/y.ts", "simulators/agencies/y.ts", "platform/test-support/y.ts"],
];

/** Packages that the violations reach for. */
export const packages: readonly string[] = [
  ...["zod", "temporal-polyfill", "playwright", "kysely", "fastify", "react", "@temporalio/worker"],
];

/** Imports that are in place, and must stay allowed. */
export const allowedImports: readonly Omit<Planted, "rule">[] = [
  { folder: "rules", imports: "../contracts/y.js" },
  { folder: "activities", imports: "../rules/y.js" },
  { folder: "activities", imports: "../store/y.js" },
  { folder: "bots/agencies", imports: "../core/y.js" },
  { folder: "bots/agencies", imports: "playwright" },
  { folder: "store", imports: "kysely" },
  { folder: "contracts", imports: "zod" },
  { folder: "workers", imports: "../store/y.js" },
];
