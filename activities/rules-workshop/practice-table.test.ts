import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import { packSchema } from "../../contracts/rule-pack.js";
import { sha256Hex } from "../../platform/canonical.js";
import { samplePacks } from "../../rules/index.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import { someone } from "../decide/test-support/asked.js";
import { packsInForce } from "../packs-in-force.js";
import { createWorkshop } from "./create-workshop.js";
import { shippedSuites } from "./shipped-suites.js";
import type { Asking } from "./workshop-deps.js";

const pack = packSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "docs", "practice-table.json"), "utf8")),
);

let town: TestStore;
let one: Asking;
beforeEach(async () => {
  town = await openTestStore();
  one = { id: await someone(town, "administrator-1", ["administrator"]), roles: ["administrator"] };
});
afterEach(() => town.stop());

const workshopIn = (isInvented: boolean) =>
  createWorkshop({
    store: town.store,
    rulebook: { version: "test", hash: sha256Hex("test") },
    shipped: samplePacks,
    packsInForce: packsInForce(samplePacks),
    today: () => Promise.resolve(localDate("2025-10-27")),
    month: month("2025-11"),
    isInvented,
    suites: shippedSuites,
    reassess: () => Promise.resolve(false),
  });

/** Takes the practice table as far towards being in force as it goes; the code is why it stopped. */
const submitted = async (isInvented: boolean): Promise<string> => {
  const workshop = workshopIn(isInvented);
  const words = { title: "Nästa års tabell", source: "Övningstabell (påhittad)", kind: "new-rule" } as const;
  const effectiveFrom = month("2027-01");
  const begun = await workshop.create(one, { ...words, effectiveFrom, from: { start: "new-pack", pack } });
  if (!begun.ok) return begun.refusal;
  const { id, revision } = begun.value;
  const checked = await workshop.check(one, id, revision);
  if (!checked.ok) return checked.refusal;
  const rehearsed = await workshop.rehearse(one, id, revision);
  if (!rehearsed.ok) return rehearsed.refusal;
  const handedOver = await workshop.submit(one, id, revision);
  if (!handedOver.ok) return handedOver.refusal;
  const { problems, state } = handedOver.value;
  return [state, ...problems.map(({ code }) => code)].join(" ");
};

test("a table that is new here is shown beside what is in force, and not beside its own figures", async () => {
  const words = { title: "Nästa års tabell", source: "Övningstabell (påhittad)", kind: "new-rule" } as const;
  const effectiveFrom = month("2027-01");
  const begun = await workshopIn(true).create(one, { ...words, effectiveFrom, from: { start: "new-pack", pack } });
  if (!begun.ok || begun.value.inForce.layer !== "national") throw new Error("The table was not taken in.");
  const { inForce } = begun.value;
  expect(inForce.riksnorm).toEqual(samplePacks.national.flatMap(({ riksnorm }) => riksnorm));
  expect(inForce.riksnorm.filter(({ to }) => to >= effectiveFrom)).toEqual([]);
});

test("the practice table goes the whole way in the invented municipality, and is refused in every other", async () => {
  expect(await submitted(true)).toBe("submitted");
  expect(await submitted(false)).toBe("practice-pack");
});
