import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { month } from "../../contracts/dates.js";
import { parseKronor } from "../core/swedish.js";
import { tableTexts } from "../core/table.js";
import { refusalOf } from "../testing/refusal.js";
import { parseFile, type FileTexts } from "./parse-file.js";
import { isReceiptOf, joinLists, parseList, parseRecord, type ListTexts, type RecordTexts } from "./parse-records.js";
import { printedAmount } from "./printed.js";

const person = "193001017072";
const none = "Inga uppgifter.";

const sections: Readonly<Record<string, readonly string[]>> = {
  Personer: ["Roll\tPersonnr\tNamn", "SÖKANDE\t19300101-7072\tÖ, Åsa", "BARN\t19300103-4663\tÖ, Bo"],
  "Beräkning 10-2025": [
    "Slag\tPerson\tBenämning\tBelopp\tMedräknat",
    "NORM\tHUSHÅLL\tGemensamma hushållskostnader\t1 270:-\t1 270:-",
    "KOSTNAD\tHUSHÅLL\tHyra\t6 400:50\t6 400:50",
    "INKOMST\t19300101-7072\tLön\t9 600:-\t7 200:-",
    "Saldo\t-470:50",
  ],
  "Stående godkännanden": ["Kostnad\tGodkänt belopp\tT.o.m.\tRådrum t.o.m.", "Hyra\t6 400:50\t31/03-2026\t31/01-2026"],
  "Stående uppgifter": [
    "Uppgift\tPersonnr\tDagar\tGemensam kostnad\tFr.o.m.\tT.o.m.",
    "DELAR BOSTAD\t-\t-\t-\t01/01-2025\t30/06-2026",
    "UMGÄNGESAVTAL\t19300103-4663\t10\tRÄKNAS EJ\t01/01-2025\t31/12-2025",
  ],
  Planering: [
    "Personnr\tSlag\tFr.o.m.\tT.o.m.\tFöljs\tIntyg t.o.m.",
    "19300101-7072\tSjukskrivning\t01/07-2025\t31/12-2025\tJ\t30/11-2025",
  ],
  Beslutshistorik: [
    "Månad\tAvser\tUtfall\tKommun",
    "09-2025\tALLA\tBifall\tExempelköping",
    "08-2025\t19300101-7072\tAvslag\tGranneköping",
  ],
  Arbetsinkomster: ["Personnr\tMånad\tNetto", "19300101-7072\t09-2025\t9 600:-"],
  Utbetalningskonto: ["Konto\tOförändrat sedan", "••••4137\t02-2024"],
};

const fileOf = (
  more: Readonly<Record<string, readonly string[] | undefined>> = {},
  texts: Partial<FileTexts> = {},
): FileTexts => {
  const shown = Object.entries({ ...sections, ...more }).filter(
    (entry): entry is [string, readonly string[]] => entry[1] !== undefined,
  );
  return {
    heading: "AKT A-1",
    head: new Map([
      ["Akt", "A-1"],
      ["Registerledare", "Ö, Åsa"],
      ["Personnr", "19300101-7072"],
    ]),
    tables: ["Akt\tA-1", ...shown.map(([caption, lines]) => [caption, ...lines].join("\n"))],
    captions: shown.map(([caption]) => caption),
    sentences: [],
    ...texts,
  };
};
const read = (texts: FileTexts) => parseFile(texts, { personalNumber: person, ownMunicipality: "Exempelköping" });
const calculation = (change: (line: string) => string) => ({
  "Beräkning 10-2025": (sections["Beräkning 10-2025"] ?? []).map(change),
});

describe("a household's file", () => {
  it("is read section by section", () => {
    expect(read(fileOf())).toEqual({
      persons: [
        { personalNumber: person, role: "applicant" },
        { personalNumber: "193001034663", role: "child" },
      ],
      previous: {
        month: "2025-10",
        lines: [
          { kind: "norm", type: "Gemensamma hushållskostnader", amountOre: 127_000 },
          { kind: "cost", type: "rent", amountOre: 640_050 },
          { kind: "income", type: "salary", amountOre: 960_000, personalNumber: person },
        ],
        balanceOre: -47_050,
      },
      standingCosts: [{ type: "rent", approvedOre: 640_050, until: "2026-03-31", graceUntil: "2026-01-31" }],
      standingFacts: [
        { code: "shares-home", from: "2025-01-01", until: "2026-06-30" },
        {
          code: "visiting-agreement",
          personalNumber: "193001034663",
          days: 10,
          commonCost: "not-counted",
          from: "2025-01-01",
          until: "2025-12-31",
        },
      ],
      planning: [
        {
          personalNumber: person,
          kind: "sick-leave",
          from: "2025-07-01",
          to: "2025-12-31",
          followed: true,
          certificateUntil: "2025-11-30",
        },
      ],
      history: [
        { month: "2025-09", outcome: "granted" },
        { month: "2025-08", outcome: "refused", personalNumber: person, municipality: "Granneköping" },
      ],
      earnings: [{ personalNumber: person, month: "2025-09", netOre: 960_000 }],
      account: { maskedNumber: "••••4137", unchangedSince: "2024-02" },
    });
  });

  it("is refused with an agreement whose days or decision on common costs we cannot read", () => {
    const agreement = (days: string, decision: string) => ({
      "Stående uppgifter": [
        sections["Stående uppgifter"]?.[0] ?? "",
        `UMGÄNGESAVTAL\t19300103-4663\t${days}\t${decision}\t01/01-2025\t31/12-2025`,
      ],
    });
    expect(refusalOf(() => read(fileOf(agreement("tio", "RÄKNAS"))))).toBe("PortalChanged");
    expect(refusalOf(() => read(fileOf(agreement("10", "KANSKE"))))).toBe("PortalChanged");
  });

  it("has empty sections only where they say so", () => {
    expect(read(fileOf({ Planering: [none], Utbetalningskonto: [none] })).planning).toEqual([]);
    expect(refusalOf(() => read(fileOf({ Planering: [] })))).toBe("PortalChanged");
    expect(refusalOf(() => read(fileOf({ Planering: (sections["Planering"] ?? []).slice(0, 1) })))).toBe(
      "PortalChanged",
    );
  });

  it("has no earlier calculation only where it says so", () => {
    const without = { "Beräkning 10-2025": undefined };
    expect(read(fileOf(without, { sentences: ["Ingen tidigare beräkning."] }))).not.toHaveProperty("previous");
    expect(refusalOf(() => read(fileOf(without)))).toBe("PortalChanged");
    expect(refusalOf(() => read(fileOf({}, { sentences: ["Ingen tidigare beräkning."] })))).toBe("PortalChanged");
  });

  it("in which the person asked for is not, is a mismatch", () => {
    const at = { personalNumber: "193001227705", ownMunicipality: "Exempelköping" };
    expect(refusalOf(() => parseFile(fileOf(), at))).toBe("PersonMismatch");
  });

  it.each<[string, FileTexts]>([
    ["a balance that is not the balance", fileOf(calculation((line) => line.replace("-470:50", "-370:50")))],
    ["a calculation's column renamed", fileOf(calculation((line) => line.replace("Medräknat", "Beaktat")))],
    ["a kind of line we do not know", fileOf(calculation((line) => line.replace("KOSTNAD", "AVDRAG")))],
    ["a section that is gone", fileOf({ Arbetsinkomster: undefined })],
    ["a section we do not know", fileOf({ Skulder: [none] })],
    ["a table without a caption", fileOf({}, { tables: [...fileOf().tables, "Konto\t1"] })],
    [
      "a plan we do not know",
      fileOf({ Planering: (sections["Planering"] ?? []).map((line) => line.replace("Sjukskrivning", "Praktik")) }),
    ],
    ["a person twice", fileOf({ Personer: [...(sections["Personer"] ?? []), "BARN\t19300103-4663\tÖ, Bo"] })],
    [
      "two payment accounts",
      fileOf({ Utbetalningskonto: [...(sections["Utbetalningskonto"] ?? []), "••••1\t02-2024"] }),
    ],
    ["another file's heading", fileOf({}, { heading: "AKT A-2" })],
  ])("is refused with %s", (_name, texts) => {
    expect(refusalOf(() => read(texts))).toBe("PortalChanged");
  });
});

const asked = { caseNumber: "A-1", kind: "payment", month: month("2025-11") } as const;
const listHeads = "Löpnr\tSlag\tMånad\tReferens\tBeslut\tBelopp\tUtbet.dag\tReg.dag\tSign";
const listRow = (number: string): string =>
  `${number}\tUTBETALNING\t11-2025\tr1\t-\t6 190:-\t30/10-2025\t27/10-2025\tROB`;
const list = (rows: readonly string[], more: Partial<ListTexts> = {}): ListTexts => ({
  heading: "POSTER A-1",
  month: "11-2025",
  filter: "utbetalning",
  sentences: ["Antal poster: 2"],
  table: tableTexts([listHeads, ...rows].join("\n")),
  ...more,
});

describe("a list of records", () => {
  it("is read over all its pages", () => {
    expect(joinLists([parseList(list([listRow("1")]), asked), parseList(list([listRow("2")]), asked)])).toEqual([
      "1",
      "2",
    ]);
  });

  it("is refused where the pages do not add up, or a record stands twice", () => {
    expect(refusalOf(() => joinLists([parseList(list([listRow("1")]), asked)]))).toBe("PortalChanged");
    expect(refusalOf(() => joinLists([parseList(list([listRow("1"), listRow("1")]), asked)]))).toBe("PortalChanged");
  });

  it.each<[string, ListTexts]>([
    ["of another file", list([listRow("1")], { heading: "POSTER A-2" })],
    ["of another month", list([listRow("1")], { month: "10-2025" })],
    ["of another kind", list([listRow("1")], { filter: "alla" })],
    ["with a row of another month", list([listRow("1").replace("11-2025", "10-2025")])],
    ["that does not say how many there are", list([listRow("1")], { sentences: [] })],
  ])("%s is refused", (_name, texts) => {
    expect(refusalOf(() => parseList(texts, asked))).toBe("PortalChanged");
  });

  it("is empty only where it says so, for the month asked", () => {
    const bare = {
      heading: "POSTER A-1",
      month: "11-2025",
      filter: "utbetalning",
      sentences: ["Inga poster för 11-2025."],
    };
    expect(parseList(bare, asked)).toEqual({ numbers: [], total: 0 });
    expect(refusalOf(() => parseList({ ...bare, sentences: ["Inga poster för 10-2025."] }, asked))).toBe(
      "PortalChanged",
    );
  });
});

const record = (more: Readonly<Record<string, string>> = {}): RecordTexts => ({
  heading: "POST 7",
  values: new Map(
    Object.entries({
      Löpnr: "7",
      Slag: "UTBETALNING",
      Akt: "A-1",
      Personnr: "19300101-7072",
      Månad: "11-2025",
      Referens: "-",
      Beslut: "-",
      Belopp: "6 190:-",
      "Utbet.dag": "30/10-2025",
      Text: "-",
      "Reg.dag": "27/10-2025",
      Sign: "ROB",
      ...more,
    }),
  ),
});
const opened = { ...asked, number: "7", persons: [person] };

describe("a record", () => {
  it("is read without what it does not hold; somebody else's may lack a reference", () => {
    expect(parseRecord(record(), opened)).toEqual({
      kind: "payment",
      reference: "",
      personalNumber: person,
      month: "2025-11",
      amountOre: 619_000,
      payOn: "2025-10-30",
    });
  });

  it("of another person is a mismatch, of another number or kind a change", () => {
    expect(refusalOf(() => parseRecord(record({ Personnr: "19300103-4663" }), opened))).toBe("PersonMismatch");
    expect(refusalOf(() => parseRecord(record({ Löpnr: "8" }), opened))).toBe("PortalChanged");
    expect(refusalOf(() => parseRecord(record({ Slag: "BESLUT" }), opened))).toBe("PortalChanged");
  });

  it("is confirmed only by its own receipt", () => {
    const written = { kind: "payment", reference: "r1", personalNumber: person, month: asked.month } as const;
    const receipt = { Löpnr: "7", Slag: "UTBETALNING", Månad: "11-2025", Referens: "r1" };
    expect(isReceiptOf(new Map(Object.entries(receipt)), written)).toBe(true);
    for (const wrong of [{ Löpnr: "0" }, { Slag: "BESLUT" }, { Månad: "10-2025" }, { Referens: "r2" }])
      expect(isReceiptOf(new Map(Object.entries({ ...receipt, ...wrong })), written)).toBe(false);
  });
});

describe("an amount as it is printed in a form", () => {
  it("reads back as the same amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (amountOre) => {
        expect(parseKronor(printedAmount(amountOre))).toBe(amountOre);
      }),
    );
  });
});
