import { describe, expect, it } from "vitest";
import { permitOf } from "./permit.js";

const granted = {
  Ärendetyp: "Uppehållstillstånd",
  Beslut: "Beviljat",
  Giltighetstid: "Permanent",
  "Gäller från": "2024-09-16",
};
const permit = (facts: Readonly<Record<string, string>>) => permitOf(new Map(Object.entries(facts)));

describe("the Migration Agency's answer", () => {
  it("is a permit where it says that one is granted, permanent or for a time", () => {
    expect(permit(granted)).toEqual({ permit: { term: "permanent", from: "2024-09-16" } });
    expect(permit({ ...granted, Giltighetstid: "Tidsbegränsat", "Gäller till": "2026-09-15" })).toEqual({
      permit: { term: "time-limited", from: "2024-09-16", until: "2026-09-15" },
    });
  });

  it.each([
    ["another kind of matter", { ...granted, Ärendetyp: "Asyl" }],
    ["a permit that was not granted", { ...granted, Beslut: "Avslag" }],
    ["a term we do not know", { ...granted, Giltighetstid: "Tills vidare" }],
    ["no first day", { Ärendetyp: "Uppehållstillstånd", Beslut: "Beviljat", Giltighetstid: "Permanent" }],
    ["something more than a permit", { ...granted, Återkallelse: "Inledd" }],
  ])("is left as it was printed where it tells of %s", (_, facts) => {
    expect(permit(facts)).toEqual({});
  });
});
