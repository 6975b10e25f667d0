import { expect, test } from "vitest";
import type { CaseInput } from "../contracts/case.js";
import { addMonths, month } from "../contracts/dates.js";
import type { Assessed } from "../contracts/receipt.js";
import { run } from "./examples/assessed.js";
import { paid, planFor, standing } from "./examples/cases.js";
import { notCodified } from "./not-codified.js";

const stateOf = (id: string, parts: Partial<CaseInput>): string | undefined =>
  run(parts).findings.find(({ provision, factId }) => provision === "not-codified" && factId === id)?.result;

/** Of a point that does not come up there is nothing to say but that. */
const comesUp = (id: string, parts: Partial<CaseInput>): string => stateOf(id, parts) ?? "absent";

test("an uneventful month has none of them, and every one says why and who acts", () => {
  expect(run({}).reasons).toEqual([]);
  for (const { why } of notCodified) expect(why).toMatch(/person/);
  expect(new Set(notCodified.map(({ id }) => id)).size).toBe(notCodified.length);
});

const previous = { month: "2025-10", lines: [] };

test("a surplus is asked about from one öre, and where the balance is unknown and the month was not granted in full", () => {
  const balance = (balanceOre: number): string => comesUp("earlier-surplus", { previous: { ...previous, balanceOre } });
  expect([balance(-1), balance(0), balance(1)]).toEqual(["absent", "absent", "not-met"]);
  const after = (outcome: "granted" | "partly-granted" | "refused" | "emergency" | "not-applied"): string =>
    comesUp("earlier-surplus", { history: [{ month: "2025-10", outcome }] });
  expect(after("granted")).toBe("absent");
  expect(after("not-applied")).toBe("absent");
  for (const outcome of ["partly-granted", "refused", "emergency"] as const) expect(after(outcome)).toBe("cannot-tell");
  // A calculation of the month is there, and no decision.
  expect(comesUp("earlier-surplus", { history: [] })).toBe("cannot-tell");
  expect(comesUp("earlier-surplus", { history: [], kind: "first" })).toBe("absent");
});

test("emergency aid in the month before or in the month is asked about, earlier is not", () => {
  const emergency = (on: string): string =>
    comesUp("emergency-aid", {
      history: [
        { month: "2025-10", outcome: "granted" },
        { month: on, outcome: "emergency" },
      ],
    });
  expect([emergency("2025-09"), emergency("2025-10"), emergency("2025-11")]).toEqual(["absent", "not-met", "not-met"]);
});

test("a refusal the month before is asked about, the one before that is not", () => {
  const refused = (on: string): string =>
    comesUp("refused-before", {
      previous: { ...previous, balanceOre: -1 },
      history: [{ month: on, outcome: "refused" }],
    });
  expect([refused("2025-09"), refused("2025-10"), refused("2025-11")]).toEqual(["absent", "not-met", "absent"]);
});

const withAid = (until: string, count: number): CaseInput["history"] =>
  Array.from({ length: count }, (_, at) => ({ month: addMonths(month(until), -at), outcome: "granted" as const }));
const inMonth = (benefitMonth: string, history: CaseInput["history"]): Partial<CaseInput> => ({
  benefitMonth,
  today: `${benefitMonth}-01`,
  appliedOn: `${benefitMonth}-01`,
  previous: { month: addMonths(month(benefitMonth), -1), lines: [] },
  planning: [{ ...planFor("a"), to: "2026-12-31" }],
  ...(history === undefined ? {} : { history }),
});

test("the activity requirement comes up from October 2026 after three months in a row, a break starts again", () => {
  const asked = (benefitMonth: string, history: CaseInput["history"]): string =>
    comesUp("activity-requirement", inMonth(benefitMonth, history));
  expect(asked("2026-10", withAid("2026-09", 2))).toBe("absent");
  expect(asked("2026-10", withAid("2026-09", 3))).toBe("not-met");
  expect(asked("2026-10", withAid("2026-09", 4))).toBe("not-met");
  expect(asked("2026-09", withAid("2026-08", 6))).toBe("absent");
  const broken = [...(withAid("2026-09", 2) ?? []), ...(withAid("2026-06", 4) ?? [])];
  expect(asked("2026-10", broken)).toBe("absent");
  const each = (outcome: "partly-granted" | "refused" | "not-applied") =>
    asked(
      "2026-10",
      withAid("2026-09", 3)?.map((row) => ({ ...row, outcome })),
    );
  expect([each("partly-granted"), each("refused"), each("not-applied")]).toEqual(["not-met", "absent", "absent"]);
  // Whether a month of emergency aid only is one of the three is not known: it asks a person where it decides.
  const withEmergency = (on: string, months: number) =>
    asked(
      "2026-10",
      withAid("2026-09", months)?.map((row) => (row.month === on ? { ...row, outcome: "emergency" as const } : row)),
    );
  expect(withEmergency("2026-08", 3)).toBe("cannot-tell");
  expect(withEmergency("2026-08", 2)).toBe("absent");
  expect(withEmergency("2026-06", 4)).toBe("not-met");
});

const earlier = (rest: object): Assessed =>
  run({
    incomes: [
      paid("salary", 9000, { declared: false, from: "2025-08-01", to: "2025-08-31", paidOn: "2025-08-25", ...rest }),
    ],
  });

test("an income of an earlier month that nobody has told of or counted is a person's, and is not counted", () => {
  expect(earlier({})).toMatchObject({ reasons: ["not-codified"], countedIncomeOre: 0, shortfallOre: 518_000 });
  const onLastDay = { from: "2025-09-01", to: "2025-09-30", paidOn: "2025-09-30" };
  expect(earlier(onLastDay).reasons).toEqual(["not-codified"]);
  // A day later it is of the month that is counted, and is heard about instead.
  expect(earlier({ ...onLastDay, to: "2025-10-01", from: "2025-10-01", paidOn: "2025-10-01" }).reasons).toContain(
    "undeclared-income",
  );
  expect(earlier({ declared: true }).reasons).toEqual([]);
  expect(earlier({ type: "additional-cost-compensation" }).reasons).toEqual([]);
  expect(earlier({ assessed: "does-not-count" }).reasons).toEqual([]);
});

test("an income of an earlier month that last month's calculation holds is known already", () => {
  const income = paid("salary", 9000, {
    declared: false,
    from: "2025-09-01",
    to: "2025-09-30",
    paidOn: "2025-09-25",
  });
  const counted = (memberId: string): string =>
    comesUp("earlier-income", {
      incomes: [income],
      previous: { ...previous, lines: [{ kind: "income", type: "salary", memberId, amountOre: 900_000 }] },
    });
  expect([counted("a"), counted("b")]).toEqual(["absent", "not-met"]);
  // Another kind of income, and a cost of that name, are not the payment.
  const held = (line: object): string =>
    comesUp("earlier-income", {
      incomes: [income],
      previous: { ...previous, lines: [{ kind: "income", type: "salary", memberId: "a", amountOre: 1, ...line }] },
    });
  expect([held({}), held({ type: "pension" }), held({ kind: "cost" })]).toEqual(["absent", "not-met", "not-met"]);
});

test("an application is for a month that has not gone, and is not dated after today", () => {
  const applied = (appliedOn: string, today = "2025-12-02"): string =>
    comesUp("application-time", { appliedOn, today });
  expect([applied("2025-11-29"), applied("2025-11-30"), applied("2025-12-01")]).toEqual([
    "absent",
    "absent",
    "not-met",
  ]);
  expect(applied("2025-10-27", "2025-10-27")).toBe("absent");
  expect(applied("2025-10-28", "2025-10-27")).toBe("cannot-tell");
});

const ofSize = (count: number): CaseInput["household"] => ({
  sizeInHome: count,
  sharesHome: false,
  members: [
    { id: "a", role: "applicant", birthDate: "1980-05-02" },
    ...Array.from({ length: count - 1 }, (_, at) => ({
      id: `c${String(at)}`,
      role: "child" as const,
      birthDate: "2014-05-02",
      days: 30,
    })),
  ],
});

test("a household, costs or incomes as many as a case has room for are never granted on: something may have been cut off", () => {
  expect(run({ household: ofSize(29) }).outcome).toBe("prefilled");
  expect(run({ household: ofSize(30) })).toMatchObject({ outcome: "referred", reasons: ["not-codified"] });
  // As many at home as there is room for is enough, and so is as many in the household.
  const counted = (members: number, home: number): string =>
    comesUp("list-full", { household: { ...ofSize(members), sizeInHome: home } });
  expect([counted(2, 29), counted(2, 30), counted(30, 29)]).toEqual(["absent", "cannot-tell", "cannot-tell"]);
  const costs = (count: number): string =>
    comesUp("list-full", {
      costs: Array.from({ length: count }, (_, at) => ({ ...standing("rent", 10), id: `k${String(at)}` })),
    });
  expect([costs(59), costs(60)]).toEqual(["absent", "cannot-tell"]);
  const incomes = (count: number): string =>
    comesUp("list-full", {
      incomes: Array.from({ length: count }, (_, at) => paid("pension", 1, { id: `i${String(at)}` })),
    });
  expect([incomes(299), incomes(300)]).toEqual(["absent", "cannot-tell"]);
});
