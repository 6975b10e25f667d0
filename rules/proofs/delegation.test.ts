import fc from "fast-check";
import { expect, test } from "vitest";
import { decisionOutcomeSchema, type MunicipalPack } from "../../contracts/rule-pack.js";
import { isGuardrail } from "../../contracts/codes/pack-problems.js";
import { mandateFor } from "../mandates.js";
import { itemOf, overlayWith, placesOf, problemsOf } from "./test-support.js";

const everyday = ["granted", "partly-granted", "refused", "written-off"];
const orderOf = (...items: readonly Record<string, unknown>[]): MunicipalPack => overlayWith({ delegation: items });
const all = itemOf("1", { role: "team-lead", outcomes: everyday });

test("an application must be able to come to every ordinary decision; what else is not delegated the board decides", () => {
  expect(placesOf(orderOf(all))).toEqual([]);
  const noRefusal = orderOf(itemOf("1", { role: "team-lead", outcomes: ["granted", "partly-granted", "written-off"] }));
  const [problem, ...rest] = problemsOf(noRefusal);
  expect(rest).toEqual([]);
  expect(problem).toMatchObject({
    code: "outcome-without-mandate",
    counterexample: {
      kind: "decision",
      outcome: "refused",
      on: "2025-01-01",
      text: "Beslut den 1 januari 2025: avslag.",
    },
  });
});

test("a mandate that lapses while others go on leaves a day when nobody may decide; the day before there is somebody", () => {
  const pack = orderOf(
    itemOf("1", { role: "team-lead", outcomes: ["granted", "partly-granted", "written-off"] }),
    itemOf("2", { role: "team-lead", outcomes: ["refused"], to: "2025-05-31" }),
    itemOf("3", { role: "team-lead", outcomes: ["refused"], from: "2025-06-02" }),
  );
  const [problem] = problemsOf(pack);
  expect(problem).toMatchObject({ code: "outcome-without-mandate", counterexample: { on: "2025-06-01" } });
  const meets = orderOf(
    itemOf("1", { role: "team-lead", outcomes: ["granted", "partly-granted", "written-off"] }),
    itemOf("2", { role: "team-lead", outcomes: ["refused"], to: "2025-05-31" }),
    itemOf("3", { role: "team-lead", outcomes: ["refused"], from: "2025-06-01" }),
  );
  expect(placesOf(meets)).toEqual([]);
});

test("two items with the same role, outcome and limit on the same day leave it open which one a decision rests on", () => {
  const other = (change: Record<string, unknown>) =>
    orderOf(
      all,
      itemOf("2", { role: "caseworker", outcomes: ["granted"], upTo: 25_000, to: "2025-06-30" }),
      itemOf("3", { role: "caseworker", outcomes: ["granted"], upTo: 25_000, ...change }),
    );
  expect(problemsOf(other({ from: "2025-06-30" }))).toMatchObject([
    { code: "mandate-overlap", row: "delegation[2]", counterexample: { on: "2025-06-30", role: "caseworker" } },
  ]);
  expect(placesOf(other({ from: "2025-07-01" }))).toEqual([]);
  expect(placesOf(other({ upTo: 25_001 }))).toEqual([]);
});

test("a head of unit may decide at least as much as a caseworker: the same limit is in order, a krona less is not", () => {
  const lead = (upTo: number) =>
    orderOf(
      itemOf("1", { role: "team-lead", outcomes: everyday, upTo }),
      itemOf("2", { role: "caseworker", outcomes: ["granted"], upTo: 25_000 }),
    );
  expect(placesOf(lead(25_000))).toEqual([]);
  const less = lead(24_999);
  const [problem] = problemsOf(less);
  expect(problem).toMatchObject({ code: "mandate-order", row: "delegation[0]" });
  if (problem?.counterexample.kind !== "decision") throw new Error("no decision is named");
  const { outcome, amountOre, on } = problem.counterexample;
  const of = (role: "caseworker" | "team-lead") => mandateFor({ roles: [role], outcome, amountOre, on }, less);
  expect([of("team-lead"), of("caseworker")?.item]).toEqual([undefined, "2"]);
});

test("nobody decides before the board has, and the minute is named by date and paragraph", () => {
  const of = (change: Record<string, unknown>) => orderOf({ ...all, ...change });
  expect(placesOf(of({ from: "2024-11-20" }))).toEqual([]);
  expect(placesOf(of({ from: "2024-11-19" }))).toEqual(["mandate-before-minute delegation[0]"]);
  expect(placesOf(of({ boardMinute: "nämnden i november" }))).toEqual(["mandate-before-minute delegation[0]"]);
  expect(placesOf(of({ boardMinute: "2024-02-30 § 1" }))).toEqual(["mandate-before-minute delegation[0]"]);
});

test("those who look after the system or audit it decide nothing, and an item that ends before it starts holds never", () => {
  for (const role of ["administrator", "auditor"])
    expect(placesOf(orderOf(all, itemOf("2", { role, outcomes: ["granted"] })))).toEqual([
      "role-cannot-decide delegation[1]",
    ]);
  const item = (to: string) => itemOf("2", { role: "caseworker", outcomes: ["granted"], from: "2025-03-02", to });
  expect(placesOf(orderOf(all, item("2025-03-02")))).toEqual([]);
  expect(placesOf(orderOf(all, item("2025-03-01")))).toEqual(["period-reversed delegation[1]"]);
});

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2025-01-${String(number).padStart(2, "0")}`);
const items = fc.array(
  fc.record(
    {
      role: fc.constantFrom("caseworker", "team-lead"),
      outcomes: fc.uniqueArray(fc.constantFrom(...decisionOutcomeSchema.options), { minLength: 1 }),
      from: day,
      to: day,
      upTo: fc.nat(3),
    },
    { requiredKeys: ["role", "outcomes", "from"] },
  ),
  { minLength: 1, maxLength: 5 },
);

test("whatever the order, a decision said to be nobody's is refused by the rule that lets anyone decide", () => {
  fc.assert(
    fc.property(items, (given) => {
      const pack = orderOf(...given.map((item, at) => itemOf(String(at), item)));
      for (const { code, counterexample } of problemsOf(pack)) {
        if (code !== "outcome-without-mandate" || counterexample.kind !== "decision") continue;
        const { outcome, amountOre, on } = counterexample;
        expect(mandateFor({ roles: ["caseworker", "team-lead"], outcome, amountOre, on }, pack)).toBeUndefined();
      }
    }),
    { numRuns: 100 },
  );
});

/** An item for a named function without a human, up to an amount in kronor. */
const functionOf = (
  outcomes: readonly string[],
  { on = false, ...change }: { readonly on?: boolean } & Record<string, unknown> = {},
): Record<string, unknown> => {
  const { role, ...rest } = itemOf("9", { role: "caseworker", outcomes, upTo: 10_000 });
  expect(role).toBe("caseworker");
  return { ...rest, automated: { name: "Månadsbifall", on }, ...change };
};

test("a function that grants up to an amount may be described while it is off", () => {
  expect(placesOf(orderOf(all, functionOf(["granted"])))).toEqual([]);
});

test("switched on it is refused as a guardrail, with the decision that nobody would have made", () => {
  const [problem, ...rest] = problemsOf(orderOf(all, functionOf(["granted"], { on: true })));
  expect(rest).toEqual([]);
  expect(problem).toMatchObject({ code: "automation-on", row: "delegation[1]" });
  expect(problem?.counterexample.text).toBe(
    "Beslut den 1 januari 2025: bifall på 10\u00a0000 kr, av funktionen ”Månadsbifall” utan någon människa.",
  );
  expect(problem !== undefined && isGuardrail(problem.code)).toBe(true);
});

test.each(decisionOutcomeSchema.options.filter((outcome) => outcome !== "granted"))(
  "a function that is described to decide %s is refused as a guardrail, also where it is off",
  (outcome) => {
    expect(placesOf(orderOf(all, functionOf([outcome])))).toEqual(["automation-outcome delegation[1]"]);
    expect(placesOf(orderOf(all, functionOf(["granted", outcome])))).toEqual(["automation-outcome delegation[1]"]);
    expect(isGuardrail("automation-outcome")).toBe(true);
  },
);

test.each(["emergency", "deviation", "akut hjälp"])(
  "no item, for a role or a function, can name %s: the schema has no such decision",
  (outcome) => {
    expect(() => orderOf(all, functionOf([outcome]))).toThrow();
    expect(() => orderOf(itemOf("1", { role: "team-lead", outcomes: [outcome] }))).toThrow();
  },
);

test("a function without an amount is no certain group of cases", () => {
  const unlimited = functionOf(["granted"]);
  Reflect.deleteProperty(unlimited, "upToOre");
  expect(placesOf(orderOf(all, unlimited))).toEqual(["automation-without-limit delegation[1]"]);
  expect(placesOf(orderOf(all, functionOf(["granted"], { upToOre: 0 })))).toEqual([]);
});

test("an item is for a role or for a function: not for both, and not for none", () => {
  expect(() => orderOf(all, functionOf(["granted"], { role: "caseworker" }))).toThrow(
    "En punkt gäller en roll eller en automatisk funktion",
  );
  expect(() => orderOf(all, functionOf(["granted"], { automated: undefined }))).toThrow();
});

test("a function counts for nothing when the order is tried: nobody may refuse where only a function would", () => {
  const noRefusal = itemOf("1", { role: "team-lead", outcomes: ["granted", "partly-granted", "written-off"] });
  const codes = problemsOf(orderOf(noRefusal, functionOf(["refused"]))).map(({ code }) => code);
  expect(codes).toEqual(["automation-outcome", "outcome-without-mandate"]);
});

test("an item before the board's minute is refused for a function too", () => {
  expect(placesOf(orderOf(all, functionOf(["granted"], { from: "2024-11-19" })))).toEqual([
    "mandate-before-minute delegation[1]",
  ]);
});
