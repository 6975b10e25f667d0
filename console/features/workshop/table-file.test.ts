import { expect, test } from "vitest";
import { tableFileOf } from "./table-file.js";

test("a workbook is sent by its bytes, whatever it is called, and a table of text as its text", async () => {
  const workbook = new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0, 0xe5]);
  expect(await tableFileOf(new File([workbook], "tabell.csv"))).toEqual({ xlsx: "UEsDBP8A5Q==" });
  expect(await tableFileOf(new File(["typ;källa"], "tabell.xlsx"))).toEqual({ csv: "typ;källa" });
  expect(await tableFileOf(new File([], "tom.csv"))).toEqual({ csv: "" });
});
