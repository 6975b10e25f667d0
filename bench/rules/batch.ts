import { codeOf } from "../../rules/tables/cell-codes.js";
import { columnsOf, rowsOf, type Column, type Columns } from "../../rules/tables/batch.js";
import type { CompiledTable } from "../../rules/tables/compile.js";
import type { CaseTables } from "./case-tables.js";
import { caseInputs, type HouseholdCase } from "./household-case.js";
import { routes } from "./steps.js";

/** What a batch says of each case: the place of its route in `routes`, and its need in öre. */
export type Outcomes = { readonly route: Uint8Array; readonly needOre: Float64Array };

/** The facts of many cases as columns. */
export const caseColumns = (cases: readonly HouseholdCase[]): Columns => columnsOf(caseInputs, cases);

/** So many cases at a time keep what is between the tables in the processor's nearer memory. */
const part = 8192;

const column = (columns: Columns, name: string): Column => {
  const found = columns[name];
  if (found === undefined) throw new Error(`There is no column ${name}.`);
  return found;
};

/** The amounts of a table for a part of the cases. Throws where a case has no row: made-up cases always have. */
const fillAmounts = (
  amounts: Float64Array,
  table: CompiledTable<number>,
  { columns, count, rows }: { columns: Columns; count: number; rows: Int32Array },
): void => {
  const byRow = Float64Array.from(table.rows, ({ result }) => result);
  rowsOf(table, { columns, count, into: rows });
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] ?? -1;
    if (row < 0) throw new Error(`The table ${table.id} has no row for a case.`);
    amounts[at] = byRow[row] ?? 0;
  }
};

const doubles = (): Float64Array => new Float64Array(part);

/** What a part of the cases is worked out in, made once. */
const newSpace = () => ({
  rows: new Int32Array(part),
  size: new Int32Array(part),
  adultOre: doubles(),
  firstOre: doubles(),
  secondOre: doubles(),
  thirdOre: doubles(),
  commonOre: doubles(),
  capOre: doubles(),
  rentOverOre: doubles(),
  rentChangeOre: doubles(),
  electricityChangeOre: doubles(),
  incomeExcess: doubles(),
  needOre: doubles(),
});
type Space = ReturnType<typeof newSpace>;

const addSizes = (space: Space, { adults, children }: { adults: Column; children: Column }, count: number): void => {
  const { size } = space;
  for (let at = 0; at < count; at += 1) size[at] = (adults[at] ?? 0) + (children[at] ?? 0);
};

const addNeeds = (space: Space, columns: Columns, { count, percent }: { count: number; percent: number }): void => {
  const { adultOre, firstOre, secondOre, thirdOre, commonOre, needOre } = space;
  const [children, rent] = [column(columns, "children"), column(columns, "rentOre")];
  const [electricity, income] = [column(columns, "electricityOre"), column(columns, "incomeOre")];
  for (let at = 0; at < count; at += 1) {
    const own = children[at] ?? 0;
    let normOre = (adultOre[at] ?? 0) + (commonOre[at] ?? 0);
    if (own >= 1) normOre += firstOre[at] ?? 0;
    if (own >= 2) normOre += secondOre[at] ?? 0;
    if (own >= 3) normOre += thirdOre[at] ?? 0;
    needOre[at] = normOre + (rent[at] ?? 0) + (electricity[at] ?? 0) - (income[at] ?? 0);
  }
  const { capOre, rentOverOre, rentChangeOre, electricityChangeOre, incomeExcess } = space;
  const [lastRent, lastElectricity] = [column(columns, "lastRentOre"), column(columns, "lastElectricityOre")];
  const lastIncome = column(columns, "lastIncomeOre");
  for (let at = 0; at < count; at += 1) {
    const rentOre = rent[at] ?? 0;
    const before = lastIncome[at] ?? 0;
    rentOverOre[at] = rentOre - (capOre[at] ?? 0);
    rentChangeOre[at] = Math.abs(rentOre - (lastRent[at] ?? 0));
    electricityChangeOre[at] = Math.abs((electricity[at] ?? 0) - (lastElectricity[at] ?? 0));
    incomeExcess[at] = Math.abs((income[at] ?? 0) - before) * 100 - before * percent;
  }
};

/** Assesses many cases through the engine of tables: the same compiled tables that answer one case at a time. */
export const assessBatch = (tables: CaseTables, { columns, count }: { columns: Columns; count: number }): Outcomes => {
  const outcomes: Outcomes = { route: new Uint8Array(count), needOre: new Float64Array(count) };
  const placeOfRoute = Uint8Array.from(tables.route.rows, ({ result }) => routes.indexOf(result));
  const space = newSpace();
  const { rows } = space;
  for (let start = 0; start < count; start += part) {
    const size = Math.min(part, count - start);
    const own: Columns = Object.fromEntries(
      caseInputs.map(({ name }) => [name, column(columns, name).subarray(start, start + size)]),
    );
    const lunchAway = column(own, "lunchAway");
    const fill = (amounts: Float64Array, table: CompiledTable<number>, asked: Columns): void => {
      fillAmounts(amounts, table, { columns: asked, count: size, rows });
    };
    addSizes(space, { adults: column(own, "adults"), children: column(own, "children") }, size);
    fill(space.adultOre, tables.adults, own);
    fill(space.firstOre, tables.child, { age: column(own, "child1Age"), lunchAway });
    fill(space.secondOre, tables.child, { age: column(own, "child2Age"), lunchAway });
    fill(space.thirdOre, tables.child, { age: column(own, "child3Age"), lunchAway });
    fill(space.commonOre, tables.common, { size: space.size });
    fill(space.capOre, tables.cap, own);
    addNeeds(space, own, { count: size, percent: tables.incomeChangePercent });
    const { rentOverOre, rentChangeOre, electricityChangeOre, incomeExcess, needOre } = space;
    const differences = { rentOverOre, rentChangeOre, electricityChangeOre, incomeExcess, needOre };
    rowsOf(tables.route, { columns: { ...own, ...differences }, count: size, into: rows });
    outcomes.needOre.set(needOre.subarray(0, size), start);
    for (let at = 0; at < size; at += 1) {
      const row = rows[at] ?? -1;
      if (row < 0) throw new Error("The table of routes has no row for a case.");
      outcomes.route[start + at] = placeOfRoute[row] ?? 0;
    }
  }
  return outcomes;
};

/** The places of codes, for the batch that is written by hand. */
export const placeOf = (name: "kind" | "proof" | "plan", code: string): number => {
  const input = caseInputs.find((one) => one.name === name);
  const place = input && codeOf(input, code);
  if (typeof place !== "number") throw new Error(`${code} is no code of ${name}.`);
  return place;
};
