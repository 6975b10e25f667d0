import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summarySchema, type Summary } from "../../contracts/summary.js";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** Outcome, amount in kronor and reasons of every household, as the table of the sample month has them. */
const table: readonly (readonly [id: string, outcome: string, kronor: number | null, reasons: readonly string[]])[] = [
  ["01", "prefilled", 6190, []],
  ["02", "prefilled", 10_380, []],
  ["03", "prefilled", 4330, []],
  ["04", "prefilled", 10_480, []],
  ["05", "prefilled", 23_000, []],
  ["06", "prefilled", 2700, []],
  ["07", "prefilled", 3900, []],
  ["08", "prefilled", 6060, []],
  ["09", "prefilled", 4840, []],
  ["10", "prefilled", 9910, []],
  ["11", "prefilled", 820, []],
  ["12", "prefilled", 3990, []],
  ["13", "referred", null, ["first-application", "part-month"]],
  ["14", "waiting", null, ["communicated", "deposit-to-assess", "undeclared-income"]],
  ["15", "referred", null, ["income-missing", "pupil-left-school"]],
  ["16", "referred", null, ["cost-above-guideline", "grace-period"]],
  ["17", "waiting", null, ["completion-asked", "document-unreadable"]],
  ["18", "referred", null, ["document-mismatch"]],
  ["19", "waiting", null, ["completion-asked", "signature-missing"]],
  ["20", "referred", null, ["protected-identity"]],
  ["21", "referred", null, ["cost-not-assessed", "month-decided", "supplement"]],
  ["22", "referred", null, ["discretionary-aid"]],
  ["23", "referred", null, ["surplus"]],
  [
    "24",
    "referred",
    null,
    ["account-changed", "income-changed", "income-deduction", "income-period-differs", "retroactive-benefit"],
  ],
];

/** On two cores beside nothing else the month takes some three minutes. */
const patienceMs = 900_000;

describe("npm start -- --once --summary FILE", () => {
  let folder: string;
  let exitCode: number | null;
  let output: string;
  let summary: Summary;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "skalig-once-"));
    const file = join(folder, "summary.json");
    const run = spawnSync(
      process.execPath,
      ["--import", "tsx", "cli/start/main.ts", "--once", "--no-open", "--summary", file],
      {
        cwd: projectRoot,
        encoding: "utf8",
        env: { ...process.env, TMPDIR: folder },
      },
    );
    exitCode = run.status;
    output = run.stdout;
    summary = summarySchema.parse(JSON.parse(readFileSync(file, "utf8")));
  }, patienceMs);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes twenty-four households from inbox to the end that each should have", () => {
    expect(
      summary.households.map(({ id, actual: { outcome, amountOre, reasons } }) => [
        id,
        outcome,
        amountOre === null ? null : amountOre / 100,
        reasons,
      ]),
    ).toEqual(table);
    expect(summary.households.filter(({ ok }) => !ok).map(({ id }) => id)).toEqual([]);
    expect({ exitCode, ok: summary.ok }).toEqual({ exitCode: 0, ok: true });
  });

  it("meets the faults that households bring with them, and recovers from each", () => {
    expect(summary.faults).toEqual([
      { household: "02", system: "agencies", kind: "session-expired", armed: 1, struck: 1 },
      { household: "09", system: "register", kind: "unavailable-503", armed: 2, struck: 2 },
    ]);
  });

  it("lets the silent agency's household wait for a day", () => {
    const [first, second] = summary.households.find(({ id }) => id === "12")?.path ?? [];
    expect(first).toMatchObject({ on: "2025-10-27", outcome: "waiting", reasons: ["source-waiting"] });
    expect(second).toMatchObject({ on: "2025-10-28", outcome: "prefilled" });
  });

  it("refers the household with an undeclared benefit, and waits once its caseworker has let it comment", () => {
    const path = summary.households.find(({ id }) => id === "14")?.path ?? [];
    expect(path.map(({ on, outcome }) => [on, outcome])).toEqual([
      ["2025-10-27", "referred"],
      ["2025-10-27", "waiting"],
    ]);
  });

  it("shows what is lacking where a person decides: a surplus is known to the krona", () => {
    const { normOre, costsOre, countedIncomeOre } = summary.households.find(({ id }) => id === "23")?.actual ?? {};
    expect((normOre ?? 0) + (costsOre ?? 0) - (countedIncomeOre ?? 0)).toBe(-62_000);
  });

  it("writes each granted decision once and leaves a log that verifies", () => {
    expect(summary.writes).toEqual({ calculation: 12, decision: 12, payment: 12, journal: 12, duplicates: 0 });
    expect(summary.audit.verified).toBe(true);
    expect(summary.audit.events).toBeGreaterThan(500);
  });

  it("prints the outcomes, and leaves no data folder behind", () => {
    expect(output).toContain("6\u00a0190 kr");
    expect(readdirSync(folder).filter((name) => name.startsWith("skalig-"))).toEqual([]);
  });
});
