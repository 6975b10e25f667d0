import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { localDate } from "../contracts/dates.js";
import type { MunicipalPack, RulePack } from "../contracts/rule-pack.js";
import { renewal, caseOf } from "../rules/examples/cases.js";
import { assess, samplePacks } from "../rules/index.js";
import { getPublishedPack, publishPack } from "../store/rule-packs.js";
import { reviewRuleStop, stopRule } from "../store/rule-stops.js";
import { openTestStore, testActor, type TestStore } from "../store/test-support/test-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import { someone } from "./decide/test-support/asked.js";
import { packHash } from "./pack-hash.js";
import { packsInForce } from "./packs-in-force.js";

const { municipal } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
const overlay: MunicipalPack = municipal;
const nextYear: RulePack = { ...overlay, version: "2", title: "Nästa års riktlinjer" };

describe("the rules in force", () => {
  let town: TestStore;
  let by: string;
  let other: string;
  const logged = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    town.store.transaction(async (tx) => {
      const result = await work(tx);
      await append(tx, { action: "rule.published", actor: testActor });
      return result;
    });

  beforeAll(async () => {
    town = await openTestStore();
    by = await someone(town, "administrator-1", ["administrator"]);
    other = await someone(town, "administrator-2", ["administrator"]);
  });
  afterAll(() => town.stop());

  test("are the shipped ones where nothing was published, and the published version from then on", async () => {
    const inForce = packsInForce(samplePacks);
    const before = await town.store.read(inForce);
    expect(before).toEqual(samplePacks);
    expect(await town.store.read(inForce)).toBe(before);
    const { hash } = await logged((tx) => publishPack(tx, { pack: nextYear, by }));
    expect(hash).toBe(packHash(nextYear));
    const after = await town.store.read(inForce);
    expect(after.municipal).toEqual(nextYear);
    expect(after.national).toEqual(samplePacks.national);
  });

  test("send every case that a stopped rule touches to a person, until somebody else lets it be used again", async () => {
    const inForce = packsInForce(samplePacks);
    const usual = caseOf(renewal());
    expect(assess(usual, await town.store.read(inForce)).outcome).toBe("prefilled");
    const stop = await logged((tx) =>
      stopRule(tx, { provision: "personal-costs", reason: "Fel rad för barn.", by, on: localDate("2025-10-27") }),
    );
    const stopped = assess(usual, await town.store.read(inForce));
    expect(stopped).toMatchObject({ outcome: "referred", reasons: ["rule-stopped"], grantOre: null });
    expect(stopped.normOre).toBe(assess(usual, samplePacks).normOre);

    const review = { id: stop?.id ?? "", review: "Raden var rätt.", lifted: true };
    expect(await town.store.transaction((tx) => reviewRuleStop(tx, { ...review, by }))).toBeUndefined();
    expect(await logged((tx) => reviewRuleStop(tx, { ...review, by: other }))).toMatchObject({ lifted: true });
    expect(assess(usual, await town.store.read(inForce)).outcome).toBe("prefilled");
  });

  test("cannot be changed once published, and are refused where their bytes are not what was hashed", async () => {
    await expect(logged((tx) => tx.db.updateTable("rulePackVersion").set({ content: "{}" }).execute())).rejects.toThrow(
      "a published rule pack never changes",
    );
    await expect(town.store.read((tx) => getPublishedPack(tx, "0".repeat(64)))).rejects.toThrow(
      "not what was published",
    );
  });
});
