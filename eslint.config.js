import temporal from "eslint-plugin-temporal";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const code = ["**/*.ts", "**/*.tsx"];
const tests = ["**/*.test.ts", "**/*.test.tsx", "**/test-support/**", "**/testing/**", "test/**"];
/** Rooms whose result may depend on nothing but what they are given. */
const pure = ["contracts/**/*.ts", "rules/**/*.ts", "workflows/**/*.ts"];

/** @param {string} selector @param {string} message */
const banned = (selector, message) => ({ selector, message });

const environment = banned(
  "MemberExpression[object.name='process'][property.name='env']",
  "Only platform/ reads the environment, once; take what you need as an argument.",
);
const randomness = banned(
  "MemberExpression[object.name='Math'][property.name='random']",
  "Use node:crypto where chance is meant; a pure room is given its values.",
);
const wallClock = [
  banned(
    "NewExpression[callee.name='Date']",
    "Today and now are inputs. Money and law use LocalDate and Month of contracts/dates.ts.",
  ),
  banned(
    "MemberExpression[object.name='Date']",
    "Today and now are inputs. Money and law use LocalDate and Month of contracts/dates.ts.",
  ),
];
const sleeping = [
  banned(
    "CallExpression[callee.property.name='waitForTimeout']",
    "Wait for what is expected to happen, not for time to pass.",
  ),
  banned(
    "CallExpression[callee.name='setTimeout'][arguments.0.name=/^(resolve|res|r|done)$/]",
    "Wait for what is expected to happen, not for time to pass.",
  ),
];
const enums = banned("TSEnumDeclaration", "Use a union of strings, with its titles beside it.");
const focused = banned(
  "MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|skipIf|runIf)$/]",
  "Every test runs. What cannot run here is a failure, not a silence.",
);
const interfaces = banned(
  ":matches(Program, Program > ExportNamedDeclaration) > TSInterfaceDeclaration",
  "Use a type. An interface is only for extending a library's own, inside its module declaration.",
);
const defaultExport = banned("ExportDefaultDeclaration", "Name what you export: a name can be searched for.");
const everywhere = [environment, randomness, enums, focused, interfaces, ...sleeping];

export default defineConfig(
  { ignores: ["**/dist/**", "**/node_modules/**", ".cache/**", ".skalig/**", "coverage/**", "reports/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: code,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["console/vite.config.ts"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Types, not interfaces; only what another library asks us to extend has to be one (see `interfaces` above).
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        {
          considerDefaultExhaustiveForUnions: false,
          requireDefaultForNonUnion: true,
          allowDefaultCaseForExhaustiveSwitch: false,
        },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A promise-returning event handler is fine where its own errors are handled; an un-awaited call is not.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Deprecated as a warning to its users: we pass it for http on loopback alone, where there is no certificate.
      "@typescript-eslint/no-deprecated": [
        "error",
        { allow: [{ from: "package", package: "openid-client", name: "allowInsecureRequests" }] },
      ],
      // Marked so that it stands out; we pass it for loopback alone.
      "@typescript-eslint/no-deprecated": [
        "error",
        { allow: [{ from: "package", package: "openid-client", name: "allowInsecureRequests" }] },
      ],
      // We have no enums of our own; those of Temporal's protocol are numbers on the wire, and come without their names.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "no-console": "error",
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...everywhere],
    },
  },
  { files: ["**/*.mjs"], extends: [tseslint.configs.strict], rules: { eqeqeq: "error", "no-console": "error" } },
  {
    files: code,
    ignores: ["*.config.ts", "**/vite.config.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...everywhere, defaultExport],
    },
  },
  {
    files: pure,
    ignores: tests,
    rules: {
      "no-restricted-syntax": ["error", ...everywhere, ...wallClock, defaultExport],
    },
  },
  {
    files: ["workflows/**/*.ts"],
    ignores: tests,
    extends: [temporal.configs.workflow],
    rules: {
      // The preset leaves it off.
      "temporal/workflow-no-process-env": "error",
      // Timeouts live in the named profiles of steps.ts, which the rule cannot follow; a test beside it holds them.
      "temporal/workflow-require-activity-timeouts": "off",
      // Both take helper functions and argument-less queries for workflows and messages.
      "temporal/workflow-prefer-single-object-args": "off",
      "temporal/workflow-require-explicit-payload-types": "off",
      // Takes setHandler for a promise; the typed rule below knows better, and lets no promise be thrown away with void.
      "temporal/workflow-no-floating-promises": "off",
      "@typescript-eslint/no-floating-promises": ["error", { ignoreVoid: false }],
      // A case may wait for a person for as long as it takes.
      "temporal/workflow-condition-timeout-style": "off",
    },
  },
  {
    files: ["activities/**/*.ts"],
    ignores: tests,
    extends: [temporal.configs.activity],
    rules: {
      "@typescript-eslint/no-floating-promises": ["error", { ignoreVoid: false }],
      // All three take every function of the room for an activity. Faults become ApplicationFailure in failure.ts alone,
      // and heartbeat.ts beats for whatever runs long.
      "temporal/activity-prefer-single-object-args": "off",
      "temporal/activity-prefer-applicationfailure": "off",
      "temporal/activity-heartbeat-in-long-loops": "off",
      // heartbeat.ts holds the context while one step runs, and no longer.
      "temporal/activity-context-not-stored": "off",
    },
  },
  { files: ["workers/**/*.ts"], ignores: tests, extends: [temporal.configs.worker] },
  {
    files: ["console/**/*.ts", "console/**/*.tsx"],
    ignores: ["**/vite.config.ts"],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // Here a default is a word for what needs no case of its own; where things are decided, every code has its case.
    files: ["api/**/*.ts", "console/**/*.ts", "console/**/*.tsx", "cli/**/*.ts", ...tests],
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // The one room that may read the environment, and the programs that start others with one.
    files: ["bench/**/*.ts", "platform/**/*.ts", "cli/**/*.ts", ...tests],
    rules: {
      "no-restricted-syntax": ["error", ...everywhere.filter((rule) => rule !== environment), defaultExport],
    },
  },
  // Describes a package as it is, default export and all.
  { files: ["**/*.d.ts"], rules: { "no-restricted-syntax": "off" } },
);
