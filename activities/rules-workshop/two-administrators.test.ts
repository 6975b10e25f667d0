import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append } from "../../audit/append.js";
import { localDate, month } from "../../contracts/dates.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { sha256Hex } from "../../platform/canonical.js";
import { samplePacks } from "../../rules/index.js";
import { findRuleChange, moveRuleChange, type ChangeMove } from "../../store/rule-changes.js";
import { listPublishedPacks } from "../../store/rule-packs.js";
import { databaseKinds } from "../../store/test-support/databases.js";
import { openTestStore, testActor, type TestStore } from "../../store/test-support/test-store.js";
import { someone } from "../decide/test-support/asked.js";
import { packsInForce } from "../packs-in-force.js";
import { createWorkshop } from "./create-workshop.js";
import { shippedSuites } from "./shipped-suites.js";
import type { Asking } from "./workshop-deps.js";

const { municipal } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
const overlay: MunicipalPack = municipal;
const source = "Beslut av enhetschefen, Exempelköping 2025-10-20";

/** The overlay with another number of days to wait for a source from December on: a manager's threshold. */
const waiting = (days: number): MunicipalPack => ({
  ...overlay,
  sourceWait: [
    ...overlay.sourceWait.map((row) => ({ ...row, to: month("2025-11") })),
    { from: month("2025-12"), class: "operational", source, days },
  ],
});

describe.each(databaseKinds)("two administrators at once, on $name", (kind) => {
  let town: TestStore;
  let one: Asking;
  let other: Asking;
  let workshop: ReturnType<typeof createWorkshop>;

  beforeAll(async () => {
    town = await openTestStore(kind);
    one = { id: await someone(town, "administrator-1", ["administrator"]), roles: ["administrator"] };
    other = { id: await someone(town, "administrator-2", ["administrator"]), roles: ["administrator"] };
    workshop = createWorkshop({
      store: town.store,
      rulebook: { version: "test", hash: sha256Hex("test") },
      shipped: samplePacks,
      packsInForce: packsInForce(samplePacks),
      today: () => Promise.resolve(localDate("2025-10-27")),
      month: month("2025-11"),
      isInvented: true,
      suites: shippedSuites,
      reassess: () => Promise.resolve(true),
    });
  });
  afterAll(() => town.stop());

  const valueOf = <T>(came: { ok: true; value: T } | { ok: false; refusal: string }): T => {
    if (came.ok) return came.value;
    throw new Error(came.refusal);
  };
  const words = { title: "Fler dagar", source, kind: "new-rule", effectiveFrom: month("2025-12") } as const;
  const begun = async () =>
    valueOf(await workshop.create(one, { ...words, from: { start: "in-force", packId: overlay.id } }));
  const submitted = async (days: number) => {
    const { id, revision } = await begun();
    const saved = valueOf(await workshop.save(one, id, { ...words, revision, content: waiting(days) }));
    valueOf(await workshop.check(one, id, saved.revision));
    valueOf(await workshop.rehearse(one, id, saved.revision));
    return valueOf(await workshop.submit(one, id, saved.revision));
  };
  const approved = async (days: number) => {
    const change = await submitted(days);
    const { contentHash, tests, rehearsal } = change;
    const looked = { contentHash, testsHash: tests?.hash ?? "", rehearsalHash: rehearsal?.hash ?? "" };
    return valueOf(await workshop.approve(other, change.id, looked));
  };

  test("let the first of two saves stand, and give the second both texts", async () => {
    const { id, revision } = await begun();
    const came = await Promise.all([
      workshop.save(one, id, { ...words, revision, content: waiting(4) }),
      workshop.save(other, id, { ...words, revision, content: waiting(6) }),
    ]);
    expect(came.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const refused = came.find((answer) => !answer.ok);
    expect(refused).toMatchObject({ refusal: "edited-by-other", conflict: { revision: 2 } });
    const texts = refused?.ok === false && [refused.conflict?.theirs, refused.conflict?.yours];
    expect(texts).toContainEqual(expect.objectContaining({ sourceWait: waiting(4).sourceWait }));
    expect(texts).toContainEqual(expect.objectContaining({ sourceWait: waiting(6).sourceWait }));
  });

  test("put one of two approved changes of the same pack in force, and ask for the other to be moved", async () => {
    const [first, second] = [await approved(4), await approved(6)];
    const came = await Promise.all(
      [first, second].map(({ id, contentHash }) => workshop.publish(one, id, { contentHash })),
    );
    expect(came.filter(({ ok }) => ok)).toHaveLength(1);
    expect(came.find(({ ok }) => !ok)).toMatchObject({ refusal: "base-not-in-force" });
    expect(await town.store.read(listPublishedPacks)).toHaveLength(1);
  });

  test("get different numbers for changes begun in the same moment", async () => {
    const changes = await Promise.all([begun(), begun(), begun()]);
    expect(new Set(changes.map(({ number }) => number)).size).toBe(3);
  });

  describe("and the database itself", () => {
    const move = (id: string, step: ChangeMove): Promise<unknown> =>
      town.store.transaction(async (tx) => {
        const change = await findRuleChange(tx, id);
        if (change === undefined) throw new Error("There is no such change.");
        await moveRuleChange(tx, change, step);
        await append(tx, { action: "rule-change.edited", actor: testActor });
      });

    test("refuses the author's own approval, and anyone's who has written in it", async () => {
      const { id } = await begun();
      const { base } = await begun();
      expect(base?.inForce).toBe(true);
      await expect(move(id, { to: "approved", by: one.id })).rejects.toThrow();
      const ready = await rowReady();
      await expect(move(ready, { to: "approved", by: one.id })).rejects.toThrow("rule_change_four_eyes");
    });

    test("refuses to submit what was not tried, to publish what was not approved, and a guideline without its minute", async () => {
      const { id } = await begun();
      await expect(move(id, { to: "submitted", by: one.id, needsMinute: false })).rejects.toThrow("rule_change_tried");
      const ready = await rowReady();
      await expect(move(ready, { to: "published", by: one.id, minute: undefined })).rejects.toThrow("in that order");
      await move(ready, { to: "returned", note: "igen" });
      await move(ready, { to: "submitted", by: one.id, needsMinute: true });
      await move(ready, { to: "approved", by: other.id });
      await expect(move(ready, { to: "published", by: one.id, minute: undefined })).rejects.toThrow(
        /rule_change_minute|rule_pack_version/,
      );
    });

    test("refuses a change of a change that is withdrawn, and one that is not logged", async () => {
      const { id } = await begun();
      valueOf(await workshop.withdraw(one, id, "Behövs inte."));
      await expect(move(id, { to: "returned", note: "ändå" })).rejects.toThrow("never changes");
      const { id: open } = await begun();
      await expect(
        town.store.transaction(async (tx) => {
          const change = await findRuleChange(tx, open);
          if (change !== undefined) await moveRuleChange(tx, change, { to: "withdrawn", note: "tyst" });
        }),
      ).rejects.toThrow("must be logged");
    });

    /** A submitted change on the rules in force now. */
    const rowReady = async (): Promise<string> => {
      const { id, revision, content, base } = await begun();
      if (base === null || content.layer !== "municipal") throw new Error("The change has no base.");
      const days = { from: month("2026-02"), class: "operational" as const, source: `${source}, nytt`, days: 9 };
      const sourceWait = [...content.sourceWait.slice(0, -1)];
      const last = content.sourceWait.at(-1);
      if (last !== undefined) sourceWait.push({ ...last, to: month("2026-01") });
      const next = {
        ...words,
        effectiveFrom: month("2026-02"),
        content: { ...content, sourceWait: [...sourceWait, days] },
      };
      const saved = valueOf(await workshop.save(one, id, { ...next, revision }));
      valueOf(await workshop.check(one, id, saved.revision));
      valueOf(await workshop.rehearse(one, id, saved.revision));
      return valueOf(await workshop.submit(one, id, saved.revision)).id;
    };
  });
});
