// A test runner for Stryker: the bundled tests of the rules, with vitest's `expect`, loaded once and kept warm.
// The tests there are plain functions without hooks, which is what makes this so short.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { format } from "node:util";
import { Script } from "node:vm";
import { expect } from "vitest";

/** @typedef {{ id: string, run: (...args: unknown[]) => unknown }} Test */
/** @typedef {{ id: string, name: string, timeSpentMs: number, status: number, failureMessage?: string }} Result */

/** What keeps answers from one test to the next, and what is behind them: a change there gets a world of its own. */
const keepsAnswers = /rules\/(?:(?:facts|parameters|cost-caps|packs)\.ts|tables\/|rehearsal\/)/;

const succeeded = 0;
const failed = 1;

/** @param {string} title @param {unknown} row @param {number} at */
const titleOf = (title, row, at) => {
  const values = Array.isArray(row) ? row : [row];
  const places = title.match(/%[sdifjoO]/g)?.length ?? 0;
  return `${format(title, ...values.slice(0, places))} [${String(at + 1)}]`;
};

/** What the tests take from vitest, writing down each test instead of running it. @param {Test[]} tests */
const vitestWritingTo = (tests) => {
  /** @type {string[]} */
  const path = [];
  /** @param {string} title @param {Test["run"]} run */
  const test = (title, run) => {
    const name = [...path, title].join(" › ");
    const same = tests.filter(({ id }) => id === name || id.startsWith(`${name} #`)).length;
    tests.push({ id: same === 0 ? name : `${name} #${String(same + 1)}`, run });
  };
  /** @param {string} title @param {() => void} write */
  const describe = (title, write) => {
    path.push(title);
    write();
    path.pop();
  };
  /** @param {(title: string, run: (...args: any[]) => unknown) => void} one */
  const withEach = (one) =>
    Object.assign(one, {
      /** @param {readonly unknown[]} rows */
      each: (rows) => (/** @type {string} */ title, /** @type {(...args: unknown[]) => unknown} */ run) => {
        for (const [at, row] of rows.entries())
          one(titleOf(title, row, at), () => (Array.isArray(row) ? run(...row) : run(row)));
      },
    });
  return { test: withEach(test), it: withEach(test), describe: withEach(describe), expect };
};

const rulesRunner = () => {
  const script = new Script(readFileSync("mutation/rules-tests.js", "utf8"), { filename: "rules-tests.js" });
  const world = /** @type {Record<string, any>} */ (globalThis);
  const stryker = (world["__stryker__"] ??= {});
  /** @type {Map<string, number>} */
  const spentMs = new Map();

  /** @type {Test[] | undefined} */
  let warm;
  const load = () => {
    /** @type {Test[]} */
    const tests = [];
    world["vitestOfTheRunner"] = vitestWritingTo(tests);
    script.runInThisContext();
    return tests;
  };

  /** @param {readonly Test[]} tests @param {boolean} toTheEnd */
  const runAll = async (tests, toTheEnd) => {
    /** @type {Result[]} */
    const results = [];
    for (const { id, run } of tests) {
      const start = performance.now();
      stryker.currentTestId = id;
      /** @type {Pick<Result, "status" | "failureMessage">} */
      let outcome = { status: succeeded };
      try {
        await run();
      } catch (error) {
        outcome = { status: failed, failureMessage: error instanceof Error ? error.message : String(error) };
      }
      stryker.currentTestId = undefined;
      const timeSpentMs = performance.now() - start;
      spentMs.set(id, timeSpentMs);
      results.push({ id, name: id, timeSpentMs, ...outcome });
      if (outcome.status === failed && !toTheEnd) break;
    }
    return results;
  };

  return {
    capabilities: () => ({ reloadEnvironment: true }),
    dryRun: async () => {
      stryker.activeMutant = undefined;
      stryker.mutantCoverage = undefined;
      const tests = await runAll(load(), true);
      return { status: "complete", tests, mutantCoverage: stryker.mutantCoverage };
    },
    /** @param {{ activeMutant: { id: string, fileName: string }, testFilter?: string[], hitLimit?: number }} options */
    mutantRun: async ({ activeMutant, testFilter, hitLimit }) => {
      stryker.hitCount = 0;
      stryker.hitLimit = hitLimit;
      const isAlone = keepsAnswers.test(activeMutant.fileName);
      const tests = isAlone ? load() : (warm ??= load());
      stryker.activeMutant = activeMutant.id;
      // What is answered once is reached by one test and matters to many.
      const wanted = testFilter === undefined || isAlone ? tests : tests.filter(({ id }) => testFilter.includes(id));
      // The quick ones first: most changes are found by one of them.
      const results = await runAll(
        wanted.toSorted((one, other) => (spentMs.get(one.id) ?? 0) - (spentMs.get(other.id) ?? 0)),
        false,
      );
      stryker.activeMutant = undefined;
      if (hitLimit !== undefined && stryker.hitCount > hitLimit) return { status: "timeout", reason: "hit limit" };
      const last = results.at(-1);
      return last?.status === failed
        ? {
            status: "killed",
            killedBy: [last.id],
            nrOfTests: results.length,
            failureMessage: last.failureMessage ?? "",
          }
        : { status: "survived", nrOfTests: results.length };
    },
  };
};

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [{ kind: "TestRunner", name: "rules", factory: rulesRunner }];
