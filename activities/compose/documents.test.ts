import { describe, expect, it } from "vitest";
import type { Case } from "../../contracts/case.js";
import { localDate } from "../../contracts/dates.js";
import type { DocumentFlag, DocumentKind, DocumentReading } from "../../contracts/document-reading.js";
import { composeCase } from "./case.js";
import type { KnownDocument } from "./material.js";
import { aMaterial, applicantNumber } from "./test-support.js";

type Values = Readonly<Record<string, string | number>>;

/** A reading whose fields are all accepted, unless a field is named as doubted. */
const aReading = (
  kind: DocumentKind,
  values: Values,
  { flags = [], doubted = [] }: { readonly flags?: DocumentFlag[]; readonly doubted?: readonly string[] } = {},
): DocumentReading => ({
  schema: "skalig.reading.v1",
  kind,
  pages: 1,
  source: "text",
  fields: Object.entries(values).map(([name, value]) => ({
    name,
    value,
    confidence: 1,
    page: 1,
    region: [0, 0, 1, 1],
    accepted: !doubted.includes(name),
  })),
  flags,
});

const rent = { tenantName: "Ada Ek", period: "2025-11", amountDueOre: 520_000 };
const pay = {
  employeeName: "Ada Ek",
  personalNumber: applicantNumber,
  period: "2025-10",
  paidOn: "2025-10-24",
  grossOre: 1_230_000,
  taxOre: 270_000,
  netOre: 960_000,
};

const caseWith = (documents: readonly KnownDocument[], declaresPay = false, coApplicant = false): Case => {
  const material = aMaterial({ documents, coApplicant });
  return composeCase({
    ...material,
    application: {
      ...material.application,
      declaredIncomes: declaresPay
        ? [{ row: "i1", type: "salary", personRow: "p1", amountOre: 960_000, paidOn: localDate("2025-10-24") }]
        : [],
    },
  });
};

const rentNotice = (reading: DocumentReading | undefined): KnownDocument => ({
  declaredKind: "Hyresavi",
  declaredRow: "k1",
  reading,
});
const payslip = (reading: DocumentReading | undefined): KnownDocument => ({
  declaredKind: "Lönespecifikation",
  reading,
});
const payOf = (composed: Case): Case["incomes"][number] | undefined =>
  composed.incomes.find(({ type }) => type === "salary");

describe("a document for a cost", () => {
  it("shows the cost with its own amount where it is made out to the household", () => {
    const [cost] = caseWith([rentNotice(aReading("rent-notice", rent))]).costs;
    expect(cost).toMatchObject({ proof: "document", documentOre: 520_000 });
  });

  it.each([
    ["is made out to somebody else", aReading("rent-notice", { ...rent, tenantName: "Bo Alm" })],
    ["is for another month", aReading("rent-notice", { ...rent, period: "2025-09" })],
    ["is of another kind", aReading("electricity-bill", { customerName: "Ada Ek", amountDueOre: 520_000 })],
    ["does not add up", aReading("rent-notice", rent, { flags: ["sum-differs"], doubted: ["amountDueOre"] })],
  ])("is a mismatch where it %s", (_, reading) => {
    expect(caseWith([rentNotice(reading)]).costs[0]).toMatchObject({ proof: "mismatch" });
  });

  it.each([
    ["could not be opened", undefined],
    ["is too unclear", aReading("rent-notice", rent, { flags: ["low-confidence"] })],
    ["does not say whose it is", aReading("rent-notice", { period: "2025-11", amountDueOre: 520_000 })],
    [
      "has a name that nobody can make out",
      aReading("rent-notice", { ...rent, tenantName: "Adc Fk" }, { doubted: ["tenantName"] }),
    ],
    ["has an amount that was not accepted", aReading("rent-notice", rent, { doubted: ["amountDueOre"] })],
  ])("is asked for anew where it %s", (_, reading) => {
    expect(caseWith([rentNotice(reading)]).costs[0]).toMatchObject({ proof: "unreadable" });
  });

  describe("that is a bill for electricity", () => {
    const power = { customerName: "Ada Ek", amountDueOre: 90_000, periodFrom: "2025-09-01", periodTo: "2025-11-30" };
    const billed = (fields: Record<string, string | number>, doubted: string[] = []) => {
      const document = { ...rentNotice(aReading("electricity-bill", fields, { doubted })), declaredKind: "Elräkning" };
      const material = aMaterial({ documents: [document] });
      const costs = [{ row: "k1", type: "electricity" as const, appliedOre: 90_000 }];
      return composeCase({ ...material, application: { ...material.application, costs } }).costs[0];
    };

    it("says which months it is for and when it is to be paid", () => {
      const time = { from: "2025-09-01", to: "2025-11-30" };
      expect(billed({ ...power, dueDate: "2025-11-28" })).toMatchObject({
        proof: "document",
        documentOre: 90_000,
        billed: { ...time, dueOn: "2025-11-28" },
      });
      expect(billed(power)?.billed).toEqual(time);
      expect(billed({ ...power, dueDate: "2025-11-28" }, ["dueDate"])?.billed).toEqual(time);
    });

    it("says nothing of its time where it is for one whole month, and is asked for anew where the time is unsure", () => {
      const { periodFrom, periodTo, ...rest } = power;
      expect(billed({ ...rest, period: "2025-10" })).toMatchObject({ proof: "document" });
      expect(billed({ ...rest, period: "2025-10" })).not.toHaveProperty("billed");
      expect(billed(power, ["periodTo"])?.proof).toBe("unreadable");
      expect(billed({ ...rest, periodFrom })?.proof).toBe("unreadable");
      expect(billed({ ...rest, periodFrom: periodTo, periodTo: periodFrom })?.proof).toBe("unreadable");
    });
  });

  it("believes the household's own name even in a poor picture", () => {
    const reading = aReading("rent-notice", { ...rent, tenantName: "EK ADA" }, { doubted: ["tenantName"] });
    expect(caseWith([rentNotice(reading)]).costs[0]).toMatchObject({ proof: "document" });
  });

  it.each(["Ada <script>alert(1)</script> Alm", '=HYPERLINK("x")', "\u202ekE adA", "Ada\nAlm"])(
    "fault 41: takes %j for somebody else's name, and nothing more",
    (tenantName) => {
      expect(caseWith([rentNotice(aReading("rent-notice", { ...rent, tenantName }))]).costs[0]?.proof).toBe("mismatch");
    },
  );

  it("takes what was paid from a receipt, which has nothing due", () => {
    const material = aMaterial({
      documents: [
        {
          declaredKind: "Kvitto",
          declaredRow: "k1",
          reading: aReading("medical-receipt", { patientName: "Ada Ek", amountPaidOre: 24_000 }),
        },
      ],
    });
    const { application } = material;
    const costs = [{ row: "k1", type: "medicine" as const, appliedOre: 24_000 }];
    expect(composeCase({ ...material, application: { ...application, costs } }).costs[0]).toMatchObject({
      proof: "document",
      documentOre: 24_000,
    });
  });
});

describe("a payslip", () => {
  it("shows the declared pay with what was paid and when", () => {
    expect(payOf(caseWith([payslip(aReading("payslip", pay))], true))).toMatchObject({
      source: "applicant",
      proof: "document",
      documentOre: 960_000,
      paidOn: "2025-10-24",
      from: "2025-10-01",
    });
  });

  it.each([
    ["another person's", { ...pay, personalNumber: "198506119992", employeeName: "Bo Alm" }],
    ["another person's by number although the name is the same", { ...pay, personalNumber: "198506119992" }],
    ["another month's", { ...pay, paidOn: "2025-08-25", period: "2025-08" }],
  ])("fault 51: of %s is a mismatch, never proof", (_, values) => {
    expect(payOf(caseWith([payslip(aReading("payslip", values))], true))).toMatchObject({ proof: "mismatch" });
  });

  it("fault 51: that has been edited, so that its sum does not add up, is a mismatch", () => {
    const edited = aReading("payslip", pay, { flags: ["sum-differs"], doubted: ["grossOre", "taxOre", "netOre"] });
    expect(payOf(caseWith([payslip(edited)], true))).toMatchObject({ proof: "mismatch" });
  });

  it("fault 49: whose text is another than the one that is seen is a mismatch", () => {
    const doubted = Object.keys(pay);
    const hidden = aReading("payslip", { ...pay, netOre: 0 }, { flags: ["text-picture-differ"], doubted });
    expect(payOf(caseWith([payslip(hidden)], true))).toMatchObject({ proof: "mismatch", netOre: 960_000 });
  });

  it("fault 50: too unclear to read is asked for anew, and gives no amount", () => {
    const unclear = aReading("payslip", pay, { flags: ["low-confidence"], doubted: Object.keys(pay) });
    const shown = payOf(caseWith([payslip(unclear)], true));
    expect(shown).toMatchObject({ proof: "unreadable" });
    expect(shown).not.toHaveProperty("documentOre");
  });

  it("of the partner says nothing of the applicant's pay", () => {
    const partners = aReading("payslip", { ...pay, personalNumber: "198503149885", employeeName: "Bo Ek" });
    const composed = caseWith([payslip(partners)], true, true);
    expect(composed.incomes.filter(({ type }) => type === "salary")).toMatchObject([
      { memberId: "a", proof: "none" },
      { memberId: "b", source: "document", netOre: 960_000 },
    ]);
  });

  it("is an income where the household has declared none, and never left aside", () => {
    const composed = caseWith([payslip(aReading("payslip", pay))]);
    expect(payOf(composed)).toMatchObject({ source: "document", netOre: 960_000, grossOre: 1_230_000, deductions: [] });
    expect(composed.documents).toEqual([]);
  });

  it("that shows no declared income and cannot be used is somebody's to look at", () => {
    const strangers = payslip(aReading("payslip", { ...pay, personalNumber: "198506119992", employeeName: "Bo Alm" }));
    expect(caseWith([strangers]).documents).toEqual([{ id: "d1", kind: "payslip", state: "another-persons" }]);
    expect(caseWith([payslip(undefined)]).documents).toEqual([{ id: "d1", kind: "unknown", state: "unreadable" }]);
  });
});

const statement = {
  holderName: "Ada Ek",
  openingBalanceOre: 0,
  closingBalanceOre: 150_000,
  "rows.0.date": "2025-10-14",
  "rows.0.text": "Swish",
  "rows.0.amountOre": 150_000,
  "rows.0.swish": "deposit",
};
const sent = (reading: DocumentReading): KnownDocument => ({ declaredKind: "Kontoutdrag", reading });

describe("a bank statement", () => {
  it("tells of deposits where every row could be accepted", () => {
    const composed = caseWith([sent(aReading("bank-statement", statement))]);
    expect(composed.documents).toMatchObject([{ state: "read" }]);
    expect(composed.incomes).toContainEqual(expect.objectContaining({ type: "swish", netOre: 150_000, memberId: "a" }));
  });

  it.each([
    ["a row was not accepted", aReading("bank-statement", statement, { doubted: ["rows.0.amountOre"] })],
    ["the balances do not add up", aReading("bank-statement", statement, { flags: ["sum-differs"] })],
    ["the balances are not there", aReading("bank-statement", { holderName: "Ada Ek" })],
    [
      "it does not say whose it is",
      aReading("bank-statement", { ...statement, holderName: 7 }, { doubted: ["holderName"] }),
    ],
  ])("is a question of its own where %s", (_, reading) => {
    expect(caseWith([sent(reading)]).documents).toMatchObject([{ kind: "bank-statement", state: "rows-unclear" }]);
  });

  it("of somebody else's account tells nothing of the household", () => {
    const composed = caseWith([sent(aReading("bank-statement", { ...statement, holderName: "Bo Alm" }))]);
    expect(composed.documents).toMatchObject([{ state: "another-persons" }]);
    expect(composed.incomes.map(({ type }) => type)).not.toContain("swish");
  });
});

it("a document of no known kind, or for no line, is a person's to read", () => {
  const letter = { declaredKind: "Övrigt", reading: aReading("unknown", {}, { flags: ["kind-unknown"] }) };
  const bill = { declaredKind: "Elräkning", reading: aReading("electricity-bill", { customerName: "Ada Ek" }) };
  expect(caseWith([letter, bill]).documents).toEqual([
    { id: "d1", kind: "unknown", state: "to-read" },
    { id: "d2", kind: "electricity-bill", state: "to-read" },
  ]);
});
