import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summarySchema, type Summary } from "../../contracts/summary.js";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

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
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes three households from inbox to the end that each should have", () => {
    expect(summary.households.map(({ id, actual }) => [id, actual.outcome, actual.amountOre, actual.reasons])).toEqual([
      ["01", "prefilled", 619_000, []],
      ["12", "prefilled", 399_000, []],
      ["14", "referred", null, ["deposit-to-assess", "undeclared-income"]],
    ]);
    expect({ exitCode, ok: summary.ok }).toEqual({ exitCode: 0, ok: true });
  });

  it("lets the silent agency's household wait for a day", () => {
    const [first, second] = summary.households.find(({ id }) => id === "12")?.path ?? [];
    expect(first).toMatchObject({ on: "2025-10-27", outcome: "waiting", reasons: ["source-waiting"] });
    expect(second).toMatchObject({ on: "2025-10-28", outcome: "prefilled" });
  });

  it("writes each granted decision once and leaves a log that verifies", () => {
    expect(summary.writes).toEqual({ calculation: 2, decision: 2, payment: 2, journal: 2, duplicates: 0 });
    expect(summary.audit.verified).toBe(true);
    expect(summary.audit.events).toBeGreaterThan(50);
  });

  it("prints the outcomes, and leaves no data folder behind", () => {
    expect(output).toContain("6\u00a0190 kr");
    expect(readdirSync(folder).filter((name) => name.startsWith("skalig-"))).toEqual([]);
  });
});
