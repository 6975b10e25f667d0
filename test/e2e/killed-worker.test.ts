import { afterEach, describe, expect, it } from "vitest";
import { openTown, type ArmedFault, type Town } from "./town.js";

/** The events that every granted case has exactly once, whatever happened on the way. */
const onceOnly = [
  "application.received",
  "decision.requested",
  "decision.recorded",
  "letter.rendered",
  "letter.delivered",
  "case.closed",
] as const;

const hang = (where: Pick<ArmedFault, "system" | "page">): ArmedFault => ({ ...where, kind: "hang", times: 1 });

describe("a case whose worker is killed in the middle of it", () => {
  let town: Town;
  afterEach(() => town.close());

  const killAndStartAgain = async (next: readonly ArmedFault[] = []): Promise<void> => {
    await town.killApplication();
    await town.disarm();
    for (const fault of next) await town.arm(fault);
    await town.startApplication();
  };

  const approve = async (): Promise<void> => {
    const { caseId } = await town.caseIn("prefilled");
    await (await town.signIn()).approve(caseId);
  };

  /** What must hold of the case when all is over: granted once, written once, told once, and a log that holds. */
  const expectOneCleanEnd = async (): Promise<void> => {
    await town.caseIn("closed");
    const { decisions, writes, events, amountOre } = await town.show();
    expect(amountOre).toBe(619_000);
    expect(decisions).toHaveLength(1);
    expect(writes.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      "calculation confirmed",
      "decision confirmed",
      "journal confirmed",
      "payment confirmed",
    ]);
    expect(await town.control.writes()).toEqual({ calculation: 1, decision: 1, payment: 1, journal: 1, duplicates: 0 });
    for (const action of onceOnly)
      expect([action, events.filter((event) => event.action === action).length]).toEqual([action, 1]);
    for (const action of ["write.intended", "write.submitted", "write.confirmed"])
      expect([action, events.filter((event) => event.action === action).length]).toEqual([action, 4]);
    expect(await town.verify()).toMatchObject({ verified: true });
  };

  it("is gone on from, killed before a portal is read, and during its answer when another was read", async () => {
    town = await openTown(["01"], { faults: [hang({ system: "agencies", page: "login" })] });
    await town.untilHit("hang");
    await killAndStartAgain([hang({ system: "agencies", page: "answer" })]);
    await town.untilHits("hang", 2);
    await town.untilLogged("source.answered");
    await killAndStartAgain();
    await approve();
    await expectOneCleanEnd();
  });

  it("is gone on from, killed between the decision and its first write, and between a write and its read-back", async () => {
    town = await openTown(["01"]);
    await town.caseIn("prefilled");
    await town.arm(hang({ system: "case-system", page: "form" }));
    await approve();
    await town.untilHit("hang");
    await killAndStartAgain([hang({ system: "case-system", page: "receipt" })]);
    await town.untilHits("hang", 2);
    await killAndStartAgain();
    await expectOneCleanEnd();
  });
});
