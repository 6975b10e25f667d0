import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { composeGrant } from "../../rules/letters/compose-grant.js";
import { singleInput } from "../../rules/letters/test-support/household.js";
import { renderLetter } from "../letters/render.js";
import { readTextLayer } from "../read/pdf-text.js";
import { pdfWith } from "../test-support/hostile-files.js";
import { buildPdf } from "../test-support/page-builder.js";
import { columnNotice } from "../test-support/rent-notices.js";
import { scanOf } from "../test-support/scan.js";
import { makeBundle } from "./bundle.js";

const createdOn = localDate("2025-10-28");

describe("a case bundle", () => {
  it("holds a list, the letter, and every document in order, and says what it left out", async () => {
    const notice = await buildPdf([columnNotice()]);
    const letter = renderLetter(composeGrant(singleInput));
    const bundle = await makeBundle({
      caseNumber: "2025-00017",
      createdOn,
      letter,
      documents: [
        { title: "Hyresavi #1", bytes: notice },
        { title: "Elräkning (bild)", bytes: await scanOf(notice) },
        { title: "Trasig fil", bytes: notice.subarray(0, 400) },
      ],
    });
    const layer = await readTextLayer(bundle.bytes);
    if ("refusal" in layer) throw new Error(layer.refusal);
    const pages = layer.pages.map((page) => page.words.map((word) => word.text).join(" "));
    expect(bundle).toMatchObject({ pages: 6, leftOut: ["Trasig fil"] });
    expect(pages[0]).toContain("1 Brev 2 2 Hyresavi #1 5 3 Elräkning (bild) 6 4 Trasig fil öppnas för sig");
    expect(pages[1]).toContain("beviljar dig ekonomiskt bistånd");
    expect(pages[4]).toContain("HYRESAVI");
    expect(pages[5]).toBe("");
  });

  it("leaves programs and actions behind", async () => {
    const hostile = pdfWith("/OpenAction 6 0 R", [{ dictionary: "/S /JavaScript /JS (app.alert\\(1\\))" }]);
    const { bytes } = await makeBundle({
      caseNumber: "2025-00017",
      createdOn,
      documents: [{ title: "Avi", bytes: hostile }],
    });
    const merged = await PDFDocument.load(bytes);
    const objects = merged.context.enumerateIndirectObjects().map(([, object]) => object.toString());
    expect(objects.join("\n")).not.toMatch(/JavaScript|OpenAction|app\.alert/);
    expect(merged.getPageCount()).toBe(2);
  });
});
