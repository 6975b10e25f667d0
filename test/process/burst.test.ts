import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testPersons } from "../../bench/test-persons.js";
import { until } from "../../platform/until.js";
import { aRenewal, bo } from "./fake-portals.js";
import { openOffice, type Office } from "./office.js";

/** An ordinary reading of the inbox finds two new applications or so. */
const ordinary = 2;
const burst = 10 * ordinary;
const patienceMs = 90_000;

describe("ten times as many applications at once", () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it("fault 45: wait their turn and are all assessed as one alone is; a person who decides meanwhile is answered", async () => {
    office.world.inbox.push(aRenewal());
    await office.readInbox();
    const { id, reasons } = await office.caseThat(({ state }) => state === "prefilled");

    const persons = testPersons.slice(0, burst);
    expect(persons).toHaveLength(burst);
    for (const [index, personalNumber] of persons.entries())
      office.world.inbox.push(
        aRenewal({
          reference: `EB-2511-1${String(index).padStart(3, "0")}`,
          persons: [{ ...bo, personalNumber, role: "applicant", signedOn: "2025-10-27" }],
        }),
      );
    const began = performance.now();
    const reading = office.readInbox();
    const decided = await office.decide(id, { outcome: "granted" });
    const answeredAfterMs = performance.now() - began;
    expect(decided).toMatchObject({ result: "recorded" });
    await reading;

    const waited = new Map<string, number>();
    const allAssessed = await until(async () => {
      for (const { id: one, state } of await office.cases())
        if (one !== id && state === "prefilled" && !waited.has(one)) waited.set(one, performance.now() - began);
      return waited.size === burst;
    }, patienceMs);
    expect(allAssessed).toBe(true);
    const cases = await office.cases();
    expect(cases).toHaveLength(burst + 1);
    for (const row of cases) {
      expect(row.reasons).toEqual(reasons);
      expect(await office.events(row.id, "source.unavailable")).toEqual([]);
      expect(await office.events(row.id, "decision.recorded")).toHaveLength(row.id === id ? 1 : 0);
      expect(await office.events(row.id, "case.assessed")).toHaveLength(1);
    }
    const times = [...waited.values()].toSorted((one, other) => one - other);
    const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0;
    process.stdout.write(
      `a burst of ${String(burst)}: p95 ${(p95 / 1000).toFixed(1)} s from inbox to assessed, ` +
        `a decision meanwhile answered after ${(answeredAfterMs / 1000).toFixed(1)} s\n`,
    );
  });
});
