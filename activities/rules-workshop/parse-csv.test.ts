import { expect, test } from "vitest";
import { parseCsv } from "./parse-csv.js";

test.each([
  [
    '\uFEFF"a";"b"\r\n"1";"två; tre"\r\n',
    [
      ["a", "b"],
      ["1", "två; tre"],
    ],
  ],
  [
    'a,b\n1,"säger ""nej"""\n\n',
    [
      ["a", "b"],
      ["1", 'säger "nej"'],
    ],
  ],
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
  expect(parseCsv(text)).toEqual({ ok: true, lines });
});

test.each(["=1+1", " =A1", "+46", "-1", "@SUM(A1)"])("refuses %j, and says in which line", (cell) => {
  expect(parseCsv(`a;b\n1;${cell}`)).toMatchObject({ ok: false, line: 2 });
});

test("refuses a quotation mark without its end", () => {
  expect(parseCsv('a;b\n"1;2')).toMatchObject({ ok: false, line: 2 });
});
