import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readingRehearsalSchema, rehearsalSchema } from "../contracts/rehearsal.js";
import { monthSchema } from "../contracts/dates.js";
import type { MunicipalPack } from "../contracts/rule-pack.js";
import { renewal, standing } from "../rules/examples/cases.js";
import { nationalPacks, neighbourOverlay, samplePacks } from "../rules/packs.js";
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
const asked = async (pack: object, ...rest: readonly string[]) => {
  const terminal = capturingTerminal();
  const exitCode = await runCommand(["rules", "what-if", file("pack.json", JSON.stringify(pack)), ...rest], terminal);
  return { exitCode, stdout: terminal.stdout() };
};
const whatIf = async (pack: object, ...rest: readonly string[]) => {
  const { exitCode, stdout } = await asked(pack, "--json", ...rest);
  return { exitCode, result: rehearsalSchema.parse(JSON.parse(stdout)) };
};
const withRent = (kronor: number) => JSON.stringify(renewal({ costs: [standing("rent", kronor)] }));
const rents = file("rents.jsonl", `${[6800, 6900, 7000, 7200, 7300].map(withRent).join("\n")}\n`);

describe("what a pack would change", () => {
  test("a higher cap for rent takes exactly the rents between the old and the new from a person's desk", async () => {
    const { exitCode, result } = await whatIf(withRentCap(7200), "--cases", rents);
    expect(exitCode).toBe(0);
    expect(result.summary.all).toMatchObject({ cases: 5, differenceOre: 0 });
    expect(result.cases.filter(({ effects }) => effects.includes("newly-prefilled")).map(({ ref }) => ref)).toEqual([
      "rad 3",
      "rad 4",
    ]);
    expect(result.summary.effects["newly-routed"].cases).toBe(0);
  });

  test("a lower cap sends more to a person and takes nothing from anybody", async () => {
    const { result } = await whatIf(withRentCap(6800), "--cases", rents);
    expect(result.summary.effects["newly-routed"].cases).toBe(1);
    expect(result.summary.effects.less.cases).toBe(0);
    expect(result.reasonsArisen.map(({ reason }) => reason)).toEqual(["cost-above-guideline"]);
  });

  test("the same rules change nobody, on as many made-up households and months as are asked for", async () => {
    const { result } = await whatIf(overlay, "--households", "20", "--months", "3", "--from", "2025-06");
    expect(result.summary.all.cases).toBe(60);
    expect(result.months).toEqual({ first: "2025-06", last: "2025-08" });
    expect(result.summary.changed.cases).toBe(0);
  });

  test("the same seed gives the same bytes, and another seed other households", async () => {
    const told = async (seed: string) =>
      (await asked(withRentCap(7200), "--json", "--households", "15", "--months", "2", "--seed", seed)).stdout;
    expect(await told("5")).toBe(await told("5"));
    expect(await told("6")).not.toBe(await told("5"));
  });

  test("a new national pack is put beside the others, and tried from the month in which all of it holds", async () => {
    const table = nationalPacks.flatMap(({ riksnorm }) => riksnorm).find(({ from }) => from === "2025-01");
    const next = {
      schema: "skalig.pack.v1",
      layer: "national",
      id: "ovningstabell",
      version: "1",
      title: "Övningstabell (påhittad)",
      riksnorm: [{ ...table, from: "2027-01", to: "2027-12" }],
      priceBaseAmounts: [],
      legalPeriods: [],
      incomeRules: [],
    };
    const { result } = await whatIf(next, "--households", "10", "--months", "1");
    expect(result.months?.first).toBe(monthSchema.parse("2027-01"));
    expect(result.reasonsGone.find(({ reason }) => reason === "no-verified-table")?.tally.cases).toBe(10);
    // The law of 2027 is not expressed as rules, so everybody is a person's all the same.
    expect(result.summary.effects["newly-prefilled"].cases).toBe(0);
  });

  test("a guideline that begins next year is tried on months that have been, as if it had always held", async () => {
    const later = {
      ...overlay,
      version: "2",
      costRules: overlay.costRules.flatMap((rule) =>
        rule.type === "rent"
          ? [
              { ...rule, to: "2025-12" },
              { ...rule, from: "2026-01", caps: rule.caps.map((cap) => ({ ...cap, capOre: cap.capOre + 300_00 })) },
            ]
          : [rule],
      ),
    };
    const inItsMonths = await whatIf(later, "--cases", rents);
    expect(inItsMonths.result.summary.changed.cases).toBe(0);
    const { result } = await whatIf(later, "--cases", rents, "--as-if-always");
    expect(result.cases.filter(({ effects }) => effects.includes("newly-prefilled")).map(({ ref }) => ref)).toEqual([
      "rad 3",
      "rad 4",
    ]);
    const madeUp = await whatIf(later, "--households", "3", "--as-if-always");
    expect(madeUp.result.months).toEqual({ first: "2025-01", last: "2025-12" });
    expect((await asked(later, "--cases", rents, "--as-if-always")).stdout).toContain(
      "Det som ändras den 1 januari 2026 prövas som om det hade gällt hela tiden.",
    );
    const twice = {
      ...later,
      costRules: later.costRules.flatMap((rule) =>
        rule.type === "rent" && rule.from === "2026-01"
          ? [
              { ...rule, to: "2026-06" },
              { ...rule, from: "2026-07", caps: rule.caps.map((cap) => ({ ...cap, capOre: cap.capOre + 300_00 })) },
            ]
          : [rule],
      ),
    };
    await expect(asked(twice, "--as-if-always")).rejects.toMatchObject({
      errors: [{ code: "several-turns", message: expect.stringContaining("2026-01-01, 2026-07-01") as string }],
    });
    await expect(asked(overlay, "--as-if-always")).rejects.toMatchObject({ errors: [{ code: "nothing-to-try" }] });
  });

  test("lines that are no cases are listed by their number, without what they say, and make the exit code 2", async () => {
    const mixed = file("mixed.jsonl", `${withRent(6800)}\n{"schema":"skalig.case.v1","today":"hemligt"}\nnonsens\n`);
    const { exitCode, result } = await whatIf(overlay, "--cases", mixed);
    expect(exitCode).toBe(2);
    expect(result.summary.all.cases).toBe(1);
    expect(result.errors.map(({ ref, code }) => [ref, code])).toEqual([
      ["rad 2", "unreadable"],
      ["rad 3", "unreadable"],
    ]);
    expect(JSON.stringify(result.errors)).not.toMatch(/hemligt|nonsens/);
  });

  test("is told in Swedish with a table of household types, and says that the households are made up", async () => {
    const { stdout } = await asked(withRentCap(7900), "--households", "100", "--months", "2");
    expect(stdout).toContain("Hushållen är påhittade.");
    expect(stdout).toMatch(/Blir klar att besluta +\d/);
    expect(stdout).toMatch(/ensam, 1 barn +\d/);
    expect(stdout).toContain("Barnen");
    expect((await asked(overlay, "--cases", rents)).stdout).not.toContain("påhittade");
  });

  test("is exported as rows of a table that no spreadsheet takes for formulas, for its owner's eyes", async () => {
    const csv = join(folder, "changed.csv");
    const { result } = await whatIf(withRentCap(7200), "--cases", rents, "--csv", csv);
    const lines = readFileSync(csv, "utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(result.cases.length + 1);
    expect(lines[1]).toMatch(/^"rad 3";"2025-11";"1";"0";"Blir klar att besluta/);
    expect(statSync(csv).mode & 0o777).toBe(0o600);
    const { exitCode } = await asked(
      overlay,
      "--cases",
      file("bad.jsonl", `${withRent(1)}\n{"=1+1":1}\n`),
      "--csv",
      csv,
    );
    expect(exitCode).toBe(2);
    expect(readFileSync(csv, "utf8")).not.toMatch(/(^|;)"?[=+@]/m);
  });

  test("says of an open reading what each choice would come to", async () => {
    const { exitCode, stdout } = await asked(
      overlay,
      "--json",
      "--households",
      "30",
      "--months",
      "2",
      "--reading",
      "age-at",
    );
    expect(exitCode).toBe(0);
    const { chosen, options } = readingRehearsalSchema.parse(JSON.parse(stdout));
    expect(chosen).toEqual(["first-day"]);
    expect(options.map(({ option }) => option)).toEqual(["first-day", "last-day", "month-after", "pro-rata"]);
    expect((await asked(overlay, "--households", "5", "--months", "1", "--reading", "age-at")).stdout).toContain(
      "När ett barn fyller år",
    );
  });

  test.each([
    ["a count that is none", overlay, ["--households", "many"], "not-a-count"],
    ["more than twelve months", overlay, ["--months", "13"], "not-a-count"],
    ["a month that is none", overlay, ["--from", "soon"], "not-a-month"],
    ["a reading that is none", overlay, ["--reading", "moon", "--households", "1"], "no-such-reading"],
    ["a file that cannot be written", overlay, ["--households", "1", "--csv", "/nowhere/x.csv"], "unwritable-file"],
    ["another municipality's pack", neighbourOverlay, [], "other-municipality"],
  ])("%s is refused", async (_what, pack, args, code) => {
    await expect(asked(pack, ...args)).rejects.toMatchObject({ errors: [{ code }] });
  });
});
