import { afterEach, describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { openTown, type Town } from "./town.js";

describe("a portal that refuses us", () => {
  let town: Town;
  afterEach(() => town.close());

  it.each([
    ["fault 30", "locked-account", "account-locked"],
    ["fault 23", "captcha", "captcha"],
  ])(
    "%s: after %s its queue stands still, its case waits, nothing is tried again, and it goes on when a person resumes it",
    async (_fault, kind, cause) => {
      town = await openTown(["01"], { faults: [{ system: "agencies", page: "answer", kind }] });
      await town.untilHit(kind);
      const isPaused = async (): Promise<boolean> =>
        (await town.portals()).some(({ portal, state, cause: why }) => {
          return portal === "agencies" && state === "paused" && why?.code === cause;
        });
      await expect.poll(isPaused, { timeout: 20_000 }).toBe(true);
      const { state } = await town.atRest();
      expect(["waiting", "referred"]).toContain(state);

      await town.disarm();
      const before = await town.requestsTo("agencies");
      await town.beginDay(localDate("2025-10-28"));
      await expect.poll(() => town.requestsTo("e-service"), { timeout: 20_000 }).toBeGreaterThan(0);
      expect(await isPaused()).toBe(true);
      expect(await town.requestsTo("agencies")).toBe(before);

      await town.resumePortal("agencies");
      if (state === "waiting") {
        const { amountOre } = await town.caseIn("prefilled");
        expect(amountOre).toBe(619_000);
      }
      expect((await town.portals()).every((portal) => portal.state === "working")).toBe(true);
      expect(await town.verify()).toMatchObject({ verified: true });
    },
  );
});
