import { describe, expect, it } from "vitest";
import { month } from "../../contracts/dates.js";
import { tableTexts } from "../core/table.js";
import { refusalOf } from "../testing/refusal.js";
import { parseApplication, type ApplicationTexts } from "./parse.js";
import { joinInboxPages, parseInboxPage } from "./parse-inbox.js";

const terms = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(entries));
const listed = (...lines: readonly string[]) => ({ tables: [tableTexts(lines.join("\n"))], sentences: [] });
const said = (sentence: string) => ({ tables: [], sentences: [sentence] });
const nbsp = "\u00a0";

const costLines = [
  "Rad\tKostnad\tSökt belopp\tKommentar",
  `k1\tHyra\t6${nbsp}400${nbsp}kr\t`,
  `k2\tAnnan kostnad\t507,50${nbsp}kr\tSpis gick sönder`,
  `Summa\t\t6${nbsp}907,50${nbsp}kr\t`,
];

const application: ApplicationTexts = {
  heading: "Ansökan EB-1",
  about: terms({ Ärende: "EB-1", Typ: "Återansökan", Avser: "november 2025", Inkom: "25 oktober 2025 kl. 19.12" }),
  persons: [
    {
      role: "Sökande",
      terms: terms({
        Rad: "p1",
        Förnamn: "Åsa",
        Efternamn: "Ö",
        Personnummer: "19300101-7072",
        Undertecknad: "25 oktober 2025 med e-legitimation",
      }),
    },
    {
      role: "Barn",
      terms: terms({
        Rad: "p2",
        Förnamn: "Bo",
        Efternamn: "Ö",
        Personnummer: "19300103-4663",
        "Dagar i hemmet": "30",
        "Äter lunch i förskola": "Nej",
        Skola: "Grundskola",
      }),
    },
  ],
  home: terms({
    Adress: "Provgatan 1",
    Postnummer: "999 11",
    Ort: "Exempelköping",
    "Antal personer i hemmet": "2",
    "Delar bostad med annan vuxen": "Nej",
    "Har hushållet förändrats sedan förra ansökan": "Ej besvarad",
  }),
  costs: listed(...costLines),
  incomes: said("Inga inkomster uppgivna."),
  ticked: ["Aktivitetsstöd", "Bostadsbidrag"],
  noneTicked: [],
  questions: terms({
    "Väntar du på beslut om ersättning?": "Nej",
    "Har du tillgångar?": "Ej besvarad",
    "Vistas du i kommunen?": "Ja",
    "Är kontot detsamma som tidigare?": "Ja",
  }),
  message: ["Inget meddelande."],
  attachments: said("Inga bilagor."),
};

const read = (more: Partial<ApplicationTexts> = {}) => parseApplication({ ...application, ...more }, "EB-1");
const replaced = (from: ReadonlyMap<string, string>, name: string, value: string) => new Map([...from, [name, value]]);

describe("an application", () => {
  it("is read field by field", () => {
    expect(read()).toMatchObject({
      reference: "EB-1",
      receivedAt: "2025-10-25T17:12:00.000Z",
      kind: "renewal",
      month: "2025-11",
      persons: [
        { role: "applicant", personalNumber: "193001017072", givenName: "Åsa", signedOn: "2025-10-25" },
        { role: "child", daysInHome: 30, lunchAway: false, school: "compulsory" },
      ],
      costs: [
        { row: "k1", type: "rent", appliedOre: 640_000 },
        { row: "k2", type: "other-cost", appliedOre: 50_750, note: "Spis gick sönder" },
      ],
      declaredBenefits: ["activity-support", "housing-allowance"],
      staysInMunicipality: true,
    });
  });

  it("may complete an earlier one", () => {
    expect(read({ about: replaced(application.about, "Typ", "Komplettering") })).toMatchObject({ kind: "completion" });
  });

  it.each([
    "André Ångström-O’Neill",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "\u202egnallE",
    "Emil 🦊",
    "A".repeat(200),
  ])("fault 41: keeps the name %j as it is printed", (name) => {
    const [applicant, ...others] = application.persons;
    if (applicant === undefined) throw new Error("Nobody applies.");
    const persons = [{ ...applicant, terms: replaced(applicant.terms, "Förnamn", name) }, ...others];
    expect(read({ persons }).persons[0]?.givenName).toBe(name);
  });

  it("leaves out a question that was left open, and never answers it no", () => {
    expect(read()).not.toHaveProperty("hasAssets");
    expect(read()).not.toHaveProperty("householdChanged");
  });

  it("leaves out the signature of an adult who has not signed", () => {
    const [first] = application.persons;
    const unsigned = {
      role: "Medsökande",
      terms: replaced(first?.terms ?? new Map(), "Undertecknad", "Ej undertecknad"),
    };
    expect(read({ persons: [unsigned] }).persons[0]).not.toHaveProperty("signedOn");
  });

  it("reads declared incomes with and without an amount", () => {
    const incomes = listed(
      "Rad\tPerson\tInkomst\tBelopp\tDatum",
      `i1\tp1\tSwish\t1${nbsp}500${nbsp}kr\t14 oktober 2025`,
      "i2\tp1\tLön\tEj angivet\tEj angivet",
    );
    expect(read({ incomes }).declaredIncomes).toEqual([
      { row: "i1", personRow: "p1", type: "swish", amountOre: 150_000, paidOn: "2025-10-14" },
      { row: "i2", personRow: "p1", type: "salary" },
    ]);
  });

  it("keeps a message and drops the sentence that there is none", () => {
    expect(read({ message: ["Hej, jag har flyttat."] }).message).toBe("Hej, jag har flyttat.");
    expect(read()).not.toHaveProperty("message");
  });

  it("of another reference than asked for is a mismatch", () => {
    expect(refusalOf(() => parseApplication(application, "EB-2"))).toBe("PersonMismatch");
    expect(refusalOf(() => read({ heading: "Ansökan EB-2" }))).toBe("PersonMismatch");
  });

  it.each<[string, Partial<ApplicationTexts>]>([
    ["costs that do not add up", { costs: listed(...costLines.slice(0, 2), ...costLines.slice(3)) }],
    ["a cost that stands twice", { costs: listed(...costLines.slice(0, 2), ...costLines.slice(1)) }],
    ["no sum row", { costs: listed(...costLines.slice(0, 3)) }],
    ["no table of costs", { costs: { tables: [], sentences: [] } }],
    [
      "two tables of costs",
      { costs: { tables: [tableTexts(costLines.join("\n")), tableTexts(costLines.join("\n"))], sentences: [] } },
    ],
    ["a cost we do not know", { costs: listed(...costLines.map((line) => line.replace("Hyra", "Hyresskuld"))) }],
    ["neither incomes nor the word that there are none", { incomes: { tables: [], sentences: [] } }],
    ["neither benefits nor the word that there are none", { ticked: [] }],
    ["benefits and the word that there are none", { noneTicked: ["Inga ersättningar ikryssade."] }],
    ["a term we do not know", { home: replaced(application.home, "Våning", "2") }],
    ["a question that is gone", { questions: terms({ "Har du tillgångar?": "Nej" }) }],
    [
      "an answer that is neither yes nor no",
      { questions: replaced(application.questions, "Har du tillgångar?", "Kanske") },
    ],
    ["a kind we do not know", { about: replaced(application.about, "Typ", "Överklagande") }],
    ["no message and no word of it", { message: [] }],
  ])("is refused with %s", (_name, more) => {
    expect(refusalOf(() => read(more))).toBe("PortalChanged");
  });
});

const inbox = (status: string, ...rows: readonly string[]) =>
  parseInboxPage(
    {
      state: "listed",
      statuses: [status],
      table: tableTexts(["Ärende\tInkom\tAvser\tTyp\tUndertecknad", ...rows].join("\n")),
    },
    month("2025-11"),
  );
const inboxRow = (reference: string, concerns = "november 2025"): string =>
  `${reference}\t25 oktober 2025 kl. 19.12\t${concerns}\tÅteransökan\tJa`;
const status = (from: number, to: number, of: number): string =>
  `Visar ${String(from)}–${String(to)} av ${String(of)} ansökningar för november 2025.`;

describe("the inbox", () => {
  it("is read over all its pages", () => {
    const pages = [
      inbox(status(1, 2, 3), inboxRow("EB-1"), inboxRow("EB-2")),
      inbox(status(3, 3, 3), inboxRow("EB-3")),
    ];
    expect(joinInboxPages(pages).map(({ reference }) => reference)).toEqual(["EB-1", "EB-2", "EB-3"]);
  });

  it("is refused where the pages do not reach the total, or repeat a row", () => {
    expect(refusalOf(() => joinInboxPages([inbox(status(1, 2, 3), inboxRow("EB-1"), inboxRow("EB-2"))]))).toBe(
      "PortalChanged",
    );
    expect(refusalOf(() => joinInboxPages([inbox(status(1, 2, 2), inboxRow("EB-1"), inboxRow("EB-1"))]))).toBe(
      "PortalChanged",
    );
  });

  it("is read again later where it changed between two pages", () => {
    const pages = [inbox(status(1, 1, 2), inboxRow("EB-1")), inbox(status(2, 2, 3), inboxRow("EB-2"))];
    expect(refusalOf(() => joinInboxPages(pages))).toBe("PortalUnavailable");
  });

  it("is refused for another month, in the status, in a row or in the sentence that it is empty", () => {
    expect(refusalOf(() => inbox(status(1, 1, 1).replace("november", "oktober"), inboxRow("EB-1")))).toBe(
      "PortalChanged",
    );
    expect(refusalOf(() => inbox(status(1, 1, 1), inboxRow("EB-1", "oktober 2025")))).toBe("PortalChanged");
    const empty = (sentence: string) => parseInboxPage({ state: "empty", statuses: [sentence] }, month("2025-11"));
    expect(empty("Inga ansökningar för november 2025.").rows).toEqual([]);
    expect(refusalOf(() => empty("Inga ansökningar för oktober 2025."))).toBe("PortalChanged");
  });
});
