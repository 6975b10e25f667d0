import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvents } from "../../audit/events.js";
import { formatKronor } from "../../contracts/money.js";
import { samplePacks } from "../../rules/index.js";
import { shippedSuites } from "./shipped-suites.js";
import { aWorkshop, valueOf } from "./test-support/a-workshop.js";
import { decideMonth, publish, storeMonth, withRentCap } from "./test-support/stored-months.js";

let workshop: Awaited<ReturnType<typeof aWorkshop>>;

beforeAll(async () => {
  workshop = await aWorkshop({ suites: () => ({ national: shippedSuites(samplePacks).national, local: [] }) });
});
afterAll(() => workshop.town.stop());

test("the report gives each household one number, its months in order and their sum, and counts households in the log", async () => {
  for (const [reference, of, month, amountOre] of [
    ["R-1", "applicant", "2025-11", 900_000],
    ["R-2", "partner", "2025-11", 900_000],
    ["R-3", "applicant", "2025-10", 890_000],
  ] as const)
    await decideMonth(workshop, await storeMonth(workshop, { reference, rent: 7_100, of, month }), amountOre);
  const id = await publish(workshop, { content: withRentCap(720_000), from: "2025-01", kind: "correction" });
  const { decided } = valueOf(await workshop.workshop.affected(workshop.one, id));
  const [most = 0, least = 0] = decided.map(({ differenceOre }) => differenceOre);
  expect(most - least).toBe(10_000);
  const { lines } = valueOf(await workshop.workshop.boardReport(workshop.one, id));
  expect(lines.slice(1, 7).map((line) => [line[0], line[1], line[5]])).toEqual([
    ["1", "oktober 2025", formatKronor(most)],
    ["1", "november 2025", formatKronor(least)],
    ["1", "Summa för hushållet", formatKronor(most + least)],
    ["2", "november 2025", formatKronor(least)],
    ["2", "Summa för hushållet", formatKronor(least)],
    ["Summa", "", formatKronor(most + 2 * least)],
  ]);
  const events = await workshop.town.store.read((tx) => listEvents(tx, { action: "rule.reported" }));
  expect(events.at(-1)?.details).toMatchObject({ change: id, households: 2 });
});
