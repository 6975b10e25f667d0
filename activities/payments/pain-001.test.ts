import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { minuteOn } from "../../contracts/payments.js";
import { decimalOf, pain001, type Pain001, type Transfer } from "./pain-001.js";

const transfer = (differs: Partial<Transfer> = {}): Transfer => ({
  reference: "2511-0001-1a2b3c4d",
  amountOre: 619_000,
  name: "Prov Person",
  personalNumber: "198903152398",
  text: "Bistånd november 2025",
  ...differs,
});

const file: Pain001 = {
  messageId: "SKALIG-20251031-1a2b3c4d",
  createdAt: minuteOn(localDate("2025-10-30"), "14:00"),
  payOn: localDate("2025-10-31"),
  debtor: { name: "Låtsasviks kommun", organisationNumber: "2120000000", iban: "SE00", bic: "EXKPSESS" },
  transfers: [transfer(), transfer({ reference: "2511-0000-9f8e7d6c", amountOre: 1_038_050 })],
};

const textOf = (content: Pain001): string => new TextDecoder().decode(pain001(content));
/** Names of the elements inside one, in order: the standard's sequence is part of its form. */
const childrenOf = (xml: string, parent: string): string[] => {
  const inside = new RegExp(`<${parent}>([\\s\\S]*?)</${parent}>`).exec(xml)?.[1] ?? "";
  const names: string[] = [];
  let depth = 0;
  for (const [, closing, name = ""] of inside.matchAll(/<(\/?)([A-Za-z]+)[^>]*>/g)) {
    if (closing === "/") depth -= 1;
    else {
      if (depth === 0) names.push(name);
      depth += 1;
    }
  }
  return names;
};

describe("a payment file", () => {
  const xml = textOf(file);

  it("has the standard's elements in the standard's order", () => {
    expect(xml).toContain('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>');
    expect(childrenOf(xml, "GrpHdr")).toEqual(["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"]);
    expect(childrenOf(xml, "PmtInf")).toEqual([
      "PmtInfId",
      "PmtMtd",
      "NbOfTxs",
      "CtrlSum",
      "PmtTpInf",
      "ReqdExctnDt",
      "Dbtr",
      "DbtrAcct",
      "DbtrAgt",
      "CdtTrfTxInf",
      "CdtTrfTxInf",
    ]);
    expect(childrenOf(xml, "CdtTrfTxInf")).toEqual(["PmtId", "Amt", "Cdtr", "RmtInf"]);
    expect(childrenOf(xml, "Cdtr")).toEqual(["Nm", "Id"]);
  });

  it("counts its transfers and sums them, twice", () => {
    expect(xml.match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>16570\.50<\/CtrlSum>/g)).toHaveLength(2);
  });

  it("is dated by its cut-off and pays on its day", () => {
    expect(xml).toContain("<CreDtTm>2025-10-30T14:00:00</CreDtTm>");
    expect(xml).toContain("<ReqdExctnDt><Dt>2025-10-31</Dt></ReqdExctnDt>");
  });

  it("names a person by number, never by a masked account", () => {
    expect(xml).toContain("<Othr><Id>198903152398</Id><SchmeNm><Cd>SOSE</Cd></SchmeNm></Othr>");
    expect(xml).not.toContain("CdtrAcct");
  });

  it("is the same to the byte whatever order the orders came in", () => {
    expect(textOf({ ...file, transfers: file.transfers.toReversed() })).toBe(xml);
  });

  it.each([
    ["mark-up", "<script>&amp;</script>", "script amp /script"],
    ["a line break", "Anna\nBeslut", "Anna Beslut"],
    ["a turned direction", "Anna \u202egalsva", "Anna galsva"],
    ["a formula", "=HYPERLINK(1)", "HYPERLINK(1)"],
    ["two hundred letters", "N".repeat(200), "N".repeat(70)],
  ])("takes a name with %s as plain text of the allowed length", (_, name, written) => {
    expect(textOf({ ...file, transfers: [transfer({ name })] })).toContain(`<Cdtr><Nm>${written}</Nm>`);
  });

  it("writes every amount with two decimals, to the öre", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (amountOre) => {
        const text = decimalOf(amountOre);
        expect(text).toMatch(/^\d+\.\d\d$/);
        expect(BigInt(text.replace(".", ""))).toBe(BigInt(amountOre));
      }),
    );
  });
});
