import { expect, test } from "vitest";
import { packBundleSchema } from "../../contracts/pack-bundle.js";
import { canonicalJson } from "../../platform/canonical.js";
import { nationalPacks, neighbourOverlay } from "../../rules/packs.js";
import { packHash } from "../pack-hash.js";
import { bundleProblems } from "./bundle-problems.js";
import { buildBundle } from "./build-bundle.js";
import { checkConformance } from "./conformance.js";
import { letterDifferences } from "./letter-differences.js";
import { nationalScenarios, sampleScenarios } from "./shipped-scenarios.js";
import { builtOf, bundleParts, someRulebook, today } from "./test-support/signed.js";

const ours = { national: nationalPacks, rulebook: someRulebook };
const sample = builtOf(buildBundle(bundleParts()));

test("a bundle read from its own bytes and built again is the same, byte for byte", () => {
  const read = packBundleSchema.parse(JSON.parse(sample.bytes.toString("utf8")));
  expect(canonicalJson(read)).toBe(sample.bytes.toString("utf8"));
  const again = builtOf(
    buildBundle(
      bundleParts({
        pack: read.pack,
        issuer: read.issuer,
        scenarios: read.scenarios.map(({ scenario }) => scenario),
        history: read.history,
        letters: read.letters,
      }),
    ),
  );
  expect(again.bytes.equals(sample.bytes)).toBe(true);
});

test("a bundle holds every source of its pack, its letters, and the hashes that its results rest on", () => {
  const { bundle } = sample;
  expect(bundle.citations).toHaveLength(5);
  expect(bundle.citations).toContainEqual({
    source: "Riktlinjer för ekonomiskt bistånd, Exempelköpings socialnämnd 2024-11-20 § 118",
    tables: ["costRules"],
  });
  expect(bundle.letters.map(({ id }) => id)).toEqual(["letters-sv"]);
  expect(bundle.conformance.rulebook).toEqual(someRulebook);
  expect(bundle.conformance.packs.at(-1)).toEqual({ id: "exempelkoping", version: "1", hash: packHash(bundle.pack) });
  expect(bundle.conformance.packs).toHaveLength(nationalPacks.length + 1);
});

test("every scenario of both municipalities' bundles comes out here as it is stated", () => {
  const second = builtOf(
    buildBundle(
      bundleParts({
        pack: neighbourOverlay,
        issuer: neighbourOverlay.municipality,
        scenarios: nationalScenarios,
        history: [{ version: "1", on: today, changes: [] }],
      }),
    ),
  );
  for (const { bundle } of [sample, second])
    expect(checkConformance(bundle, ours)).toEqual({
      ok: true,
      scenarios: bundle.scenarios.length,
      differences: [],
      otherBasis: [],
    });
});

test("a result that is stated otherwise than we compute is shown with both figures", () => {
  const scenarios = sample.bundle.scenarios.map((run) =>
    run.scenario.id === "provmanad-02" ? { ...run, result: { ...run.result, grantOre: 1_038_100 } } : run,
  );
  expect(checkConformance({ ...sample.bundle, scenarios }, ours)).toMatchObject({
    ok: false,
    differences: [
      {
        id: "provmanad-02",
        differs: ["grantOre"],
        missed: [],
        stated: { grantOre: 1_038_100 },
        computed: { grantOre: 1_038_000 },
      },
    ],
  });
});

test("a bundle whose sources are not its pack's own is not taken in", () => {
  const [first, ...rest] = sample.bundle.citations;
  if (first === undefined) throw new Error("there are citations");
  const differ = [{ path: "citations", code: "citations-differ" }];
  expect(bundleProblems(sample.bundle)).toEqual([]);
  expect(bundleProblems({ ...sample.bundle, citations: rest })).toMatchObject(differ);
  const elsewhere = { ...first, source: "SFS 2025:400 12 kap. 7 §" };
  expect(bundleProblems({ ...sample.bundle, citations: [elsewhere, ...rest] })).toMatchObject(differ);
});

test("another rulebook or table of national law is named beside the results", () => {
  const rulebook = { ...someRulebook, hash: "b".repeat(64) };
  const national = nationalPacks.filter(({ id }) => id !== "riksnorm-2011");
  expect(checkConformance(sample.bundle, { national, rulebook }).otherBasis).toMatchObject([
    { id: "rulebook", stated: someRulebook.hash, ours: rulebook.hash },
    { id: "riksnorm-2011", ours: null },
  ]);
});

test("a pack that does not answer a scenario as it demands is not handed on", () => {
  const [first, ...rest] = sampleScenarios;
  if (first === undefined) throw new Error("there are scenarios");
  const scenarios = [{ ...first, expected: { grantOre: 1 } }, ...rest];
  expect(buildBundle(bundleParts({ scenarios }))).toEqual({
    kind: "missed",
    missed: [{ id: first.id, parts: ["grantOre"] }],
  });
});

test("a number that could be a person's is found in the pack's own prose and in its history too", () => {
  const history = [{ version: "1", on: today, changes: ["Efter samtal med 900502-1234."] }];
  expect(buildBundle(bundleParts({ history }))).toMatchObject({
    kind: "refused",
    problems: [{ path: "history.0.changes.0", code: "personal-number" }],
  });
  const pack = { ...neighbourOverlay, title: "Ring 070-123 45 67" };
  expect(buildBundle(bundleParts({ pack, scenarios: [] }))).toMatchObject({
    kind: "refused",
    problems: [{ path: "pack.title", code: "contact" }],
  });
});

test("a municipality issues its own overlay only, and the history ends with the version that is handed on", () => {
  const paths = (differs: Parameters<typeof bundleParts>[0]) => {
    const built = buildBundle(bundleParts({ scenarios: [], ...differs }));
    return built.kind === "malformed" ? built.error.issues.map(({ path }) => path.join(".")) : built.kind;
  };
  expect(paths({ issuer: "Påhittsbergs kommun" })).toEqual(["issuer"]);
  expect(paths({ history: [{ version: "0", on: today, changes: [] }] })).toEqual(["history.0.version"]);
});

test("the letters that follow a national table are those of its own months", () => {
  const lettersOf = (id: string): readonly string[] => {
    const pack = nationalPacks.find((each) => each.id === id);
    if (pack === undefined) throw new Error(`no pack ${id}`);
    const history = [{ version: pack.version, on: today, changes: [] }];
    return builtOf(buildBundle(bundleParts({ pack, history, scenarios: [] }))).bundle.letters.map((each) => each.id);
  };
  expect(lettersOf("riksnorm-2012")).toEqual([]);
  expect(lettersOf("riksnorm-2026")).toEqual(["letters-sv"]);
});

test("letter texts that read otherwise are named, and ours are left as they are", () => {
  const [ours] = sample.bundle.letters;
  if (ours === undefined) throw new Error("there are letters");
  const theirs = { ...ours, version: "2025.6", headings: { ...ours.headings, decision: "Vårt beslut" } };
  expect(letterDifferences([ours], [ours])).toEqual([]);
  expect(letterDifferences([theirs], [ours])).toEqual([
    { id: ours.id, theirVersion: "2025.6", ourVersion: ours.version, texts: ["headings.decision"] },
  ]);
  expect(letterDifferences([theirs], [])).toMatchObject([{ ourVersion: null }]);
});
