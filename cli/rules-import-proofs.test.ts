import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { citationsOf } from "../activities/pack-exchange/citations.js";
import { packBundleSchema, type PackBundle } from "../contracts/pack-bundle.js";
import { packSchema } from "../contracts/rule-pack.js";
import { canonicalJson } from "../platform/canonical.js";
import { samplePacks } from "../rules/packs.js";
import { exchangeFolder, ownPack, packsFolder } from "./test-support/exchange-folder.js";

const nationalFolder = join(packsFolder, "..", "national");
/** The bundle as its issuer would have made it with another pack, sources and all. */
const issuedWith = (bundle: PackBundle, pack: object): string => {
  const read = packSchema.safeParse(pack);
  return canonicalJson({ ...bundle, pack, ...(read.success && { citations: citationsOf(read.data) }) });
};
const exchange = exchangeFolder();
const { at, json, write, skalig, answer, importing, signedAgain } = exchange;
beforeAll(exchange.open);
afterAll(exchange.close);

describe("rules import proves what it takes in", () => {
  const sampleBundle = () => packBundleSchema.parse(json("rules.json"));
  /** The exported overlay with some tables as another would have them, signed by the same key. */
  const withPack = (name: string, change: Record<string, unknown>): string => {
    const bundle = sampleBundle();
    return signedAgain(name, issuedWith(bundle, { ...bundle.pack, ...change }));
  };
  const [rent, ...otherCosts] = samplePacks.municipal?.costRules ?? [];

  test("a pack that crosses a guardrail is refused by its code, and nothing of it is shown or written", async () => {
    const incomeChange = [{ from: "2025-01", class: "operational", source: "Enhetschefens beslut", percent: 100 }];
    const file = withPack("guardrail.json", { incomeChange });
    const { exitCode, said } = await importing(file);
    expect(exitCode).toBe(4);
    expect(said).toMatchObject({
      ok: false,
      reason: "guardrail",
      problems: [{ code: "threshold-never-asks", row: "incomeChange[0]" }],
    });
    expect(said).not.toHaveProperty("conflicts");
    expect(() => json("guardrail.json.forslag.json")).toThrow();
    const args = ["--trust", at("trust.json"), "--overlay", ownPack, "--today", "2026-11-22"];
    expect((await skalig("rules", "import", at(file), ...args)).stderr).toContain(
      "Gränsen är så vid att ingen ändring blir en fråga (spärr)",
    );
  });

  test("a pack with a hole is shown with the household that falls in it, and gives no proposal", async () => {
    const costRules = [{ ...rent, caps: rent?.caps.slice(0, -1) }, ...otherCosts];
    const { exitCode, said } = await importing(withPack("hole.json", { costRules }));
    expect(exitCode).toBe(4);
    expect(said).toMatchObject({
      ok: false,
      proofs: { ok: false, problems: [{ code: "cap-gap", counterexample: { adults: 1, children: 4 } }] },
      proposal: null,
    });
    expect(said).toHaveProperty("conflicts");
    expect(() => json("hole.json.forslag.json")).toThrow();
  });

  test("a slip that no example shows is enough for no proposal", async () => {
    const letterChannels = [
      {
        from: "2025-01",
        class: "operational",
        source: "Enhetschefens beslut",
        channels: ["print-queue", "print-queue"],
      },
    ];
    expect(await importing(withPack("slip.json", { letterChannels }))).toMatchObject({
      exitCode: 4,
      said: { ok: false, conformance: { ok: true }, proofs: { problems: [{ code: "channel-twice" }] }, proposal: null },
    });
  });

  test("an overlay that carries a riksnorm of its own is refused by the field, with why", async () => {
    expect(await importing(withPack("norm.json", { riksnorm: [] }))).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: "pack.riksnorm", code: "norm-protected" }] },
    });
  });

  test("a malformed row is refused by the field, also where the signature is right", async () => {
    const costRules = [{ ...rent, changeOre: 0.5 }, ...otherCosts];
    expect(await importing(withPack("fraction.json", { costRules }))).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: "pack.costRules.0.changeOre" }] },
    });
  });
});

describe("rules import of national law", () => {
  const exported = async (id: string): Promise<unknown> => {
    const pack = join(nationalFolder, `${id}.json`);
    const out = ["--out", at(`${id}.json`), "--key", at("key.json"), "--on", "2026-11-20"];
    expect((await skalig("rules", "export", pack, ...out)).exitCode).toBe(0);
    return json(`${id}.json`);
  };
  const changed = async (id: string, name: string, change: (text: string) => string): Promise<string> =>
    signedAgain(name, change(canonicalJson(packBundleSchema.parse(await exported(id)))));

  test("the table as we have it differs in nothing, holds every proof, and gives no proposal", async () => {
    await exported("riksnorm-2026");
    expect(await importing("riksnorm-2026.json")).toMatchObject({
      exitCode: 0,
      said: {
        ok: true,
        pack: { id: "riksnorm-2026" },
        proofs: { ok: true, problems: [] },
        conformance: { ok: true, differences: [] },
        against: "riksnorm-2026",
        differences: [],
        conflicts: [],
        proposal: null,
      },
    });
  });

  test("a row with another amount is shown in kronor, with every example that it changes, and ends with code 4", async () => {
    const file = await changed("riksnorm-2026", "dearer.json", (text) => {
      const bundle = packBundleSchema.parse(JSON.parse(text));
      if (bundle.pack.layer !== "national") throw new Error("the bundle is national");
      const [table] = bundle.pack.riksnorm;
      const cell = table?.cells["adult-single"];
      const dearer = { ...cell, amountOre: (cell?.amountOre ?? 0) + 10_000, source: "SFS 2025:9999 2 §" };
      const riksnorm = [{ ...table, cells: { ...table?.cells, "adult-single": dearer } }];
      return issuedWith(bundle, { ...bundle.pack, riksnorm });
    });
    const { exitCode, said } = await importing(file);
    expect(exitCode).toBe(4);
    expect(said).toMatchObject({
      ok: false,
      conformance: { ok: false },
      differences: [{ line: "riksnorm:adult-single", diffOre: 10_000, from: "2026-01" }],
      proposal: null,
    });
  });

  test("law that a pack calls codified, though no rule expresses it, is refused at the guardrail", async () => {
    const file = await changed("law", "codified.json", (text) =>
      text.replaceAll('"codified":false', '"codified":true'),
    );
    expect(await importing(file)).toMatchObject({
      exitCode: 4,
      said: { ok: false, reason: "guardrail", problems: [{ code: "law-not-codified", table: "legalPeriods" }] },
    });
  });

  test("a table with a row left out is shown as what it follows does not have, and names the hole", async () => {
    const file = await changed("riksnorm-2026", "holed.json", (text) => {
      const bundle = packBundleSchema.parse(JSON.parse(text));
      if (bundle.pack.layer !== "national") throw new Error("the bundle is national");
      const [table] = bundle.pack.riksnorm;
      const { "child-7-10": gone, ...cells } = table?.cells ?? {};
      expect(gone).toBeDefined();
      return issuedWith(bundle, { ...bundle.pack, riksnorm: [{ ...table, cells }] });
    });
    const { exitCode, said } = await importing(file);
    expect(exitCode).toBe(4);
    expect(said).toMatchObject({ ok: false, proofs: { ok: false, problems: [{ code: "norm-cell-missing" }] } });
  });

  test.each([
    ["a forged signature", "wrong-signature"],
    ["a key that nobody knows", "unknown-key"],
    ["a revoked key", "revoked-key"],
  ])("%s is refused before a word is read", async (_, reason) => {
    await exported("riksnorm-2026");
    const text = readFileSync(at("riksnorm-2026.json"), "utf8");
    const name = write(
      `national-${reason}.json`,
      reason === "wrong-signature" ? text.replace("riksnorm-2026", "riksnorm-2027") : text,
    );
    write(`national-${reason}.json.sig`, json("riksnorm-2026.json.sig"));
    const trust = z.looseObject({ keys: z.array(z.looseObject({ keyId: z.string() })) }).parse(json("trust.json"));
    const keys = reason === "unknown-key" ? [] : trust.keys;
    const revoked =
      reason === "revoked-key"
        ? [{ keyId: trust.keys[0]?.keyId, from: "2026-11-21", reason: "Nyckelfilen kom på avvägar." }]
        : [];
    const file = write(`trust-${reason}.json`, { ...trust, keys, revoked });
    expect(await answer("rules", "import", name, "--trust", file, "--today", "2026-11-22")).toMatchObject({
      exitCode: 4,
      said: { ok: false, reason },
    });
  });
});
