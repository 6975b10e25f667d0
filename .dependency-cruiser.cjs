// Who may import whom. The table, with its reasons, is in ARCHITECTURE.md; test/architecture/ plants a violation of
// each rule below and demands that it is caught, by name.

const rooms = [
  "activities",
  "api",
  "audit",
  "bench",
  "bots",
  "cli",
  "console",
  "contracts",
  "documents",
  "platform",
  "rules",
  "scripts",
  "simulators",
  "store",
  "test",
  "workers",
  "workflows",
];
const tests = "(\\.test\\.tsx?$|/test-support(/|\\.ts$)|/testing/)";
const anyRoom = `^(${rooms.join("|")})/`;

/** A room may import only itself and the rooms listed. Its tests may import anything: they build what they test. */
const only = (room, allowed, because) => ({
  name: `${room}-imports`,
  comment: because,
  severity: "error",
  from: { path: `^${room}/`, pathNot: tests },
  to: { path: anyRoom, pathNot: `^(${[room, ...allowed].join("|")})/` },
});

/** A package may be imported only from the places listed. Tests included: a room's tests need no other room's tools. */
const packageOnlyIn = (name, packages, places, because) => ({
  name,
  comment: because,
  severity: "error",
  from: { path: anyRoom, pathNot: `^(${places.join("|")})` },
  to: { path: `^(node_modules/)?(${packages.join("|")})(/|$)` },
});

module.exports = {
  forbidden: [
    only("contracts", [], "Contracts are what all rooms share; they import nobody."),
    only("rules", ["contracts"], "Law is pure: it knows facts and findings, nothing else."),
    only("workflows", ["contracts", "activities"], "The process knows codes and steps, not how a step is done."),
    only(
      "activities",
      ["contracts", "rules", "platform", "store", "audit"],
      "An activity is handed its portals and documents; it writes state and event in one transaction (ADR 0011).",
    ),
    only("bots", ["contracts", "platform"], "A bot reads pages; it knows no law, store or case."),
    only("documents", ["contracts", "platform"], "Letters and readings know no law and no store."),
    only("store", ["contracts", "platform"], "The store keeps; it does not decide or fetch."),
    only("audit", ["contracts", "platform"], "The log proves; it depends on nothing that it proves."),
    only("platform", ["contracts"], "Every room stands on the platform; it stands on none of them."),
    only(
      "workers",
      ["contracts", "rules", "workflows", "activities", "bots", "documents", "store", "audit", "platform"],
      "Workers put the rooms together; the api, the console and the simulators are other programs.",
    ),
    only(
      "api",
      ["contracts", "store", "audit", "platform", "workflows"],
      "The api is a second door, not a second brain.",
    ),
    only("console", ["contracts"], "The console talks to the api over HTTP, and shares only contracts."),
    only("simulators", [], "A simulator that shares code with a bot would hide the very error the test looks for."),
    only("scripts", [], "The set-up runs before anything is installed."),
    {
      name: "api-knows-only-messages",
      comment: "The api sends the messages of workflows/messages.ts; of the rest it may know types.",
      severity: "error",
      from: { path: "^api/", pathNot: tests },
      to: { path: "^workflows/", pathNot: "^workflows/messages\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "workflows-know-only-types-of-activities",
      comment: "A value imported from an activity would run inside the deterministic sandbox.",
      severity: "error",
      from: { path: "^workflows/", pathNot: tests },
      to: { path: "^activities/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-rooms-use-no-node",
      comment: "Contracts run in the browser, rules anywhere, workflows in a sandbox.",
      severity: "error",
      from: { path: "^(contracts|rules|workflows)/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "rules-use-no-packages",
      comment: "Law must be readable without knowing a library, and give the same answer in ten years.",
      severity: "error",
      from: { path: "^rules/", pathNot: tests },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer"] },
    },
    {
      name: "workflows-use-only-temporal",
      comment: "Anything else may look at the clock, the network or chance.",
      severity: "error",
      from: { path: "^workflows/", pathNot: tests },
      to: { dependencyTypes: ["npm", "npm-dev"], pathNot: "^node_modules/@temporalio/(workflow|common)/" },
    },
    {
      name: "contracts-use-only-zod-and-dates",
      comment: "Schemas need zod; dates.ts alone may use temporal-polyfill.",
      severity: "error",
      from: { path: "^contracts/", pathNot: `(${tests}|^contracts/dates\\.ts$)` },
      to: { dependencyTypes: ["npm", "npm-dev"], pathNot: "^node_modules/zod/" },
    },
    {
      name: "set-up-uses-no-packages",
      comment: "The scripts run on a fresh clone, before there is anything to import.",
      severity: "error",
      from: { path: "^scripts/" },
      to: { dependencyTypes: ["npm", "npm-dev"] },
    },
    packageOnlyIn(
      "browser-only-in-bots",
      ["playwright", "playwright-core"],
      ["bots/", "test/", "bench/", "console/.*\\.test\\.", "console/test-support/"],
      "Only bots, tests and benches drive a browser.",
    ),
    packageOnlyIn(
      "sql-only-in-stores",
      ["kysely", "pg", "@electric-sql/pglite"],
      ["store/", "audit/", "test/"],
      "Only the store and the log speak SQL.",
    ),
    packageOnlyIn(
      "web-server-only-at-the-edges",
      ["fastify", "@fastify"],
      ["api/", "simulators/", "test/"],
      "Only the api and the simulators serve HTTP.",
    ),
    packageOnlyIn(
      "react-only-in-console",
      ["react", "react-dom", "react-aria-components", "@midas-ds"],
      ["console/"],
      "Only the console is a user interface.",
    ),
    packageOnlyIn(
      "worker-only-in-workers",
      ["@temporalio/worker"],
      ["workers/", "test/", "bench/"],
      "Only the workers run workflows and activities.",
    ),
    {
      name: "portals-are-strangers",
      comment: "Each portal's folder stands alone, so that one can be changed without reading another.",
      severity: "error",
      from: { path: "^bots/([^/]+)/", pathNot: `(${tests}|^bots/core/)` },
      to: { path: "^bots/([^/]+)/", pathNot: "^bots/($1|core)/" },
    },
    {
      name: "bots-core-knows-no-portal",
      comment: "What all portals share must not know one of them.",
      severity: "error",
      from: { path: "^bots/core/", pathNot: tests },
      to: { path: "^bots/", pathNot: "^bots/core/" },
    },
    {
      name: "simulators-are-strangers",
      comment: "The simulated systems are built by different hands, as the real ones are.",
      severity: "error",
      from: { path: "^simulators/(e-service|agencies|case-system|register|mailbox|print-queue|bank)/" },
      to: {
        path: "^simulators/(e-service|agencies|case-system|register|mailbox|print-queue|bank)/",
        pathNot: "^simulators/$1/",
      },
    },
    {
      name: "no-test-code-in-the-program",
      comment: "What is shipped must not lean on what tests it.",
      severity: "error",
      // The generator of the rules' documentation prints worked examples, made with the tests' builders.
      from: { path: anyRoom, pathNot: `(${tests}|^test/|^cli/rule-docs/)` },
      to: { path: `(${tests}|^test/)` },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that cannot be found cannot be judged.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|\\.cache|coverage)/" },
    // Without it type-only imports vanish before they can be judged.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
