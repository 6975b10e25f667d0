import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { loadHouseholds } from "../households/load.js";
import { bankgiro, luhnDigit, ocrNumber } from "./numbers.js";
import { renderDocument } from "./render.js";

const documents = loadHouseholds("all").flatMap(({ id, application }) =>
  application.attachments.map(({ name, document }, index) => ({
    id,
    name,
    document,
    seed: `${id}-${String(index + 1)}`,
  })),
);
const textOf = async (pdf: Uint8Array): Promise<string> => {
  const opened = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const content = await (await opened.getPage(1)).getTextContent();
  await opened.destroy();
  return content.items
    .map((item) => ("str" in item ? item.str : ""))
    .join(" ")
    .replace(/\s+/g, " ");
};
const printed = (amountOre: number): string => {
  const kronor = String(Math.floor(Math.abs(amountOre) / 100)).replace(/(\d)(?=(\d{3})+$)/g, "$1 ");
  return `${kronor},${String(Math.abs(amountOre) % 100).padStart(2, "0")}`;
};

describe("documents with a text layer", () => {
  test.each(documents.filter(({ document }) => document.form === "text"))(
    "$id $name says what it is about",
    async ({ document, seed }) => {
      const text = await textOf(await renderDocument(document, seed));
      const total = (rows: readonly { amountOre: number }[]): string =>
        printed(rows.reduce((sum, { amountOre }) => sum + amountOre, 0));
      switch (document.kind) {
        case "rent-notice":
          for (const part of [document.tenant, document.landlord, total(document.rows), document.dueOn])
            expect(text).toContain(part);
          break;
        case "bank-statement":
          for (const row of document.rows) expect(text).toContain(`${row.on} ${row.label}`);
          break;
        case "payslip":
          for (const part of [document.employee, document.paidOn, printed(document.netOre)])
            expect(text).toContain(part);
          break;
        case "receipt":
          expect(text).toContain(total(document.rows));
          break;
        case "electricity-bill":
          expect(text).toContain(printed(document.gridOre + document.energyOre));
          break;
        case "home-insurance":
          expect(text).toContain(printed(document.amountOre));
          break;
      }
    },
  );

  test("a rent notice's amount is the cost it is attached to", () => {
    const checked = loadHouseholds("all").flatMap(({ application }) =>
      application.attachments.flatMap(({ document, costRow }) =>
        document.kind === "rent-notice"
          ? [
              [
                document.rows.reduce((sum, { amountOre }) => sum + amountOre, 0),
                application.costs[Number(costRow?.slice(1)) - 1]?.amountOre,
              ],
            ]
          : [],
      ),
    );
    expect(checked.length).toBeGreaterThan(15);
    for (const [printedOre, appliedOre] of checked) expect(printedOre).toBe(appliedOre);
  });
});

describe("scans", () => {
  const scans = documents.filter(({ document }) => document.form === "scan");

  test.each(scans)("$id $name is one picture without text, the same every time", async ({ document, seed }) => {
    const [once, again, other] = await Promise.all(
      [seed, seed, `${seed} other`].map((one) => renderDocument(document, one)),
    );
    expect(Buffer.from(once ?? []).equals(Buffer.from(again ?? []))).toBe(true);
    expect(Buffer.from(once ?? []).equals(Buffer.from(other ?? []))).toBe(false);
    expect((await textOf(once ?? new Uint8Array())).trim()).toBe("");
    expect(Buffer.from(once ?? []).includes("/DCTDecode")).toBe(true);
  });
});

describe("payment numbers", () => {
  test("pass the Luhn test", () => {
    // 5050-1055 is a bankgiro number that is often printed as an example.
    expect(luhnDigit("5050105")).toBe("5");
    for (const seed of ["01-1", "14-1", "Exempelbostäder AB"]) {
      const [ocr, giro] = [ocrNumber(seed), bankgiro(seed)];
      expect(luhnDigit(ocr.slice(0, -1))).toBe(ocr.at(-1));
      expect(giro).toMatch(/^\d{4}-\d{4}$/);
      expect(luhnDigit(giro.replace("-", "").slice(0, -1))).toBe(giro.at(-1));
    }
  });
});
