import { readFileSync, statSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packBundleSchema } from "../contracts/pack-bundle.js";
import { packProposalSchema } from "../contracts/pack-proposal.js";
import { packSignatureSchema, signingKeySchema } from "../contracts/pack-signature.js";
import { canonicalJson } from "../platform/canonical.js";
import { neighbourOverlay } from "../rules/packs.js";
import { aCase } from "./test-support/a-case.js";
import { exchangeFolder, ownPack, samplePack } from "./test-support/exchange-folder.js";

const exchange = exchangeFolder();
const { at, json, write, skalig, answer, importing, signedAgain, exportedText } = exchange;
beforeAll(exchange.open);
afterAll(exchange.close);

describe("rules key and export", () => {
  test("the private key is its owner's alone, is not printed, and is never written over", async () => {
    expect(statSync(at("key.json")).mode & 0o777).toBe(0o600);
    const { privateKey } = signingKeySchema.parse(json("key.json"));
    expect(readFileSync(at("trust.json"), "utf8")).not.toContain(privateKey);
    const again = await answer(
      "rules",
      "key",
      at("key.json"),
      "--issuer",
      "x",
      "--from",
      "2026-01-01",
      "--to",
      "2026-12-31",
    );
    expect(again).toMatchObject({ exitCode: 2, said: { errors: [{ code: "not-written" }] } });
  });

  test("the same pack, key and day give the same two files, and the bundle is canonical JSON", async () => {
    const again = ["--out", at("again.json"), "--key", at("key.json"), "--on", "2026-11-20"];
    expect((await skalig("rules", "export", samplePack, ...again)).exitCode).toBe(0);
    expect(readFileSync(at("again.json"), "utf8")).toBe(exportedText());
    expect(json("again.json.sig")).toEqual(json("rules.json.sig"));
    expect(canonicalJson(packBundleSchema.parse(json("rules.json")))).toBe(exportedText());
  });

  test("a pack that is malformed, another municipality's, or signed outside the key's days is refused by field", async () => {
    const exporting = (pack: string, on = "2026-11-20") =>
      answer("rules", "export", pack, "--out", at("none.json"), "--key", at("key.json"), "--on", on);
    expect(await exporting(write("broken.json", { ...neighbourOverlay, version: "" }))).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: "version" }] },
    });
    expect(await exporting(ownPack)).toMatchObject({ exitCode: 2, said: { errors: [{ path: "issuer" }] } });
    expect(await exporting(samplePack, "2028-01-01")).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: "on", code: "key-not-valid" }] },
    });
  });

  test("a scenario with a real person's date of birth is refused by path, without repeating it", async () => {
    const scenarios = write("scenarios.json", {
      schema: "skalig.scenarios.v1",
      scenarios: [
        { id: "ensam", title: "Ensam vuxen", origin: "invented", case: aCase(), expected: { outcome: "prefilled" } },
      ],
    });
    const files = ["--out", at("none.json"), "--key", at("key.json"), "--on", "2026-11-20", "--scenarios", scenarios];
    const { exitCode, stdout } = await skalig("rules", "export", samplePack, ...files);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [{ path: "scenarios.5.scenario.case.household.members.0.birthDate", code: "exact-birth-date" }],
    });
    expect(stdout).not.toContain("1990");
  });

  test("a scenario that comes out otherwise than it demands ends the export with code 4", async () => {
    const { scenarios } = packBundleSchema.parse(json("rules.json"));
    const demanding = scenarios
      .filter(({ scenario: { id } }) => id === "provmanad-02")
      .map(({ scenario }) => ({ ...scenario, expected: { grantOre: 1 } }));
    const file = write("demanding.json", { schema: "skalig.scenarios.v1", scenarios: demanding });
    const files = ["--out", at("none.json"), "--key", at("key.json"), "--on", "2026-11-20", "--scenarios", file];
    expect(await answer("rules", "export", samplePack, ...files)).toEqual({
      exitCode: 4,
      said: { ok: false, missed: [{ id: "provmanad-02", parts: ["grantOre"] }] },
    });
  });
});

describe("rules import", () => {
  test("shows every difference in kronor, and proposes the own overlay with nothing changed", async () => {
    const { exitCode, said } = await importing("rules.json");
    expect(exitCode).toBe(0);
    expect(said).toMatchObject({
      ok: true,
      issuer: "Exempelköpings kommun",
      conformance: { ok: true, scenarios: 30, differences: [], otherBasis: [] },
      proposal: at("rules.json.forslag.json"),
    });
    const rent = expect.objectContaining({
      what: "Hyra, högst för 1 vuxen utan barn",
      differenceOre: 70_000,
    }) as unknown;
    expect(said).toHaveProperty("conflicts");
    expect((said as { conflicts: { row: string; differences: unknown[] }[] }).conflicts).toContainEqual(
      expect.objectContaining({ row: "rent", differences: expect.arrayContaining([rent]) as unknown }),
    );
    const proposal = packProposalSchema.parse(json("rules.json.forslag.json"));
    expect(proposal.taken).toEqual([]);
    expect(proposal.pack).toEqual(neighbourOverlay);
  });

  test("says the same in words, and that nothing has been changed", async () => {
    const args = ["--trust", at("trust.json"), "--overlay", ownPack, "--today", "2026-11-22"];
    const { stdout } = await skalig("rules", "import", at("rules.json"), ...args);
    expect(stdout).toContain("Hyra, högst för 1 vuxen utan barn: vi 6\u00a0200 kr, de 6\u00a0900 kr (+700 kr)");
    expect(stdout).toContain("fyller-elva-den-femtonde: −560 kr.");
    expect(stdout).toContain("Ingenting har ändrats.");
  });

  test("tries the differences on cases of one's own, line by line, and refuses a line that is none", async () => {
    // A single adult's rent of 6 210 kronor is ten above the own guideline and within theirs.
    const cases = write("cases.jsonl", `${JSON.stringify(aCase())}\n${JSON.stringify(aCase({ kind: "first" }))}\n`);
    const { said } = await importing("rules.json", "--cases", cases);
    const rent = (said as { conflicts: { row: string; effects: { subject: string }[] }[] }).conflicts.find(
      ({ row }) => row === "rent",
    );
    expect(rent?.effects.map(({ subject }) => subject)).toContain("rad 1");
    const broken = write("broken.jsonl", `${JSON.stringify(aCase())}\n${JSON.stringify(aCase({ flags: 1 }))}\n`);
    expect(await importing("rules.json", "--cases", broken)).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: "2.flags" }] },
    });
  });

  test("takes a picked line into the proposal from a coming month, and refuses a month that has begun", async () => {
    const proposal = ["--proposal", at("picked.json"), "--take", "costRules:rent", "incomeChange:all"];
    expect((await importing("rules.json", ...proposal, "--from", "2027-01")).exitCode).toBe(0);
    expect(packProposalSchema.parse(json("picked.json")).taken).toMatchObject([
      { table: "costRules", row: "rent", needsOwnBoardMinute: true },
      { table: "incomeChange", row: "all", needsOwnBoardMinute: false },
    ]);
    expect(await importing("rules.json", ...proposal, "--from", "2026-11")).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: "from", code: "backdated" }] },
    });
  });

  const refusedWith = (reason: string) => ({ exitCode: 4, said: { ok: false, reason } });

  test("refuses with code 4 what is cut short, changed by one byte, or signed by another under the same name", async () => {
    const text = exportedText();
    write("cut.json", text.slice(0, -100));
    write("cut.json.sig", json("rules.json.sig"));
    expect(await importing("cut.json")).toMatchObject(refusedWith("wrong-size"));
    write("byte.json", text.replace('"capOre":690000', '"capOre":690001'));
    write("byte.json.sig", json("rules.json.sig"));
    expect(await importing("byte.json")).toMatchObject(refusedWith("wrong-signature"));
    const forger = ["--issuer", "Exempelköpings kommun", "--from", "2026-01-01", "--to", "2027-12-31"];
    await skalig("rules", "key", at("forger.json"), ...forger);
    const to = ["--out", at("forged.json"), "--key", at("forger.json"), "--on", "2026-11-20"];
    await skalig("rules", "export", samplePack, ...to);
    expect(await importing("forged.json")).toMatchObject(refusedWith("unknown-key"));
    const { keyId } = packSignatureSchema.parse(json("rules.json.sig"));
    write("forged.json.sig", { ...packSignatureSchema.parse(json("forged.json.sig")), keyId });
    expect(await importing("forged.json")).toMatchObject(refusedWith("wrong-signature"));
  });

  test("refuses a revoked and an expired key, and a bundle that names another issuer than the key's", async () => {
    const trust = json("trust.json") as { keys: { keyId: string; to: string; issuer: string }[] };
    const [key] = trust.keys;
    const under = (differs: object) => {
      const file = write("other-trust.json", { ...trust, ...differs });
      return answer("rules", "import", at("rules.json"), "--trust", file, "--today", "2026-11-22");
    };
    const revoked = [{ keyId: key?.keyId, from: "2026-11-21", reason: "Nyckelfilen kom på avvägar." }];
    expect(await under({ revoked })).toMatchObject(refusedWith("revoked-key"));
    expect(await under({ keys: [{ ...key, to: "2026-11-21" }] })).toMatchObject(refusedWith("expired-key"));
    expect(await under({ keys: [{ ...key, issuer: "Påhittsbergs kommun" }] })).toMatchObject(
      refusedWith("wrong-issuer"),
    );
    const bundle = packBundleSchema.parse(json("rules.json"));
    const pack = { ...bundle.pack, municipality: "Påhittsbergs kommun" };
    signedAgain("foreign.json", canonicalJson({ ...bundle, pack, issuer: "Påhittsbergs kommun" }));
    expect(await importing("foreign.json")).toMatchObject(refusedWith("wrong-issuer"));
  });

  test("refuses with code 2, by field, a bundle that is signed and malformed, not canonical, or names a person", async () => {
    const bundle = packBundleSchema.parse(json("rules.json"));
    signedAgain("malformed.json", canonicalJson({ ...bundle, surprise: 1 }));
    expect(await importing("malformed.json")).toMatchObject({ exitCode: 2, said: { errors: [{ path: "surprise" }] } });
    signedAgain("spaced.json", `${exportedText()}\n`);
    expect(await importing("spaced.json")).toMatchObject({
      exitCode: 2,
      said: { errors: [{ code: "not-canonical" }] },
    });
    signedAgain("half.json", exportedText().slice(0, 500));
    expect(await importing("half.json")).toMatchObject({ exitCode: 2, said: { errors: [{ code: "invalid-json" }] } });
    const [first, ...rest] = bundle.scenarios;
    const named = { ...first, scenario: { ...first?.scenario, title: "Anna från Storgatan 5" } };
    signedAgain("named.json", canonicalJson({ ...bundle, scenarios: [named, ...rest] }));
    expect(await importing("named.json")).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: "scenarios.0.scenario.title" }, { path: "scenarios.0.scenario.title" }] },
    });
  });

  test("a malformed signature or trust list is refused by field", async () => {
    write("unsigned.json", exportedText());
    expect(await importing("unsigned.json")).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: at("unsigned.json.sig"), code: "unreadable-file" }] },
    });
    write("unsigned.json.sig", { ...packSignatureSchema.parse(json("rules.json.sig")), algorithm: "RSA" });
    expect(await importing("unsigned.json")).toMatchObject({ exitCode: 2, said: { errors: [{ path: "algorithm" }] } });
    const file = write("no-trust.json", { schema: "skalig.trust-list.v1", keys: [] });
    expect(await answer("rules", "import", at("rules.json"), "--trust", file)).toMatchObject({
      exitCode: 2,
      said: { errors: [{ path: "revoked" }] },
    });
  });

  test("a result stated otherwise than we compute is shown, ends with code 4, and gives no proposal", async () => {
    const bundle = packBundleSchema.parse(json("rules.json"));
    const scenarios = bundle.scenarios.map((each) =>
      each.scenario.id === "provmanad-02" ? { ...each, result: { ...each.result, grantOre: 1 } } : each,
    );
    signedAgain("stated.json", canonicalJson({ ...bundle, scenarios }));
    const { exitCode, said } = await importing("stated.json");
    expect(exitCode).toBe(4);
    expect(said).toMatchObject({
      ok: false,
      proposal: null,
      conformance: { differences: [{ id: "provmanad-02", differs: ["grantOre"], computed: { grantOre: 1_038_000 } }] },
    });
    expect(() => json("stated.json.forslag.json")).toThrow();
  });
});
