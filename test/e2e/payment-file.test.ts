import { afterEach, describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { openTown, type Town } from "./town.js";

describe("a decided household's letter and money, on the whole town", () => {
  let town: Town;
  afterEach(() => town.close());

  it("reach the mailbox at once and the bank at the cut-off, by the clock of the municipality", async () => {
    town = await openTown(["01"]);
    const { caseId } = await town.caseIn("prefilled");
    await (await town.signIn()).approve(caseId);
    await town.caseIn("closed");
    const actions = async (): Promise<string[]> => (await town.show()).events.map(({ action }) => action);
    expect(await actions()).toEqual(
      expect.arrayContaining(["payment.ordered", "letter.intended", "letter.submitted", "letter.delivered"]),
    );
    expect(await actions()).not.toContain("payment.filed");
    // The household is to have its answer, and its money, on Friday 31 October: its file leaves on Thursday afternoon.
    await town.beginDay(localDate("2025-10-31"));
    await town.untilLogged("payment.filed");
    expect((await actions()).filter((action) => action === "payment.filed")).toHaveLength(1);
    expect(await town.verify()).toMatchObject({ verified: true });
  });
});
