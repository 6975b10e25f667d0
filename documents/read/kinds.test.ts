import { describe, expect, it } from "vitest";
import type { DocumentReading } from "../../contracts/document-reading.js";
import { extractFields } from "../extract/extract.js";
import { layOut } from "../extract/find.js";
import { detectKind } from "../extract/kind.js";
import {
  careReceipt,
  electricityBill,
  homeInsurance,
  memberFee,
  payslip,
  statement,
  statementRows,
} from "../test-support/other-documents.js";
import { buildPdf, type Piece } from "../test-support/page-builder.js";
import { readTextLayer } from "./pdf-text.js";

type Read = Pick<DocumentReading, "kind" | "flags"> & { readonly accepted: Record<string, string | number> };

/** Our own clean file needs no process of its own. */
const read = async (pieces: readonly Piece[]): Promise<Read> => {
  const layer = await readTextLayer(await buildPdf([pieces]));
  if ("refusal" in layer) throw new Error(layer.refusal);
  const layout = layOut(layer.pages);
  const kind = detectKind(layout);
  const { fields, flags } = extractFields(kind, layout);
  const accepted = fields.filter((field) => field.accepted).map(({ name, value }) => [name, value] as const);
  return { kind, flags: [...flags], accepted: Object.fromEntries(accepted) };
};

describe("a bank statement", () => {
  it("gives every row and the balances, and points out Swish deposits", async () => {
    const { kind, flags, accepted } = await read(statement(statementRows, "6 749,50"));
    expect({ kind, flags }).toEqual({ kind: "bank-statement", flags: [] });
    expect(accepted).toMatchObject({
      holderName: "Åsa Öberg",
      period: "2025-10",
      openingBalanceOre: 120_000,
      closingBalanceOre: 674_950,
      "rows.0.date": "2025-10-03",
      "rows.0.text": "Swish Inbetalning Kalle",
      "rows.0.amountOre": 80_000,
      "rows.0.swish": "deposit",
      "rows.1.amountOre": -35_050,
      "rows.3.balanceOre": 674_950,
    });
    expect(accepted).not.toHaveProperty("rows.3.swish");
  });

  it.each([
    [
      "a row is missing",
      statement(
        statementRows.filter((_, index) => index !== 1),
        "6 749,50",
      ),
    ],
    [
      "an amount was changed",
      statement(
        statementRows.map((row, index) => (index === 0 ? [row[0], row[1], "300,00", row[3]] : row)),
        "6 749,50",
      ),
    ],
    [
      "two errors cancel out in the sum",
      statement(
        statementRows.map((row, index) =>
          index === 0 ? [row[0], row[1], "300,00", row[3]] : index === 2 ? [row[0], row[1], "5 700,00", row[3]] : row,
        ),
        "6 749,50",
      ),
    ],
    [
      "a row's amount cannot be told",
      statement([...statementRows, ["2025-10-31", "Avgift", "1.234,50", "x"]], "6 749,50"),
    ],
    [
      "a row lies outside the period",
      statement(
        statementRows.map((row, index) => (index === 3 ? ["2025-11-02", row[1], row[2], row[3]] : row)),
        "6 749,50",
      ),
    ],
  ])("accepts no row where %s", async (_, pieces) => {
    const { kind, accepted } = await read(pieces);
    expect(kind).toBe("bank-statement");
    expect(Object.keys(accepted).filter((name) => name.startsWith("rows."))).toEqual([]);
  });
});

describe("a payslip", () => {
  it("gives person, month, payment date, gross, tax and net that add up", async () => {
    expect(await read(payslip("9 600,00"))).toEqual({
      kind: "payslip",
      flags: [],
      accepted: {
        employeeName: "Åsa Öberg",
        personalNumber: "199001010017",
        period: "2025-10",
        paidOn: "2025-10-24",
        grossOre: 1_200_000,
        taxOre: 240_000,
        netOre: 960_000,
      },
    });
  });

  it("fault 51: accepts no amount where gross less tax is not net", async () => {
    const { flags, accepted } = await read(payslip("600,00"));
    expect(flags).toEqual(["sum-differs"]);
    expect(Object.keys(accepted).filter((name) => name.endsWith("Ore"))).toEqual([]);
  });
});

describe("other bills", () => {
  it("gives an electricity bill's period and sum, with its own part of tax not added again", async () => {
    expect(await read(electricityBill())).toMatchObject({
      kind: "electricity-bill",
      flags: [],
      accepted: {
        customerName: "Nils Ängström",
        periodFrom: "2025-07-01",
        periodTo: "2025-09-30",
        amountDueOre: 81_375,
        dueDate: "2025-10-31",
        ocrNumber: "1234567897",
      },
    });
  });

  it("gives a year's premium with its year", async () => {
    expect(await read(homeInsurance())).toMatchObject({
      kind: "home-insurance",
      accepted: {
        policyholderName: "Åsa Öberg",
        periodFrom: "2025-11-01",
        periodTo: "2026-10-31",
        amountDueOre: 174_000,
      },
    });
  });

  it.each([
    ["a-kassa-fee", "Alfa-kassan", "Avgift till arbetslöshetskassa"],
    ["union-fee", "Fackförbundet Exempel", "Fackavgift"],
  ])("tells %s by what it says", async (kind, sender, title) => {
    expect(await read(memberFee(sender, title))).toMatchObject({
      kind,
      accepted: { memberName: "Åsa Öberg", period: "2025-11", amountDueOre: 18_000, dueDate: "2025-11-30" },
    });
  });

  it("gives what was paid for a visit, and when", async () => {
    expect(await read(careReceipt())).toMatchObject({
      kind: "medical-receipt",
      accepted: { patientName: "Åsa Öberg", paidOn: "2025-10-14", amountPaidOre: 27_500 },
    });
  });
});

describe("a document of no known kind", () => {
  it("has no fields", async () => {
    expect(await read([{ text: "Hej! Här kommer ett brev om 6 400 kr som du ska betala.", x: 50, y: 80 }])).toEqual({
      kind: "unknown",
      flags: ["kind-unknown"],
      accepted: {},
    });
  });
});
