import { defineConfig } from "vitest/config";

/** Rooms whose tests need nothing but memory and start in an instant. */
const light = ["contracts", "rules", "platform", "workflows", "scripts"];
/** Tests that start a database, a browser, a server or a process of their own. */
const heavy = [
  "activities",
  "api",
  "audit",
  "bots",
  "cli",
  "console",
  "documents",
  "simulators",
  "store",
  "workers",
  "test",
];

const testsOf = (rooms: readonly string[]): string[] => rooms.map((room) => `${room}/**/*.test.{ts,tsx,mjs}`);

export default defineConfig({
  test: {
    globals: false,
    passWithNoTests: false,
    // A focused or silenced test would make the count lie.
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
    pool: "forks",
    teardownTimeout: 30_000,
    slowTestThreshold: 10_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: testsOf(light),
          testTimeout: 20_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: testsOf(heavy),
          exclude: ["test/e2e/**"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser, a database in WASM and a Temporal server side by side are all that two cores and 4 GB carry.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "end-to-end",
          include: ["test/e2e/**/*.test.ts"],
          // Whole municipalities, killed and started again. Each waits half of its time, so that two share the machine well.
          testTimeout: 420_000,
          hookTimeout: 420_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
