import { describe, expect, it } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import { foundInTarget } from "./found-in-target.js";

const payment: CaseSystemRecord = {
  kind: "payment",
  reference: "2511-0001-U-1a2b3c4d",
  personalNumber: "198501169885",
  month: month("2025-11"),
  amountOre: 619_000,
  payOn: localDate("2025-10-31"),
};
const byHand = { ...payment, reference: "" };
const note: CaseSystemRecord = {
  kind: "journal",
  reference: "2511-0001-J-1a2b3c4d",
  personalNumber: "198501169885",
  month: month("2025-11"),
  text: "Beslut.",
};

describe("looking in the case system before and after a write", () => {
  it("confirms our own record when it says what we wrote", () => {
    expect(foundInTarget({ record: payment, state: "submitted" }, [payment])).toBe("confirmed");
  });

  it("finds nothing where nothing stands", () => {
    expect(foundInTarget({ record: payment, state: "intended" }, [])).toBe("absent");
  });

  it("asks when our own record was saved with another amount", () => {
    expect(foundInTarget({ record: payment, state: "submitted" }, [{ ...payment, amountOre: 618_900 }])).toBe(
      "ambiguous",
    );
  });

  it("asks when our record stands twice", () => {
    expect(foundInTarget({ record: payment, state: "submitted" }, [payment, payment])).toBe("ambiguous");
  });

  it("asks when somebody has already entered a payment for the month, even with the same amount", () => {
    expect(foundInTarget({ record: payment, state: "intended" }, [byHand])).toBe("ambiguous");
  });

  it("accepts what a person entered by hand after having been asked, if it says the same", () => {
    expect(foundInTarget({ record: payment, state: "unclear" }, [byHand])).toBe("confirmed");
    expect(foundInTarget({ record: payment, state: "unclear" }, [{ ...byHand, amountOre: 1 }])).toBe("ambiguous");
  });

  it("does not mind other people's journal notes", () => {
    const theirs = { ...note, reference: "", text: "Samtal." };
    expect(foundInTarget({ record: note, state: "intended" }, [theirs])).toBe("absent");
    expect(foundInTarget({ record: note, state: "submitted" }, [theirs, note])).toBe("confirmed");
  });
});
