import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { caseSchema } from "../contracts/case.js";
import { month } from "../contracts/dates.js";
import type { MunicipalPack } from "../contracts/rule-pack.js";
import { renewal, standing } from "../rules/examples/cases.js";
import { plausibleMonths } from "../rules/examples/plausible-households.js";
import { assess, samplePacks } from "../rules/index.js";
import { neighbourOverlay } from "../rules/packs.js";
import { capturingTerminal } from "./test-support/capturing-terminal.js";
import { runCommand } from "./program.js";

const folder = mkdtempSync(join(tmpdir(), "skalig-what-if-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const { municipal } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
const overlay: MunicipalPack = municipal;

/** The overlay with another cap for the rent of one adult alone. */
const withRentCap = (kronor: number): MunicipalPack => ({
  ...overlay,
  version: "2",
  costRules: overlay.costRules.map((rule) =>
    rule.type === "rent"
      ? { ...rule, caps: rule.caps.map((cap, at) => (at === 0 ? { ...cap, capOre: kronor * 100 } : cap)) }
      : rule,
  ),
});
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const whatIf = async (pack: MunicipalPack, ...rest: string[]) => {
  const terminal = capturingTerminal();
  const exitCode = await runCommand(
    ["rules", "what-if", file("pack.json", JSON.stringify(pack)), "--json", ...rest],
    terminal,
  );
  return { exitCode, figures: JSON.parse(terminal.stdout()) as Record<string, unknown> };
};
const withRent = (kronor: number) => JSON.stringify(renewal({ costs: [standing("rent", kronor)] }));
const rents = file("rents.jsonl", `${[6800, 6900, 7000, 7200, 7300].map(withRent).join("\n")}\n`);

describe("what a pack would change", () => {
  test("a higher cap for rent takes exactly the rents between the old and the new from a person's desk", async () => {
    const { exitCode, figures } = await whatIf(withRentCap(7200), "--cases", rents);
    expect(exitCode).toBe(0);
    expect(figures).toMatchObject({ assessed: 5, affected: 2, noLongerReferred: 2, newlyReferred: 0, sumOre: 0 });
  });

  test("a lower cap sends more to a person and takes nothing from anybody", async () => {
    const { figures } = await whatIf(withRentCap(6800), "--cases", rents);
    expect(figures).toMatchObject({ affected: 1, newlyReferred: 1, noLongerReferred: 0, less: 0, newlyRefused: 0 });
  });

  test("the same rules change nobody, on households that nobody has", async () => {
    const { figures } = await whatIf(overlay, "--households", "20");
    expect(figures).toMatchObject({ assessed: 240, affected: 0, letters: 0, mandates: 0, bars: [] });
  });

  test.each([
    ["a count that is none", overlay, ["--households", "many"], "not-a-count"],
    ["a month that is none", overlay, ["--from", "soon"], "not-a-month"],
    ["another municipality's pack", neighbourOverlay, [], "other-municipality"],
  ])("%s is refused", async (_what, pack, args, code) => {
    await expect(whatIf(pack, ...args)).rejects.toMatchObject({ errors: [{ code }] });
  });
});

test("made-up households are the same for the same seed, others for another, and every one can be assessed", () => {
  const made = (seed: number) => [...plausibleMonths({ households: 30, months: 12, last: month("2025-11"), seed })];
  expect(made(3)).toEqual(made(3));
  expect(made(4)).not.toEqual(made(3));
  const outcomes = new Set(made(3).map((input) => assess(caseSchema.parse(input), samplePacks).outcome));
  expect(outcomes).toContain("prefilled");
  expect(outcomes).toContain("referred");
});
