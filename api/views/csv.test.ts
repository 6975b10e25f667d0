import { describe, expect, test } from "vitest";
import { csvOf } from "./csv.js";

const cellOf = (text: string): string => csvOf([[text]]).slice(1, -2);

describe("a table as CSV", () => {
  test.each([
    '=HYPERLINK("http://example.org";"Klicka")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\n=1+1",
  ])("fault 41: %j is text in a spreadsheet, never a formula", (text) => {
    expect(cellOf(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
  });

  test("fault 41: line breaks, quotes, right-to-left marks and mark-up stay inside their cell, letter by letter", () => {
    const text = 'Åsa "Lo"\n<script>alert(1)</script>;\u202Egnirts 😀';
    expect(csvOf([[text, "nästa"]])).toBe(`\uFEFF"Åsa ""Lo""\n<script>alert(1)</script>;\u202Egnirts 😀";"nästa"\r\n`);
  });

  test("an ordinary cell is left as it is", () => {
    expect(csvOf([["2511-0412", "10 480 kr"]])).toBe('\uFEFF"2511-0412";"10 480 kr"\r\n');
  });
});
