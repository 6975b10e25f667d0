import { describe, expect, test } from "vitest";
import { luhnDigit } from "../documents/numbers.js";
import { agencyKeys } from "../agencies/names.js";
import { loadHouseholds, personOf } from "./load.js";

const households = loadHouseholds("all");
const changeLimit = 0.12;

describe("the household files", () => {
  test("hold the twenty-four households of the sample month", () => {
    expect(households.map(({ id }) => id)).toEqual(
      Array.from({ length: 24 }, (_, index) => String(index + 1).padStart(2, "0")),
    );
  });

  test("use every personal number once, each with a right check digit", () => {
    const numbers = households.flatMap(({ persons }) => persons.map(({ personalNumber }) => personalNumber));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number.at(-1)).toBe(luhnDigit(number.slice(2, -1)));
  });

  test.each(households)("have household $id's reasons in order, and none where it is prefilled", ({ expected }) => {
    expect(expected.reasons).toEqual([...expected.reasons].sort());
    expect(expected.reasons.length === 0).toBe(expected.outcome === "prefilled");
    expect(expected.amountOre === null).toBe(expected.outcome !== "prefilled");
    expect(expected.approve).toBe(expected.outcome === "prefilled");
  });

  test.each(households)("let all seven agencies answer for every adult of household $id", (household) => {
    const adults = household.persons.filter(({ role }) => role === "applicant" || role === "co-applicant");
    expect(Object.keys(household.agencies)).toEqual(adults.map(({ key }) => key));
    for (const answers of Object.values(household.agencies)) expect(Object.keys(answers)).toEqual([...agencyKeys]);
  });

  test.each(households)("name only persons of household $id, all of them in the register", (household) => {
    for (const { person } of household.application.persons) expect(personOf(household, person).key).toBe(person);
    for (const key of household.caseSystem?.persons ?? []) expect(personOf(household, key).key).toBe(key);
    expect(Object.keys(household.register)).toEqual(household.persons.map(({ key }) => key));
  });

  test.each(households)("balance the previous calculation of household $id", ({ caseSystem }) => {
    const previous = caseSystem?.previous;
    if (previous === undefined) return;
    const sum = (kind: string): number =>
      previous.rows
        .filter((row) => row.kind === kind)
        .reduce((total, { amountOre, countedOre }) => total + (countedOre ?? amountOre), 0);
    expect(sum("income") - sum("norm") - sum("cost")).toBe(previous.balanceOre);
  });

  test.each(households.filter(({ expected }) => expected.outcome === "prefilled"))(
    "keep every benefit of household $id within the limit of change since the month before",
    ({ agencies, caseSystem }) => {
      const counted = (caseSystem?.previous?.rows ?? []).filter(({ kind }) => kind === "income");
      const paid = Object.entries(agencies).flatMap(([key, answers]) =>
        Object.values(answers)
          .flatMap(({ payments }) => payments)
          .filter(({ paidOn }) => paidOn.startsWith("2025-10"))
          .map((payment) => ({ key, ...payment })),
      );
      for (const { key, benefit, netOre } of paid) {
        const label = benefit === "Inkomstpension" ? "Pension" : benefit;
        const before = counted.find((row) => row.person === key && row.label === label)?.amountOre ?? 0;
        expect(Math.abs(netOre - before) / before).toBeLessThanOrEqual(changeLimit);
      }
    },
  );

  test.each(households.filter(({ expected }) => expected.outcome === "prefilled"))(
    "show every cost of household $id by a document or a standing approval that covers the month",
    ({ application, caseSystem }) => {
      application.costs.forEach(({ label, amountOre }, index) => {
        const attached = application.attachments.some(({ costRow }) => costRow === `k${String(index + 1)}`);
        const standing = (caseSystem?.standingApprovals ?? []).some(
          (approval) => approval.label === label && approval.amountOre === amountOre && approval.until >= "2025-11-30",
        );
        expect(attached || standing).toBe(true);
      });
    },
  );

  test.each(households.filter(({ expected }) => expected.outcome === "prefilled"))(
    "give household $id's payments whose net is gross less tax and deductions",
    ({ agencies }) => {
      for (const { payments } of Object.values(agencies).flatMap((answers) => Object.values(answers)))
        for (const { grossOre, taxOre, deductions, netOre } of payments)
          if (grossOre !== undefined && taxOre !== undefined)
            expect(grossOre - taxOre - deductions.reduce((total, { amountOre }) => total + amountOre, 0)).toBe(netOre);
    },
  );
});
