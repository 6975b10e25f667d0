import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { packProblemSchema } from "../contracts/pack-check.js";
import { packDifferenceSchema } from "../contracts/pack-difference.js";
import { samplePacks } from "../rules/packs.js";
import { run } from "./run.js";
import { capturingTerminal } from "./test-support/capturing-terminal.js";
import { runCli } from "./test-support/run-cli.js";

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "skalig-check-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const sample = "rules/packs/municipal/exempelkoping.json";
const neighbour = "rules/packs/municipal/pahittsberg.json";
const checkSchema = z.strictObject({ ok: z.boolean(), problems: z.array(packProblemSchema) });

const written = (name: string, change: object): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ ...samplePacks.municipal, ...change }));
  return file;
};

const commanded = async (...args: string[]) => {
  const terminal = capturingTerminal();
  const exitCode = await run(["rules", ...args], terminal);
  return { exitCode, stdout: terminal.stdout(), stderr: terminal.stderr() };
};

const [rent, ...others] = samplePacks.municipal?.costRules ?? [];
const withHole = () => written("hole.json", { costRules: [{ ...rent, caps: rent?.caps.slice(0, -1) }, ...others] });

test("the shipped packs pass, with exit code 0 and nothing on stderr, as a process of its own too", async () => {
  for (const file of [sample, neighbour, "rules/packs/national/law.json", "rules/packs/national/riksnorm-2026.json"])
    expect(await commanded("check", file, "--json")).toEqual({
      exitCode: 0,
      stdout: '{"ok":true,"problems":[]}\n',
      stderr: "",
    });
  const process = await runCli(["rules", "check", sample]);
  expect(process).toEqual({
    exitCode: 0,
    stdout: "Exempelköpings riktlinjer (exempelkoping, version 1): inga fel.\n",
    stderr: "",
  });
});

test("a hole ends with exit code 4 and the household that falls in it, as data and in Swedish", async () => {
  const file = withHole();
  const asJson = await commanded("check", file, "--json");
  expect(asJson.exitCode).toBe(4);
  const { ok, problems } = checkSchema.parse(JSON.parse(asJson.stdout));
  expect(ok).toBe(false);
  expect(problems).toMatchObject([
    { code: "cap-gap", table: "costRules", row: "costRules[0]", counterexample: { adults: 1, children: 4 } },
  ]);
  const inWords = await commanded("check", file);
  expect(inWords.exitCode).toBe(4);
  expect(inWords.stdout).toContain("version 1): ett fel.");
  expect(inWords.stdout).toContain("Till exempel: 1 vuxen och 4 barn som söker hyra.");
});

test("a guardrail is marked as one, with its legal basis", async () => {
  const file = written("guard.json", {
    incomeRules: [
      { type: "swish", treatment: "counts", from: "2025-01", class: "board-guideline", source: "Nämnden 2024-11-20" },
    ],
  });
  const { exitCode, stdout } = await commanded("check", file);
  expect(exitCode).toBe(4);
  expect(stdout).toContain("(spärr)");
  expect(stdout).toContain("Grund: 12 kap. 1 § SoL (2025:400)");
});

test.each([
  ["a norm in an overlay", { riksnorm: [] }, { path: "riksnorm", code: "norm-protected" }],
  ["an unknown key", { surprise: 1 }, { path: "surprise", code: "unrecognized-keys" }],
  ["a fraction of an öre", { costRules: [{ ...rent, changeOre: 0.5 }] }, { path: "costRules.0.changeOre" }],
  ["a negative amount", { costRules: [{ ...rent, changeOre: -1 }] }, { path: "costRules.0.changeOre" }],
  ["a month that is none", { costRules: [{ ...rent, from: "2025-13" }] }, { path: "costRules.0.from" }],
  ["a layer that is none", { layer: "regional" }, { path: "layer" }],
])("%s is refused with exit code 2, naming the field", async (_, change, error) => {
  const { exitCode, stdout } = await commanded("check", written("refused.json", change), "--json");
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ errors: [error] });
});

test("a file that is missing or no JSON is refused by its name", async () => {
  const missing = join(folder, "nothing.json");
  expect(JSON.parse((await commanded("check", missing)).stdout)).toMatchObject({
    errors: [{ path: missing, code: "unreadable-file" }],
  });
  const broken = join(folder, "broken.json");
  writeFileSync(broken, "{");
  const { exitCode, stdout } = await commanded("diff", sample, broken);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ errors: [{ path: broken, code: "invalid-json" }] });
});

test("the difference of two overlays comes as data and as sentences, and of a pack with itself as none", async () => {
  const { exitCode, stdout } = await commanded("diff", sample, neighbour, "--json");
  expect(exitCode).toBe(0);
  const { differences } = z.strictObject({ differences: z.array(packDifferenceSchema) }).parse(JSON.parse(stdout));
  expect(differences).toContainEqual(
    expect.objectContaining({ line: "costRules:rent", beforeOre: 690_000, afterOre: 620_000, diffOre: -70_000 }),
  );
  const inWords = await commanded("diff", sample, neighbour);
  expect(inWords.stdout.split("\n").filter((line) => line !== "")).toHaveLength(differences.length + 1);
  expect((await commanded("diff", sample, sample)).stdout).toMatch(/: ingen skillnad\.\n$/u);
});

test("the law and a municipality's overlay are not compared", async () => {
  const { exitCode, stdout } = await commanded("diff", "rules/packs/national/law.json", sample);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ errors: [{ path: "layer", code: "different-layers" }] });
});
