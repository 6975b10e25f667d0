import { expect, test } from "vitest";
import { z } from "zod";
import { addMonths, month } from "../contracts/dates.js";
import { run } from "./examples/assessed.js";
import { nationalLawAlone, nationalPacks, neighbourOverlay, samplePacks } from "./packs.js";
import { isInForce, parametersFor } from "./parameters.js";
import { needExceedsMeans } from "./provisions/need-exceeds-means.js";
import { provisions } from "./rulebook.js";

const periods = nationalPacks.flatMap((pack) => pack.legalPeriods);

test("every provision names a paragraph for everything it rests on, in every period of codified law from its first month", () => {
  for (const { id, basis, from } of [...provisions, needExceedsMeans])
    for (const period of periods.filter(({ codified, to }) => codified && (to === undefined || to >= from))) {
      const cited = parametersFor(nationalLawAlone, period.from < from ? from : period.from).cite(basis);
      expect([id, period.id, cited.length]).toEqual([id, period.id, basis.length]);
    }
});

test.each([
  ["2013-06", "sol-2001-before-stimulus", true],
  ["2013-07", "sol-2001", true],
  ["2025-06", "sol-2001", true],
  ["2025-07", "sol-2025", true],
  ["2026-06", "sol-2025", true],
  ["2026-07", "sol-2025-certificate", false],
  ["2026-09", "sol-2025-certificate", false],
  ["2026-10", "sol-2025-certificate", false],
  ["2026-12", "sol-2025-certificate", false],
  ["2027-01", "benefit-ceiling", false],
  ["2029-01", "benefit-ceiling", false],
])("%s is under %s, and whether its text has been read is %s", (on, id, isRead) => {
  const { law } = parametersFor(nationalLawAlone, month(on));
  expect([law?.id, law?.verified]).toEqual([id, isRead]);
  const finding = run({ benefitMonth: on }).findings.find(({ code }) => code === "law-codified");
  expect(finding?.result).toBe(isRead ? "met" : "not-met");
  if (law?.codified === true && !isRead) expect(finding?.text).toContain("men lagtexten är inte läst");
});

test("no month before 2011 has law to assess by, and none after the last period read", () => {
  for (const on of ["2010-12", "2027-01", "2027-06"])
    for (const packs of [samplePacks, nationalLawAlone]) expect(run({ benefitMonth: on }, packs).grantOre).toBeNull();
});

test("the act of 2001 is cited to June 2025 and the act of 2025 from July, by every provision that counts anything", () => {
  for (let on = month("2024-12"); on <= month("2025-12"); on = addMonths(on, 1)) {
    const basis = [...provisions, needExceedsMeans].flatMap((each) =>
      parametersFor(nationalLawAlone, on).cite(each.basis),
    );
    const isOld = on < "2025-07";
    expect([on, basis.some((text) => text.includes("2001:453"))]).toEqual([on, isOld]);
    expect([on, basis.some((text) => text.includes("2025:400"))]).toEqual([on, !isOld]);
    expect([on, basis.some((text) => text.includes("2025:468"))]).toEqual([on, !isOld]);
  }
});

test("the benefit ceiling is present with no paragraph and no amount, and switched off", () => {
  const ceiling = periods.find(({ id }) => id === "benefit-ceiling");
  expect(ceiling).toMatchObject({ codified: false, verified: false, citations: {} });
  expect(nationalPacks.flatMap((pack) => pack.riksnorm).some((table) => isInForce(table, month("2027-01")))).toBe(
    false,
  );
});

test("a provision applies from its first month and not the month before", () => {
  for (const { id, from } of provisions.filter((each) => each.from > "2011-01")) {
    const uses = (on: string): boolean =>
      run({
        benefitMonth: on,
        planning: [{ memberId: "a", kind: "sick-leave", from: "2013-01-01", to: "2030-12-31", followed: true }],
        history: Array.from({ length: 6 }, (_, at) => ({
          month: addMonths(month(on), -2 - at),
          outcome: "granted" as const,
        })),
        incomes: [
          {
            id: "i1",
            memberId: "a",
            type: "salary",
            source: "caseworker",
            netOre: 100_000,
            paidOn: `${addMonths(month(on), -1)}-20`,
          },
        ],
      }).findings.some(({ provision }) => provision === id);
    expect([id, uses(addMonths(from, -1)), uses(from)]).toEqual([id, false, true]);
  }
});

/** What a row says and where it is read, with the time it holds for. A year's norm is read where its table is printed. */
const rowsOfPacks = [...nationalPacks, samplePacks.municipal, neighbourOverlay].flatMap((pack) =>
  Object.entries({ ...pack, riksnorm: [] }).flatMap(([table, rows]) =>
    z
      .array(
        z.looseObject({
          from: z.string(),
          to: z.string().optional(),
          source: z.string(),
          title: z.string().optional(),
        }),
      )
      .catch([])
      .parse(rows)
      .map((row) => ({ table, ...row, says: `${row.title ?? ""} ${row.source}` })),
  ),
);

test("no row of a pack is read in an act that was not in force while the row holds", () => {
  const newAct = /2025:(400|468)|12 kap\. \d+ §/;
  const oldAct = /2001:(453|937)|4 kap\. \d+ §(?! SoF)/;
  const wrong = rowsOfPacks.filter(
    ({ says, from, to }) =>
      (newAct.test(says) && !oldAct.test(says) && from < "2025-07") ||
      (oldAct.test(says) && !newAct.test(says) && (to ?? "9999") >= "2025-07"),
  );
  expect(rowsOfPacks.length).toBeGreaterThan(100);
  expect(wrong.map(({ table, from, to, says }) => [table, from, to, says])).toEqual([]);
});
