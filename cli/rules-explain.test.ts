import { expect, test } from "vitest";
import { explanationSchema } from "../contracts/explanation.js";
import { receiptSchema } from "../contracts/receipt.js";
import { canonicalJson } from "../platform/canonical.js";
import { paid, renewal, standing } from "../rules/examples/cases.js";
import { runCli } from "./test-support/run-cli.js";

const single = renewal({
  costs: [standing("rent", 5_640), standing("electricity", 420), standing("home-insurance", 150)],
  incomes: [paid("activity-support", 5_200)],
});
const first = renewal({ kind: "first" });

const explained = (input: unknown, ...options: string[]) =>
  runCli(["rules", "explain", "-", ...options], { input: JSON.stringify(input) });

test("says in Swedish what every line rests on: provision, paragraph, row of the table and the facts that were read", async () => {
  const { exitCode, stdout, stderr } = await explained(single);
  expect([exitCode, stderr]).toEqual([0, ""]);
  const text = stdout.replaceAll("\u00a0", " ");
  expect(text).toContain("Klart för en person att besluta: 6 190 kr.");
  expect(text).toContain("+ Ensamstående vuxen: 3 910 kr");
  expect(text).toContain("Rad: Ensamstående vuxen: 3 910 kr (SFS 2025:468 12 kap. 2 §, tillförlitlighet A)");
  expect(text).toContain("Riksnorm: personliga kostnader (personal-costs; 12 kap. 2 § SoF (2025:468)");
  expect(text).toContain("Sökande: födelsedatum: 2 maj 1990");
  expect(text).toContain("Rad: Riktlinje, högst 1 vuxen, inga barn: högst 6 900 kr");
  expect(text).toContain("Rad: Aktivitetsstöd: räknas");
  expect(text).toContain("Inget skäl.");
  // 5 180 + 6 210 − 5 200 = 6 190 kronor: so much more income leaves nothing.
  expect(text).toContain("· Aktivitetsstöd: utbetalt belopp: 5 200 kr → 11 390 kr. Inkomsterna täcker hela behovet.");
});

test("gives each reason why a person must look, with what to check, the paragraph and the fact", async () => {
  const { exitCode, stdout } = await explained(first);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("En person tar ställning, av ");
  expect(stdout).toContain("· Första ansökan.");
  expect(stdout).toContain("Första bedömningen görs alltid av en person.");
  expect(stdout).toContain("Slag av ansökan: första ansökan");
});

test("as JSON it is skalig.explanation.v1, the same bytes every time, and sums to the receipt", async () => {
  const { stdout } = await explained(single, "--json");
  const explanation = explanationSchema.parse(JSON.parse(stdout));
  expect(stdout).toBe(`${canonicalJson(explanation)}\n`);
  expect((await explained(single, "--json")).stdout).toBe(stdout);

  const assessed = await runCli(["rules", "assess", "-"], { input: JSON.stringify(single) });
  const receipt = receiptSchema.parse(JSON.parse(assessed.stdout));
  expect(explanation.inputHash).toBe(receipt.inputHash);
  expect(explanation.lines.map(({ amountOre }) => amountOre)).toEqual(receipt.lines.map(({ amountOre }) => amountOre));
  for (const { rows, facts, basis } of explanation.lines)
    expect([rows.length > 0, facts.length > 0, basis.length > 0]).toEqual([true, true, true]);
});

test("without an overlay the open readings are listed as not chosen", async () => {
  const { stdout } = await explained(single, "--overlay", "none", "--json");
  const { outcome, readings } = explanationSchema.parse(JSON.parse(stdout));
  expect(outcome.code).toBe("referred");
  for (const { option, source } of readings) expect([option, source]).toEqual([null, null]);
});

test("refuses what is no case with the field, and a stream of cases, with exit code 2", async () => {
  const broken = await explained({ ...single, today: "2025-02-30" });
  expect(broken.exitCode).toBe(2);
  expect(broken.stdout).toContain("today");
  const stream = await runCli(["rules", "explain", "-", "--json"], {
    input: `${JSON.stringify(single)}\n${JSON.stringify(single)}\n`,
  });
  expect(stream.exitCode).toBe(2);
  expect(JSON.parse(stream.stdout)).toMatchObject({ errors: [{ code: "one-case" }] });
});
