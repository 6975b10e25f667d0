import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { DocumentFlag, DocumentRefusal } from "../../contracts/document-reading.js";
import { isFault } from "../../contracts/faults.js";
import {
  deflateBomb,
  hugePng,
  manyOperators,
  multiplyingForms,
  pdfWith,
  recursiveForm,
} from "../test-support/hostile-files.js";
import { buildPdf } from "../test-support/page-builder.js";
import { columnNotice } from "../test-support/rent-notices.js";
import { readDocument } from "./read-document.js";

/** How a file is refused, or what is said of it if it is read after all. */
const outcomeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    const reading = await readDocument({ bytes });
    return reading.fields.some((field) => field.accepted) ? "accepted" : "nothing accepted";
  } catch (error) {
    if (isFault(error) && error.name === "DocumentRefused") return String(error.details["code"]);
    throw error;
  }
};

const refusals: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, DocumentRefusal])[] = [
  ["an empty file", () => new Uint8Array(), "empty"],
  [
    "a program for Windows that is called a PDF",
    () => Buffer.from("MZ\u0090\u0000 This program cannot be run in DOS mode.", "latin1"),
    "not-a-document",
  ],
  ["a web page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "not-a-document"],
  ["half a PDF", async () => (await buildPdf([columnNotice()])).subarray(0, 900), "truncated"],
  ["a PDF header before garbage", () => Buffer.from(`%PDF-1.7\n${"x".repeat(500)}\n%%EOF`), "truncated"],
  [
    "a PDF locked with a password",
    () => pdfWith("", [{ dictionary: "/Filter /Standard /V 2 /R 3 /Encrypt 6 0 R" }]),
    "encrypted",
  ],
  ["a page that unpacks to 300 MiB", () => deflateBomb(1), "too-large"],
  ["a page packed twice that unpacks to 300 MiB", () => deflateBomb(2), "too-large"],
  ["a picture of 900 million pixels", () => hugePng(), "too-large"],
  [
    "more pages than are read",
    () => buildPdf(Array.from({ length: 21 }, () => [{ text: "sida", x: 50, y: 50 }])),
    "too-large",
  ],
];

describe("a file that cannot be read", () => {
  it.each(refusals)("faults 46 and 47: is refused: %s", async (_, make, refusal) => {
    expect(await outcomeOf(await make())).toBe(refusal);
  });

  it("tells nothing of what it holds", async () => {
    const secret = Buffer.from("%PDF-1.7\n19811228-9874 Hemlig Person\n%%EOF");
    const error: unknown = await readDocument({ bytes: secret }).catch((thrown: unknown) => thrown);
    expect(isFault(error) && JSON.stringify([error.message, error.details])).not.toMatch(/Hemlig|9874/);
  });
});

describe("a file that is made to cost", () => {
  it.each([
    ["a form that draws itself", recursiveForm()],
    ["forms that draw each other ten thousand million times", multiplyingForms(10)],
    ["three million drawing operators", manyOperators()],
  ])("fault 47: costs only the process that reads it, and nothing of it is accepted: %s", async (_, bytes) => {
    const before = process.cpuUsage();
    const outcome = await outcomeOf(bytes);
    const used = process.cpuUsage(before);
    expect(["limit-reached", "unreadable", "truncated", "nothing accepted"]).toContain(outcome);
    expect(used.user + used.system).toBeLessThan(3_000_000);
  });
});

const flagged: readonly (readonly [DocumentFlag, Uint8Array])[] = [
  ["javascript", pdfWith("/OpenAction 6 0 R", [{ dictionary: "/S /JavaScript /JS (app.alert\\(1\\))" }])],
  ["javascript", pdfWith("/OpenAction 6 0 R", [{ dictionary: "/S /J#61vaScript /J#53 (app.alert\\(1\\))" }])],
  ["launch-action", pdfWith("/OpenAction 6 0 R", [{ dictionary: "/S /Launch /F (cmd.exe)" }])],
  ["embedded-file", pdfWith("/Names << /EmbeddedFiles 6 0 R >>", [{ dictionary: "/Names []" }])],
  ["external-link", pdfWith("/OpenAction 6 0 R", [{ dictionary: "/S /URI /URI (http://127.0.0.1:1/)" }])],
];

describe("a file with more in it than pages", () => {
  it.each(flagged)("fault 48: is read without running it, and flagged %s", async (flag, bytes) => {
    const reading = await readDocument({ bytes });
    expect(reading.kind).toBe("rent-notice");
    expect(reading.flags).toContain(flag);
  });

  it("fault 48: is believed in nothing where it carries a program", async () => {
    const reading = await readDocument({
      bytes: pdfWith("/OpenAction 6 0 R", [{ dictionary: "/S /JavaScript /JS (1)" }]),
    });
    expect(reading.fields.map((field) => field.name)).toContain("amountDueOre");
    expect(reading.fields.filter((field) => field.accepted)).toEqual([]);
  });

  it("is flagged also where the program lies in a packed object", async () => {
    const source = await PDFDocument.create();
    source.addPage().drawText("Hyresavi november 2025, att betala 6 400 kr, hyra", { x: 50, y: 700, size: 12 });
    source.addJavaScript("start", "app.alert('x')");
    const reading = await readDocument({ bytes: await source.save({ useObjectStreams: true }) });
    expect(reading.flags).toContain("javascript");
  });
});
