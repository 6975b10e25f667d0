import { expect, test } from "vitest";
import { readCsv } from "./read-csv.js";

test.each([
  [
    '\uFEFF"a";"b"\r\n"1";"två; tre"\r\n',
    [
      ["a", "b"],
      ["1", "två; tre"],
    ],
  ],
  ['a,b\n1,"säger ""nej"""\n\n', [["a", "b"], ["1", 'säger "nej"'], [""]]],
  [
    "a\tb\n1\t'=SUM(A1)",
    [
      ["a", "b"],
      ["1", "=SUM(A1)"],
    ],
  ],
  [
    '"a";"b"\n"rad ett\nrad två";2',
    [
      ["a", "b"],
      ["rad ett\nrad två", "2"],
    ],
  ],
])("reads %j as a spreadsheet meant it", (text, lines) => {
  expect(readCsv(text)).toEqual({ ok: true, lines });
});

test.each(["=1+1", " =A1", "+46", "-1", "@SUM(A1)"])("refuses %j, and says in which cell", (cell) => {
  expect(readCsv(`a;b\n\n1;${cell}`)).toMatchObject({ ok: false, problems: [{ row: "B3" }] });
});

test.each(['a;b\n"1;2', 'a;b\n1;"två" och tre'])("refuses a quotation mark out of its place: %j", (text) => {
  expect(readCsv(text)).toMatchObject({ ok: false, problems: [{ row: "rad 2" }] });
});

test("refuses a sign that another encoding has lost, and says in which cell", () => {
  const latin = Buffer.from("a;source\n1;Nämnden", "latin1").toString("utf8");
  expect(readCsv(latin)).toMatchObject({ ok: false, problems: [{ row: "B2" }] });
});
