import { expect, test } from "vitest";
import { packTableSchema } from "../../contracts/pack-check.js";
import { nationalPacks, neighbourOverlay, samplePacks } from "../../rules/packs.js";
import { readTable } from "./read-table.js";
import { tableLines, type TableLines } from "./table-lines.js";

const overlay = samplePacks.municipal ?? neighbourOverlay;
const costs = tableLines(overlay, "costRules") ?? [];
const [columns = []] = costs;
const at = (name: string): number => columns.indexOf(name);
const letter = (name: string): string => String.fromCharCode(65 + at(name));

/** The table of costs with one cell as somebody has written it. The first line is the columns' names. */
const withCell = (line: number, name: string, text: string): TableLines =>
  costs.map((cells, index) => cells.map((cell, column) => (index === line && column === at(name) ? text : cell)));
const read = (lines: TableLines) => readTable(overlay, { table: "costRules", lines });

test("every table of every shipped pack comes back as the same", () => {
  for (const pack of [...nationalPacks, overlay, neighbourOverlay])
    for (const table of packTableSchema.options) {
      const lines = tableLines(pack, table);
      if (lines !== undefined) expect(readTable(pack, { table, lines })).toEqual({ ok: true, pack });
    }
});

test("blank lines are passed over, and a cell keeps the name that the spreadsheet gives it", () => {
  const [names = [], ...rest] = costs;
  const spaced = [names, [""], ...rest.slice(0, 2), columns.map(() => ""), ...rest.slice(2)];
  expect(read(spaced)).toEqual({ ok: true, pack: overlay });
  const wrong = spaced.map((cells, line) => (line === 2 ? cells.with(at("changeOre"), "mycket") : cells));
  expect(read(wrong)).toMatchObject({ ok: false, problems: [{ row: `${letter("changeOre")}3` }] });
});

test.each(["6 900", "6\u00a0900", "6900", "6900,00", "6900.00"])("an amount written %j is 6 900 kronor", (text) => {
  const lines = withCell(1, "caps.capOre", text);
  expect(costs[1]?.[at("caps.capOre")]).toBe("6900");
  expect(read(lines)).toEqual({ ok: true, pack: overlay });
});

test.each(["6.900", "6,900", "6,9", "69 00", "6900 kr", "sex", "1e3"])(
  "an amount written %j could be another, and is refused by its cell",
  (text) => {
    const cell = `${letter("caps.capOre")}2`;
    expect(read(withCell(1, "caps.capOre", text))).toMatchObject({ ok: false, problems: [{ row: cell }] });
  },
);

test("a renamed column is refused by the cell of its name, also where only some rows have it", () => {
  const renamed = (name: string, other: string): TableLines =>
    costs.map((cells, line) => (line === 0 ? cells.with(at(name), other) : cells));
  expect(read(renamed("source", "källa"))).toMatchObject({
    ok: false,
    problems: [{ row: `${letter("source")}1`, message: "Kolumnen källa finns inte i tabellen." }],
  });
  const { ok, problems } = { problems: [], ...read(renamed("caps.capOre", "caps.belopp")) };
  expect(ok).toBe(false);
  expect(problems).toContainEqual({
    row: `${letter("caps.capOre")}1`,
    message: "Kolumnen caps.belopp finns inte i tabellen.",
  });
});

test("a column that stands twice, and a cell under no column, are refused by their cells", () => {
  const twice = costs.map((cells, line) => [...cells, line === 0 ? "type" : ""]);
  const outside = String.fromCharCode(65 + columns.length);
  expect(read(twice)).toMatchObject({ ok: false, problems: [{ row: `${outside}1` }] });
  const loose = costs.map((cells, line) => (line === 2 ? [...cells, "7 100"] : cells));
  expect(read(loose)).toMatchObject({ ok: false, problems: [{ row: `${outside}3` }] });
});

test("a month that is none, an unknown code and an answer that is neither yes nor no are refused with a hint", () => {
  const months = withCell(1, "from", "jan 2027");
  expect(read(months)).toMatchObject({ problems: [{ row: `${letter("from")}2`, message: /2027-01/u }] });
  expect(read(withCell(1, "type", "yacht"))).toMatchObject({ problems: [{ row: `${letter("type")}2` }] });
  const sure = withCell(1, "declaredIsEnough", "kanske");
  expect(read(sure)).toMatchObject({ problems: [{ row: `${letter("declaredIsEnough")}2`, message: /ja eller nej/u }] });
});

test("a list with nothing in it comes back as that", () => {
  const [row] = overlay.letterChannels;
  const pack = { ...overlay, letterChannels: row === undefined ? [] : [{ ...row, channels: [] }] };
  const lines = tableLines(pack, "letterChannels") ?? [];
  expect(lines).toHaveLength(2);
  expect(readTable(pack, { table: "letterChannels", lines })).toEqual({ ok: true, pack });
});

test("a function that the delegation order describes goes out and comes back, off", () => {
  const [first, ...others] = overlay.delegation;
  if (first === undefined) throw new Error("there is an item");
  const { role, ...rest } = first;
  expect(role).toBeDefined();
  const described = { ...rest, item: "9", automated: { name: "Månadsbifall", on: false } };
  const pack = { ...overlay, delegation: [first, ...others, described] };
  const lines = tableLines(pack, "delegation") ?? [];
  expect(lines.at(-1)).toContain("nej");
  expect(readTable(pack, { table: "delegation", lines })).toEqual({ ok: true, pack });
});

test("a day for review may be given in a column of its own, in a table that has none", () => {
  const table = "sourceWait";
  const lines = (tableLines(overlay, table) ?? []).map((cells, line) => [
    ...cells,
    line === 0 ? "reviewBy" : "2027-06-01",
  ]);
  expect(lines[0]?.filter((name) => name === "reviewBy")).toHaveLength(1);
  expect(readTable(overlay, { table, lines })).toMatchObject({
    ok: true,
    pack: { sourceWait: [{ reviewBy: "2027-06-01" }] },
  });
});
