import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { receiptSchema } from "../contracts/receipt.js";
import { canonicalJson } from "../platform/canonical.js";
import { aCase } from "./test-support/a-case.js";
import { runCli } from "./test-support/run-cli.js";

const errorsSchema = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) });

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "skalig-cli-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe("rules assess", () => {
  test("prints the receipt as canonical JSON and a newline, the same bytes from a file, from stdin and again", async () => {
    const pretty = JSON.stringify(aCase(), null, 2);
    const fromFile = await runCli(["rules", "assess", written("case.json", pretty)]);
    const fromStdin = await runCli(["rules", "assess", "-"], { input: JSON.stringify(aCase()) });

    expect(fromFile).toEqual({ exitCode: 0, stdout: fromStdin.stdout, stderr: "" });
    const receipt = receiptSchema.parse(JSON.parse(fromFile.stdout));
    expect(fromFile.stdout).toBe(`${canonicalJson(receipt)}\n`);
    // Norm 2025 of a single adult: 3 910 + 1 270 kronor (SFS 2025:468). 5 180 + 6 210 − 5 200 = 6 190.
    expect(receipt).toMatchObject({
      personalOre: 391_000,
      commonOre: 127_000,
      normOre: 518_000,
      shortfallOre: 619_000,
    });
  });

  test("computes the case that is shipped as an example, so that a newcomer's first try gives an answer", async () => {
    const example = join(import.meta.dirname, "..", "docs", "example-case.json");
    const { exitCode, stdout } = await runCli(["rules", "assess", example]);
    expect(exitCode).toBe(0);
    // A lone parent with a child of nine in November 2025, SFS 2025:468: 3 910 + 3 790 + 1 400 = 9 100 kronor.
    expect(JSON.parse(stdout)).toMatchObject({ normOre: 910_000, outcome: "prefilled" });
  });

  test("says in Swedish which field is wrong and what it should be", async () => {
    const wrong = aCase({
      benefitMonth: "2025-13",
      kind: "weekly",
      incomes: "none",
      costs: [{ id: "k1", type: "rent", appliedOre: -1 }, { id: "k1", type: "rent", appliedOre: 0.5 }, { id: "k2" }],
    });
    const { stdout } = await runCli(["rules", "assess", "-"], { input: JSON.stringify(wrong) });
    const { errors } = errorsSchema.parse(JSON.parse(stdout));
    expect(errors.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "benefitMonth: Ska vara en månad, till exempel 2025-11.",
      'kind: Ska vara något av "first", "renewal", "supplement".',
      "costs.0.appliedOre: Ska vara minst 0.",
      "costs.1.appliedOre: Ska vara ett heltal.",
      "costs.2.type: Fältet saknas.",
      "costs.2.appliedOre: Fältet saknas.",
      "incomes: Ska vara en lista.",
    ]);
  });

  test("gives one line for each line of a stream, in order, with a refused line in its place", async () => {
    const lines = [
      JSON.stringify(aCase()),
      "{",
      JSON.stringify(aCase({ benefitMonth: "november" })),
      JSON.stringify(aCase()),
    ];
    const { exitCode, stdout } = await runCli(["rules", "assess", "-"], { input: `${lines.join("\n")}\n` });
    const [first, second, third, fourth, ...rest] = stdout.trimEnd().split("\n");

    expect(rest).toEqual([]);
    expect(first).toBe(fourth);
    expect(JSON.parse(second ?? "")).toMatchObject({ line: 2, errors: [{ path: "", code: "invalid-json" }] });
    expect(JSON.parse(third ?? "")).toMatchObject({
      line: 3,
      errors: [{ path: "benefitMonth", code: "invalid-format" }],
    });
    expect(exitCode).toBe(2);
  });

  test("refuses a case that breaks its schema, with a path, a code and words for each error", async () => {
    const broken = aCase({ today: "2025-02-30", surprise: 1 });
    const { exitCode, stdout } = await runCli(["rules", "assess", "-"], { input: JSON.stringify(broken) });

    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [
        { path: "today", code: "custom" },
        { path: "surprise", code: "unrecognized-keys", message: "Fältet finns inte." },
      ],
    });
  });

  test("with --overlay none uses national law alone, and a broken overlay is refused", async () => {
    const alone = await runCli(["rules", "assess", "-", "--overlay", "none"], { input: JSON.stringify(aCase()) });
    const packs = receiptSchema.parse(JSON.parse(alone.stdout)).packs.map(({ id }) => id);
    const ours = await runCli(["rules", "assess", "-"], { input: JSON.stringify(aCase()) });
    const withOverlay = receiptSchema.parse(JSON.parse(ours.stdout)).packs.map(({ id }) => id);
    expect(withOverlay).toHaveLength(packs.length + 1);

    const broken = await runCli(["rules", "assess", "-", "--overlay", written("overlay.json", "{}")]);
    expect(broken.exitCode).toBe(2);
    expect(JSON.parse(broken.stdout)).toHaveProperty("errors");
  });
});
