import { afterAll, beforeAll, expect, test } from "vitest";
import { neighbourOverlay, samplePacks } from "../../rules/packs.js";
import { publishPack } from "../../store/rule-packs.js";
import { logged } from "../decide/test-support/asked.js";
import { aWorkshop, overlay, valueOf } from "./test-support/a-workshop.js";

/** A municipality that has no rules of its own yet. */
let bare: Awaited<ReturnType<typeof aWorkshop>>;
beforeAll(async () => {
  bare = await aWorkshop({ shipped: { national: samplePacks.national, municipal: undefined } });
});
afterAll(() => bare.town.stop());

test("of two first overlays begun at once the one is published, and the other is refused, not passed over", async () => {
  const { one, workshop, town, drafted } = bare;
  const begun = { from: "2025-12", start: "new-pack" } as const;
  const [first, second] = [
    await drafted({ ...begun, content: overlay }),
    await drafted({ ...begun, content: neighbourOverlay }),
  ];
  expect([first, second].flatMap(({ problems }) => problems.map(({ code }) => code))).not.toContain("second-overlay");
  await logged(town, (tx) => publishPack(tx, { pack: first.content, by: one.id }));
  const now = valueOf(await workshop.change(one, second.id));
  expect(now.problems.map(({ code }) => code)).toEqual(["second-overlay"]);
  expect(now.actions.find(({ action }) => action === "submit")).toMatchObject({ allowed: false });
  expect(await workshop.submit(one, second.id, second.revision)).toMatchObject({ refusal: "second-overlay" });
  const { title, source, kind, effectiveFrom } = second;
  const third = { title, source, kind, effectiveFrom, from: { start: "new-pack", pack: neighbourOverlay } } as const;
  expect(await workshop.create(one, third)).toMatchObject({ refusal: "second-overlay" });
});
