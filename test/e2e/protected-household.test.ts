import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "./town.js";

describe("fault 38: a household with a protected person", () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown(["20"]);
  });
  afterAll(() => town.close());

  it("goes to a person for that reason alone, and nothing is fetched once the mark has been seen", async () => {
    expect(await town.caseIn("referred")).toMatchObject({
      outcome: "referred",
      reasons: ["protected-identity"],
      amountOre: null,
    });
    const asked = new Set((await town.control.requests()).map(({ system }) => system));
    expect([...asked].sort()).toEqual(["e-service", "register"]);
  });

  it("is not opened by a caseworker without the authority", async () => {
    const { caseId } = await town.caseIn("referred");
    const caseworker = await town.signIn("handlaggare-1");
    await expect(caseworker.open(caseId)).rejects.toThrow();
    await expect(caseworker.approve(caseId)).rejects.toThrow();
  });
});
