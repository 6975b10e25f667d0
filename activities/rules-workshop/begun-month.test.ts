import { afterAll, beforeAll, expect, test } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { samplePacks } from "../../rules/index.js";
import { shippedSuites } from "./shipped-suites.js";
import { aWorkshop, rentsFrom, valueOf } from "./test-support/a-workshop.js";

let town: Awaited<ReturnType<typeof aWorkshop>>;
let today = localDate("2025-10-27");
const lower = (from: string) => ({ from, content: rentsFrom([{ from, moreOre: -500_00 }]) });
const minute = { on: localDate("2025-11-20"), paragraph: "§ 118" };

beforeAll(async () => {
  town = await aWorkshop({
    today: () => Promise.resolve(today),
    // The municipality's own scenarios demand the rents as they are in November.
    suites: () => ({ national: shippedSuites(samplePacks).national, local: [] }),
  });
});
afterAll(() => town.town.stop());

test("a change approved in October for November is not published once November has begun", async () => {
  today = localDate("2025-10-27");
  const { one, workshop, approved } = town;
  const change = await approved(lower("2025-11"));
  today = localDate("2025-11-01");
  const { contentHash } = change;
  expect(await workshop.publish(one, change.id, { contentHash, minute: { ...minute, on: today } })).toMatchObject({
    refusal: "backdated",
  });
});

test("a guideline adopted within the month that is worked on holds from the next, though nothing is decided yet", async () => {
  today = localDate("2025-11-20");
  const { one, workshop, tried, approved } = town;
  expect((await workshop.view(one)).firstOpenMonth).toBe("2025-12");
  const late = await tried(lower("2025-11"));
  expect(await workshop.submit(one, late.id, late.revision)).toMatchObject({ refusal: "backdated" });
  const change = await approved(lower("2025-12"));
  const { contentHash } = change;
  expect(valueOf(await workshop.publish(one, change.id, { contentHash, minute })).state).toBe("published");
});
