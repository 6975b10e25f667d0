import temporal from "eslint-plugin-temporal";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const code = ["**/*.ts", "**/*.tsx"];
const tests = ["**/*.test.ts", "**/*.test.tsx", "**/test-support/**", "test/**"];
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
const everywhere = [environment, randomness, enums, focused, ...sleeping];

export default defineConfig(
  { ignores: ["**/dist/**", "**/node_modules/**", ".cache/**", ".skalig/**", "coverage/**", "reports/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: code,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
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
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A promise-returning event handler is fine where its own errors are handled; an un-awaited call is not.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-floating-promises": ["error", { ignoreVoid: false }],
      "@typescript-eslint/strict-void-return": "off",
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
      "no-restricted-syntax": [
        "error",
        ...everywhere,
        banned("ExportDefaultDeclaration", "Name what you export: a name can be searched for."),
      ],
    },
  },
  {
    files: pure,
    ignores: tests,
    rules: {
      "no-restricted-syntax": [
        "error",
        ...everywhere,
        ...wallClock,
        banned("ExportDefaultDeclaration", "Name what you export: a name can be searched for."),
      ],
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
    },
  },
  { files: ["activities/**/*.ts"], ignores: tests, extends: [temporal.configs.activity] },
  { files: ["workers/**/*.ts"], ignores: tests, extends: [temporal.configs.worker] },
  {
    files: ["console/**/*.ts", "console/**/*.tsx"],
    ignores: ["**/vite.config.ts"],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // The one room that may read the environment, and the programs that start others with one.
    files: ["platform/**/*.ts", "cli/**/*.ts", ...tests],
    rules: {
      "no-restricted-syntax": ["error", ...everywhere.filter((rule) => rule !== environment)],
    },
  },
  { files: ["cli/**/*.ts", "bench/**/*.ts"], rules: { "no-console": "off" } },
);
