import fc from "fast-check";
import { expect, test } from "vitest";
import { decisionTableSchema, type Condition, type TableInput } from "../../contracts/decision-table.js";
import { month } from "../../contracts/dates.js";
import { columnsOf, rowsOf } from "./batch.js";
import { compileTable, noRow, unusable } from "./compile.js";
import { evaluateTable, traceTable } from "./evaluate.js";
import { firstGap } from "./gaps.js";
import { asBatch, boundaryCases, holds, rowByReading, tableOf, testMonth } from "./test-support.js";

const ore = { name: "rentOre", title: "Hyra", kind: "ore", min: 0, max: 10_000_000_000 } as const;
const size = { name: "size", title: "Personer", kind: "integer", min: 1, max: 30 } as const;
const proof = { name: "proof", title: "Underlag", kind: "code", codes: ["document", "standing", "none"] } as const;
const signed = { name: "signed", title: "Undertecknad", kind: "boolean" } as const;
const wide = { name: "wide", title: "Skillnad", kind: "integer", min: -(2 ** 40), max: 2 ** 40 } as const;
const difference = { name: "difference", title: "Ändring", kind: "integer", min: -100_000, max: 100_000 } as const;
const any: Condition = { is: "any" };
const inputs = [ore, size, proof, signed, wide, difference] as const;

const numberIn = ({ min, max }: { min: number; max: number }): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min, max }), fc.integer({ min, max: Math.min(max, min + 20) }));

const within = (input: { min: number; max: number }): fc.Arbitrary<Condition> =>
  fc.tuple(numberIn(input), numberIn(input), fc.integer({ min: 0, max: 2 })).map(([one, other, open]): Condition => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return { is: "within", ...(open !== 1 && { from }), ...(open !== 2 && { to }) };
  });

const conditionFor = (input: TableInput): fc.Arbitrary<Condition> => {
  switch (input.kind) {
    case "ore":
    case "integer":
      return fc.oneof(
        fc.constant(any),
        within(input),
        numberIn(input).map((value): Condition => ({ is: "equals", value })),
        fc.array(numberIn(input), { minLength: 1, maxLength: 3 }).map((values): Condition => ({ is: "in", values })),
      );
    case "code":
      return fc.oneof(
        fc.constant(any),
        fc.constantFrom(...input.codes).map((value): Condition => ({ is: "equals", value })),
        fc.subarray([...input.codes], { minLength: 1 }).map((values): Condition => ({ is: "in", values })),
      );
    case "boolean":
      return fc.oneof(
        fc.constant(any),
        fc.boolean().map((value): Condition => ({ is: "equals", value })),
      );
  }
};

const valueFor = (input: TableInput): fc.Arbitrary<number | string | boolean> => {
  switch (input.kind) {
    case "ore":
    case "integer":
      return numberIn(input);
    case "code":
      return fc.constantFrom(...input.codes);
    case "boolean":
      return fc.boolean();
  }
};

/** Random tables of some of the columns; with `rows` above 32 the bits of a row no longer fit one number. */
const tables = ({ columns, rows }: { columns: number; rows: number }) =>
  fc.subarray([...inputs], { minLength: 1, maxLength: columns }).chain((chosen) =>
    fc
      .array(fc.tuple(...chosen.map(conditionFor)), { minLength: 1, maxLength: rows })
      .map((whens) =>
        tableOf(
          chosen,
          whens.map((when, at) => ({ when, result: at })),
        ),
      )
      .chain((table) =>
        fc
          .array(fc.record(Object.fromEntries(chosen.map((input) => [input.name, valueFor(input)]))), {
            minLength: 500,
            maxLength: 500,
          })
          .map((cases) => ({ table, cases })),
      ),
  );

test("one at a time and as columns, 100,000 random cases get the row that a reader finds from the top", () => {
  let compared = 0;
  fc.assert(
    fc.property(tables({ columns: 6, rows: 70 }), ({ table, cases }) => {
      const compiled = compileTable(table, testMonth);
      const rows = rowsOf(compiled, { columns: columnsOf(table.inputs, cases), count: cases.length });
      cases.forEach((asked, at) => {
        const answer = evaluateTable(compiled, asked);
        const read = rowByReading(table, asked);
        if (answer.kind === "unusable") throw new Error(`${answer.input}: ${answer.problem}`);
        if ((answer.kind === "row" ? answer.rowId : undefined) !== read || rows[at] !== asBatch(table, answer))
          throw new Error(`${JSON.stringify(asked)}: read ${String(read)}, ${answer.kind}, batch ${String(rows[at])}`);
        compared += 1;
      });
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThanOrEqual(100_000);
});

test("every case at a threshold, one below and one above, gets the same row either way", () => {
  fc.assert(
    fc.property(tables({ columns: 3, rows: 4 }), ({ table }) => {
      const compiled = compileTable(table, testMonth);
      const cases = boundaryCases(table);
      const rows = rowsOf(compiled, { columns: columnsOf(table.inputs, cases), count: cases.length });
      cases.forEach((asked, at) => {
        const answer = evaluateTable(compiled, asked);
        const read = table.rows.findIndex(({ id }) => id === rowByReading(table, asked));
        if (rows[at] !== read || asBatch(table, answer) !== read) throw new Error(JSON.stringify({ asked, read }));
      });
    }),
    { numRuns: 60 },
  );
});

test("the trace names, for every row above the one that holds, a condition that truly does not hold", () => {
  fc.assert(
    fc.property(tables({ columns: 4, rows: 40 }), ({ table, cases }) => {
      const compiled = compileTable(table, testMonth);
      for (const asked of cases.slice(0, 50)) {
        const { answer, passed } = traceTable(compiled, asked);
        expect(answer).toEqual(evaluateTable(compiled, asked));
        const above = answer.kind === "row" ? asBatch(table, answer) : table.rows.length;
        expect(passed.map(({ rowId }) => rowId)).toEqual(table.rows.slice(0, above).map(({ id }) => id));
        for (const { rowId, input, value, condition } of passed) {
          const row = table.rows.find(({ id }) => id === rowId);
          const column = table.inputs.findIndex(({ name }) => name === input);
          expect(holds(condition, value)).toBe(false);
          for (const [at, { name }] of table.inputs.slice(0, column).entries())
            expect(holds(row?.when[at] ?? any, asked[name] ?? "")).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});

const rentTable = tableOf<number>(
  [size, ore],
  [
    { id: "small", when: [{ is: "within", to: 2 }, any], result: 1, source: "Riktlinje § 1" },
    {
      id: "large",
      when: [
        { is: "within", from: 3 },
        { is: "within", to: 3_000_000_000 },
      ],
      result: 2,
    },
  ],
);

test("an answer tells its row, the row's source, and everything that was looked at", () => {
  const inputs = { size: 2, rentOre: 640_000 };
  const answer = { kind: "row", value: 1, rowId: "small", source: "Riktlinje § 1", inputs };
  const compiled = compileTable(rentTable, testMonth);
  expect(evaluateTable(compiled, inputs)).toEqual(answer);
  expect(traceTable(compiled, { ...inputs, other: 1 }).looked).toEqual(inputs);
});

test("a case that no row covers is told as it is, and is never given the nearest row", () => {
  const compiled = compileTable(rentTable, testMonth);
  const uncovered = { size: 3, rentOre: 3_000_000_001 };
  expect(evaluateTable(compiled, uncovered)).toEqual({ kind: "no-row", inputs: uncovered });
  expect(firstGap(compiled)).toEqual(uncovered);
  expect(traceTable(compiled, uncovered).passed.map(({ rowId, input }) => [rowId, input])).toEqual([
    ["small", "size"],
    ["large", "rentOre"],
  ]);
});

test("a table is said to have no gap exactly when every case at a threshold has a row", () => {
  let total = 0;
  let gaps = 0;
  const closed = tables({ columns: 3, rows: 4 }).chain((one) => fc.boolean().map((isClosed) => ({ ...one, isClosed })));
  fc.assert(
    fc.property(closed, ({ table, isClosed }) => {
      const rows = isClosed ? [...table.rows, { when: table.inputs.map(() => any), result: 99 }] : table.rows;
      const whole = tableOf(table.inputs, rows);
      const compiled = compileTable(whole, testMonth);
      const gap = firstGap(compiled);
      if (gap === undefined) {
        total += 1;
        for (const asked of boundaryCases(whole)) expect(evaluateTable(compiled, asked).kind).toBe("row");
      } else {
        gaps += 1;
        expect(rowByReading(whole, gap)).toBeUndefined();
        expect(evaluateTable(compiled, gap)).toEqual({ kind: "no-row", inputs: gap });
      }
    }),
    { numRuns: 60 },
  );
  expect(Math.min(total, gaps)).toBeGreaterThan(0);
});

const everything = compileTable(tableOf(inputs, [{ when: inputs.map(() => any), result: 1 }]), testMonth);
const known = { rentOre: 0, size: 1, proof: "none", signed: false, wide: 0, difference: 0 };

test.each([
  ["a fact that is not there", { size: undefined }, "size", "missing"],
  ["a code that is not in the list", { proof: "promised" }, "proof", "unknown-code"],
  ["a code in capitals", { proof: "NONE" }, "proof", "unknown-code"],
  ["text where a number stands", { size: "1" }, "size", "wrong-kind"],
  ["a number where yes or no stands", { signed: 1 }, "signed", "wrong-kind"],
  ["a fraction of an öre", { rentOre: 640_000.5 }, "rentOre", "not-whole"],
  ["not a number", { rentOre: Number.NaN }, "rentOre", "not-whole"],
  ["a negative amount", { rentOre: -1 }, "rentOre", "out-of-range"],
  ["a household of 0", { size: 0 }, "size", "out-of-range"],
  ["a household of 31", { size: 31 }, "size", "out-of-range"],
  ["a number beyond exact integers", { wide: 2 ** 53 }, "wide", "out-of-range"],
  ["infinity", { wide: Infinity }, "wide", "out-of-range"],
])("%s gets no row, even where every row takes anything", (_, wrong, input, problem) => {
  const asked = { ...known, ...wrong };
  expect(evaluateTable(everything, asked)).toEqual({ kind: "unusable", input, problem });
  expect(traceTable(everything, asked)).toMatchObject({ answer: { kind: "unusable", input, problem }, passed: [] });
  const columns = columnsOf(inputs, [known, asked, known]);
  expect([...rowsOf(everything, { columns, count: 3 })]).toEqual([0, unusable, 0]);
});

test("a value out of range that is put straight into a column gets no row", () => {
  const columns = columnsOf(inputs, [known, known, known, known]);
  const { size: sizes, rentOre: rents } = columns;
  if (sizes === undefined || rents === undefined) throw new Error("the columns are not there");
  sizes[0] = 0;
  sizes[1] = 31;
  rents[2] = 0.5;
  expect([...rowsOf(everything, { columns, count: 4 })]).toEqual([unusable, unusable, unusable, 0]);
});

test("amounts above 2^31 öre are told apart to the öre, alone and in a batch", () => {
  const compiled = compileTable(rentTable, testMonth);
  const cases = [3_000_000_000, 3_000_000_001].map((rentOre) => ({ size: 3, rentOre }));
  expect(cases.map((asked) => evaluateTable(compiled, asked).kind)).toEqual(["row", "no-row"]);
  expect([...rowsOf(compiled, { columns: columnsOf(rentTable.inputs, cases), count: 2 })]).toEqual([1, noRow]);
});

test("öre kept in 32 bits, a column that is too short and one that is not there are refused by name", () => {
  const compiled = compileTable(rentTable, testMonth);
  const sizes = new Int32Array([1, 2]);
  const asked = (rentOre: Int32Array | Float64Array) => () =>
    rowsOf(compiled, { columns: { size: sizes, rentOre }, count: 2 });
  expect(asked(new Int32Array(2))).toThrow("rentOre");
  expect(asked(new Float64Array(1))).toThrow("rentOre");
  expect(() => rowsOf(compiled, { columns: { size: sizes }, count: 2 })).toThrow("rentOre");
});

test("a row holds from its first month to its last, and a month without rows answers nothing", () => {
  const table = tableOf<number>(
    [size],
    [
      { when: [any], result: 1, from: month("2025-01"), to: month("2025-06") },
      { when: [any], result: 2, from: month("2025-07"), to: month("2025-12") },
    ],
  );
  const answers = ["2024-12", "2025-01", "2025-06", "2025-07", "2025-12", "2026-01"].map((on) => {
    const answer = evaluateTable(compileTable(table, month(on)), { size: 1 });
    return answer.kind === "row" ? answer.value : answer.kind;
  });
  expect(answers).toEqual(["no-row", 1, 1, 2, 2, "no-row"]);
});

test.each([
  ["a code that the list lacks", { when: [{ is: "equals", value: "promised" }] }, "rows.0.when.0"],
  ["bounds the wrong way round", { when: [{ is: "within", from: 5, to: 4 }] }, "rows.0.when.0"],
  ["a fraction", { when: [{ is: "within", to: 4.5 }] }, "rows.0.when.0.to"],
  ["a column left out", { when: [] }, "rows.0.when"],
  ["a row without a source", { when: [any], source: "" }, "rows.0.source"],
  ["a last month before the first", { when: [any], to: "2024-12" }, "rows.0.to"],
])("a table with %s is refused where it is wrong", (_, row, path) => {
  const column = row.when.some((condition) => condition.is === "equals") ? proof : size;
  const table = { ...tableOf([column], [{ when: [any], result: 1 }]) };
  const wrong = { ...table, rows: table.rows.map((whole) => ({ ...whole, ...row })) };
  expect(decisionTableSchema.safeParse(table).success).toBe(true);
  const parsed = decisionTableSchema.safeParse(wrong);
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
});

test("twins of a row, of a column or of a code are refused, and so are results of two kinds", () => {
  const row = { when: [any], result: 1 };
  const twins = [
    tableOf(
      [size],
      [row, row].map((one) => ({ ...one, id: "same" })),
    ),
    tableOf([size, size], [{ when: [any, any], result: 1 }]),
    tableOf([{ ...proof, codes: ["none", "none"] }], [row]),
    tableOf<number | string>([size], [row, { when: [any], result: "much" }]),
  ];
  for (const table of twins) expect(decisionTableSchema.safeParse(table).success).toBe(false);
});
