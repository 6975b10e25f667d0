import { afterEach, beforeEach, expect, test } from "vitest";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import type { Assessed } from "../../contracts/receipt.js";
import { assess, samplePacks } from "../../rules/index.js";
import { changeOf } from "./decided-months.js";
import { shippedSuites } from "./shipped-suites.js";
import { readHouseholds } from "./stored-households.js";
import { aWorkshop, valueOf } from "./test-support/a-workshop.js";
import { decideMonth, publish, rightSource, storeMonth, withRentCap } from "./test-support/stored-months.js";

let workshop: Awaited<ReturnType<typeof aWorkshop>>;

beforeEach(async () => {
  workshop = await aWorkshop({ suites: () => ({ national: shippedSuites(samplePacks).national, local: [] }) });
});
afterEach(() => workshop.town.stop());

const correction = (content: MunicipalPack) => ({ content, from: "2025-01", kind: "correction" }) as const;
const decidedOf = async (id: string) => valueOf(await workshop.workshop.affected(workshop.one, id));

/** The overlay with other words for how letters go out, which no calculation reads. */
const otherChannels = (pack: MunicipalPack): MunicipalPack => ({
  ...pack,
  letterChannels: pack.letterChannels.map((row) => ({ ...row, source: rightSource })),
});

test("a month is told of by the change that makes it otherwise, and by none that is published after it", async () => {
  const caseId = await storeMonth(workshop, { reference: "R-1", rent: 7_100 });
  await decideMonth(workshop, caseId, 900_000);
  const cap = withRentCap(720_000);
  const first = await publish(workshop, correction(cap));
  const [told] = (await decidedOf(first)).decided;
  expect(told?.differenceOre).toBeGreaterThan(0);
  const second = await publish(workshop, correction(otherChannels(cap)));
  expect(await decidedOf(second)).toMatchObject({ decided: [], unclear: [], decidedLess: 0, totalOre: 0 });
  expect((await decidedOf(first)).decided).toEqual([told]);
});

const meanings = [
  ["more, against what was decided", { decided: 900, before: null, after: 950 }, 50],
  ["more, without what an earlier change would have given", { decided: 900, before: 940, after: 950 }, 10],
  ["more, without what a person gave above the rules", { decided: 930, before: 900, after: 950 }, 20],
  ["less, and the decision stands", { decided: 900, before: 900, after: 880 }, "less"],
  ["the same, where a person gave more than both", { decided: 960, before: 900, after: 950 }, "same"],
  [
    "what a person has to put together, after a change that gave more",
    { decided: 900, before: 950, after: 930 },
    "unclear",
  ],
  ["what a person has to work out", { decided: 900, before: 900, after: null }, "unclear"],
] as const;

test("a change means for a decided month what it gives itself, and nothing that another change or a person gave", async () => {
  await storeMonth(workshop, { reference: "R-1", rent: 5_000 });
  const { households } = await readHouseholds(workshop.town.store, {});
  const [stored] = households;
  if (stored === undefined) throw new Error("There is no case.");
  const cameTo = (kronor: number | null): Assessed => ({
    ...assess(stored.input, samplePacks),
    ...(kronor === null ? { outcome: "referred", grantOre: null } : { outcome: "prefilled", grantOre: kronor * 100 }),
  });
  for (const [meaning, { decided, before, after }, expected] of meanings) {
    const row = { ...stored.row, decidedOre: decided * 100 };
    const change = changeOf({ stored: { ...stored, row }, before: cameTo(before), after: cameTo(after) });
    expect(change.is === "more" ? change.month.differenceOre / 100 : change.is, meaning).toBe(expected);
  }
});

test("a month that was decided by the corrected rule is not told of", async () => {
  const id = await publish(workshop, correction(withRentCap(720_000)));
  const caseId = await storeMonth(workshop, { reference: "R-1", rent: 7_100 });
  await decideMonth(workshop, caseId, 100_000);
  expect(await decidedOf(id)).toMatchObject({ decided: [], unclear: [], decidedLess: 0 });
});

test("a rule that was stopped while it was corrected hides no month that it gave too little", async () => {
  const caseId = await storeMonth(workshop, { reference: "R-1", rent: 7_100 });
  await decideMonth(workshop, caseId, 900_000);
  const provision = "cost-rent";
  valueOf(await workshop.workshop.stop(workshop.one, { provision, reason: "Taket är fel avskrivet." }));
  const id = await publish(workshop, correction(withRentCap(720_000)));
  const view = await decidedOf(id);
  expect(view.unclear).toEqual([]);
  expect(view.decided).toMatchObject([{ decidedOre: 900_000 }]);
});
