import { writeXlsx, type WriteSheet } from "hucre";
import { describe, expect, test } from "vitest";
import { packTableSchema } from "../../contracts/pack-check.js";
import { nationalPacks, neighbourOverlay, samplePacks } from "../../rules/packs.js";
import { readSheet } from "./read-sheet.js";
import { readTable } from "./read-table.js";
import { tableLines } from "./table-lines.js";
import { workbookOf, zipOf, type ZipPart } from "./test-support/zip.js";
import { writeSheet } from "./write-sheet.js";

const overlay = samplePacks.municipal ?? neighbourOverlay;

/** A workbook as a spreadsheet program saves it, with what differs. */
const saved = async (sheet: Partial<WriteSheet>, others: readonly WriteSheet[] = []): Promise<Buffer> => {
  const rows = [
    ["type", "changeOre", "from", "declaredIsEnough"],
    ["rent", 100, "2025-01", "ja"],
  ];
  return Buffer.from(await writeXlsx({ sheets: [{ name: "costRules", rows, ...sheet }, ...others] }));
};
const withCell = (row: number, column: number, value: string | number | boolean | Date | null): Partial<WriteSheet> => {
  const rows: (string | number | boolean | Date | null)[][] = [
    ["type", "changeOre", "from", "declaredIsEnough"],
    ["rent", 100, "2025-01", "ja"],
  ];
  return { rows: rows.map((cells, line) => (line === row ? cells.with(column, value) : cells)) };
};
const placesOf = async (file: Buffer | Promise<Buffer>): Promise<readonly string[]> => {
  const read = await readSheet(await file);
  return read.ok ? [] : read.problems.map(({ row }) => row);
};

describe("a table as a workbook", () => {
  test("every table of every shipped pack comes back as the same", async () => {
    for (const pack of [...nationalPacks, overlay, neighbourOverlay])
      for (const table of packTableSchema.options) {
        const lines = tableLines(pack, table);
        if (lines === undefined) continue;
        const read = await readSheet(await writeSheet(table, lines));
        if (!read.ok) throw new Error(`${pack.id} ${table}: ${JSON.stringify(read.problems)}`);
        expect(readTable(pack, { table, lines: read.lines })).toEqual({ ok: true, pack });
      }
  });

  test.each(["=1+1", "+46", "-1", "@SUM(A1)", '=HYPERLINK("http://example.org")'])(
    "a text that begins as a formula, %j, is text in the file and comes back literally",
    async (text) => {
      const file = await writeSheet("costRules", [
        ["source", "changeOre"],
        [text, "507,50"],
      ]);
      expect(await readSheet(file)).toEqual({
        ok: true,
        lines: [
          ["source", "changeOre"],
          [text, "507,50"],
        ],
      });
    },
  );
});

describe("what is not taken from a workbook", () => {
  test("a formula, by its cell: neither its calculation nor the figure it last came to", async () => {
    const cells = new Map([["1,1", { formula: "50*2", value: 100, formulaResult: 100 }]]);
    expect(await placesOf(saved({ cells }))).toEqual(["B2"]);
  });

  test.each([
    ["shared", '<f t="shared" si="0"/>'],
    ["array", '<f t="array" ref="A2"/>'],
    ["data table", '<f t="dataTable" ref="A2" dt2D="1" r1="B1" r2="B2"/>'],
    ["empty", "<f></f>"],
    ["prefixed", '<x:f xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">1+1</x:f>'],
  ])("a formula that is %s has no text of its own, and is found all the same", async (_, formula) => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>changeOre</t></is></c></row><row r="2"><c r="A2">${formula}<v>100</v></c></row>`;
    expect(await placesOf(workbookOf(rows))).toEqual(["A2"]);
    const plain = rows.replace(formula, "");
    expect(await readSheet(workbookOf(plain))).toEqual({ ok: true, lines: [["changeOre"], ["100,00"]] });
  });

  test("a date that the program made of a month, by its cell", async () => {
    expect(await placesOf(saved(withCell(1, 2, new Date("2025-01-01T00:00:00Z"))))).toEqual(["C2"]);
    expect(await placesOf(saved(withCell(1, 1, new Date("2025-01-01T00:00:00Z"))))).toEqual(["B2"]);
  });

  test.each(["100", "1 000", "1.000", "100 kr"])("a number written as text, %j, by its cell", async (text) => {
    expect(await placesOf(saved(withCell(1, 1, text)))).toEqual(["B2"]);
  });

  test("a number where text is to be, a truth value, and an amount that is no whole öre, by their cells", async () => {
    expect(await placesOf(saved(withCell(1, 0, 3.1)))).toEqual(["A2"]);
    expect(await placesOf(saved(withCell(1, 3, true)))).toEqual(["D2"]);
    expect(await placesOf(saved(withCell(1, 1, 100.005)))).toEqual(["B2"]);
    expect(await placesOf(saved(withCell(1, 1, -1)))).toEqual(["B2"]);
    expect(await placesOf(saved(withCell(1, 1, 100.05)))).toEqual([]);
  });

  test("merged cells, by the first of them", async () => {
    expect(await placesOf(saved({ merges: [{ startRow: 0, startCol: 1, endRow: 1, endCol: 1 }] }))).toEqual(["B1"]);
  });

  test("another sheet, by its name, also a hidden one", async () => {
    const other = { name: "Blad2", rows: [["annat"]] };
    expect(await placesOf(saved({}, [other]))).toEqual(["arket Blad2"]);
    expect(await placesOf(saved({}, [{ ...other, hidden: true }]))).toEqual(["arket Blad2"]);
  });

  test("a cell that shows an error, by its cell", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>changeOre</t></is></c></row><row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>`;
    expect(await placesOf(workbookOf(rows))).toEqual(["A2"]);
  });

  test("a cell far away, which would make a reader fill the space up to it", async () => {
    expect(await placesOf(workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toEqual(["XFD1"]);
    expect(await placesOf(workbookOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toEqual(["1048576"]);
  });

  test("macros and parts of other files", async () => {
    const part = (name: string): ZipPart => ({ name, content: "x" });
    expect(await placesOf(workbookOf("", [part("xl/vbaProject.bin")]))).toEqual(["filen"]);
    expect(await placesOf(workbookOf("", [part("xl/externalLinks/externalLink1.xml")]))).toEqual(["filen"]);
  });

  test("an entity that is declared in the file", async () => {
    const doctype = { name: "xl/other.xml", content: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' };
    expect(await placesOf(workbookOf("", [doctype]))).toEqual(["filen"]);
  });

  test.each([
    ["as it is", undefined],
    ["as a thousand bytes", 1000],
  ])("a hundred megabytes packed into a hundred kilobytes, declared %s", async (_, declaredBytes) => {
    const bomb = { name: "xl/worksheets/sheet2.xml", content: Buffer.alloc(100 * 1024 * 1024, 0x20) };
    const file = workbookOf("", [{ ...bomb, ...(declaredBytes === undefined ? {} : { declaredBytes }) }]);
    expect(file.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await placesOf(file)).toEqual(["filen"]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  test("a part twice, too many parts, an empty file, plain text, and a workbook cut short", async () => {
    const part = { name: "a.xml", content: "<a/>" };
    expect(await placesOf(zipOf([part, part]))).toEqual(["filen"]);
    const many = Array.from({ length: 101 }, (_, at) => ({ ...part, name: `${String(at)}.xml` }));
    expect(await placesOf(zipOf(many))).toEqual(["filen"]);
    expect(await placesOf(Buffer.alloc(0))).toEqual(["filen"]);
    expect(await placesOf(Buffer.from("type;from\nrent;2025-01"))).toEqual(["filen"]);
    const whole = await saved({});
    expect(await placesOf(whole.subarray(0, whole.length - 40))).toEqual(["filen"]);
    expect(await placesOf(whole.subarray(200))).toEqual(["filen"]);
    expect(await placesOf(zipOf([part]))).toEqual(["filen"]);
  });
});
