import { expect, test } from "vitest";
import { memberSchema } from "../../contracts/case.js";
import {
  assetSchema,
  documentStateSchema,
  historyMonthSchema,
  planningSchema,
} from "../../contracts/case-circumstances.js";
import { proofSchema } from "../../contracts/codes/costs.js";
import { sourceStatusSchema } from "../../contracts/codes/sources.js";
import { documentKindSchema } from "../../contracts/document-reading.js";
import { caseOf, paid, planFor, renewal, standing } from "../examples/cases.js";
import { factInWords, valueInWords } from "./fact-words.js";

/** A household with one of most things that can be told. */
const everything = caseOf(
  renewal({
    household: {
      sizeInHome: 4,
      sharesHome: true,
      members: [
        { id: "a", role: "applicant", birthDate: "1990-05-02" },
        { id: "b", role: "co-applicant", birthDate: "1991-06-03" },
        { id: "c1", role: "child", birthDate: "2019-08-10", days: 30, lunchAway: true, pupil: "preschool" },
        { id: "c2", role: "visiting-child", birthDate: "2016-08-10", days: 8 },
      ],
    },
    costs: [
      standing("rent", 5000),
      {
        id: "k2",
        type: "electricity",
        appliedOre: 30_000,
        proof: "unreadable",
        billed: { from: "2025-09-01", to: "2025-11-30" },
      },
    ],
    incomes: [
      paid("activity-support", 5000),
      paid("salary", 100, { id: "i2", paidOn: "2025-10-03" }),
      paid("salary", 200, { id: "i3", paidOn: "2025-10-17" }),
    ],
    history: [
      { month: "2025-09", outcome: "refused" },
      { month: "2025-10", outcome: "emergency" },
    ],
    earnings: [
      { memberId: "c1", month: "2025-08", netOre: 100 },
      { memberId: "c1", month: "2025-09", netOre: 250_050 },
    ],
    planning: [planFor("a"), { ...planFor("b"), kind: "sick-leave" }],
    previous: { month: "2025-10", balanceOre: 100_000, lines: [{ kind: "cost", type: "rent", amountOre: 490_000 }] },
    assets: [
      { id: "t1", kind: "bank", source: "document", valueOre: 100 },
      { id: "t2", kind: "vehicle", source: "TNS", valueOre: 2_000_000 },
    ],
    documents: [
      { id: "d1", kind: "bank-statement", state: "read" },
      { id: "d2", kind: "payslip", state: "rows-unclear" },
    ],
  }),
);

const said = (path: string): string => {
  const { title, value } = factInWords(everything, path);
  return `${title} = ${value}`.replaceAll("\u00a0", " ");
};

test.each([
  ["benefitMonth", "Månaden biståndet gäller = november 2025"],
  ["household.sizeInHome", "Antal personer i hemmet = 4"],
  ["household.members.a.role", "Sökande: roll i hushållet = sökande"],
  ["household.members.b.birthDate", "Medsökande: födelsedatum = 3 juni 1991"],
  ["household.members.c1.lunchAway", "Barn c1: äter lunch i förskola fem dagar i veckan (0–6 år) = ja"],
  ["household.members.c1.pupil", "Barn c1: skolform = förskola"],
  ["household.members.c2.days", "Barn på umgänge c2: dagar i hemmet under månaden = 8"],
  ["household.members.x.days", "Person: dagar i hemmet under månaden = ingen uppgift"],
  ["costs.k-rent.appliedOre", "Hyra: sökt belopp = 5 000 kr"],
  ["costs.k-rent.proof", "Hyra: hur kostnaden är styrkt = stående godkännande"],
  ["costs.k-rent.assessedOre", "Hyra: belopp som en handläggare har godkänt = ingen uppgift"],
  ["costs.k2.proof", "Hushållsel: hur kostnaden är styrkt = oläsligt underlag"],
  ["costs.k2.billed", "Hushållsel: tiden som räkningen gäller = 1 september 2025 till 30 november 2025"],
  ["costs.x.appliedOre", "Kostnad: sökt belopp = ingen uppgift"],
  ["incomes.i-activity-support.netOre", "Aktivitetsstöd: utbetalt belopp = 5 000 kr"],
  ["incomes.i-activity-support.preliminary", "Aktivitetsstöd: preliminär utbetalning = nej"],
  ["incomes.i2.netOre", "Lön utbetald 3 oktober 2025: utbetalt belopp = 100 kr"],
  ["incomes.i3.deductions", "Lön utbetald 17 oktober 2025: andra avdrag än skatt = inga"],
  ["incomes.x.netOre", "Inkomst: utbetalt belopp = ingen uppgift"],
  ["history", "Beslutshistorik = 2 uppgifter"],
  ["history.1.outcome", "Beslutshistorik: utfall = nödbistånd"],
  ["earnings", "Arbetsinkomster = 2 uppgifter"],
  ["earnings.1.netOre", "Arbetsinkomster: lön efter skatt = 2 500,50 kr"],
  ["planning", "Planering = 2 uppgifter"],
  ["planning.1.kind", "Planering: slag = sjukskriven"],
  ["previous", "Förra beräkningen = uppgift finns"],
  ["previous.month", "Förra beräkningen: månaden beräkningen gällde = oktober 2025"],
  ["previous.lines.0.amountOre", "Förra beräkningen: belopp = 4 900 kr"],
  ["assets", "Tillgångar = 2 uppgifter"],
  ["assets.t2.valueOre", "Tillgång: värde = 20 000 kr"],
  ["assets.t2.kind", "Tillgång: slag = fordon"],
  ["assets.t2.source", "Tillgång: källa = Transportstyrelsen"],
  ["assets.t1.source", "Tillgång: källa = underlag"],
  ["documents", "Övriga underlag = 2 uppgifter"],
  ["documents.d2.kind", "Lönespecifikation: slag av underlag = Lönespecifikation"],
  ["documents.x.state", "Underlag: läst = ingen uppgift"],
  ["flags.signedByAll", "Undertecknad av alla vuxna = ja"],
  ["sources.FK", "Svar från Försäkringskassan och Pensionsmyndigheten = svar"],
  ["sources.CSN", "Svar från CSN = inget registrerat"],
  ["sources.XYZ", "Svar från en källa = ingen uppgift"],
  ["lines", "Beräkningens rader = inga"],
])("%s reads: %s", (path, words) => {
  expect(said(path)).toBe(words);
});

test("a value is told by its path: an amount from a count, a source's answer and a document's state from other codes", () => {
  expect(valueInWords("costs.k.appliedOre", 123_456).replaceAll("\u00a0", " ")).toBe("1 234,56 kr");
  expect(valueInWords("household.sizeInHome", 0)).toBe("0");
  expect(valueInWords("documents.d2.state", "rows-unclear")).not.toBe(valueInWords("x", "rows-unclear"));
  expect(valueInWords("sources.FK", "read")).not.toBe(valueInWords("x", "read"));
  expect([valueInWords("x", null), valueInWords("x", undefined)]).toEqual(["ingen uppgift", "ingen uppgift"]);
});

/** What a code of a closed list reads as, where no list of the rules gives it words. */
test.each([
  ["planning.0.kind", planningSchema.shape.kind.options],
  ["assets.t1.kind", assetSchema.shape.kind.options],
  ["assets.t1.source", assetSchema.shape.source.options],
  ["household.members.a.role", memberSchema.shape.role.options],
  ["household.members.c1.pupil", memberSchema.shape.pupil.unwrap().options],
  ["history.0.outcome", historyMonthSchema.shape.outcome.options],
  ["documents.d1.kind", documentKindSchema.options],
  ["documents.d1.state", documentStateSchema.options],
  ["costs.k2.proof", proofSchema.options],
  ["sources.FK", sourceStatusSchema.options],
] as const)("no code of %s is shown as it is written in the file", (path, codes) => {
  const abroad = /^(sfi)$/;
  expect(codes.filter((code) => !abroad.test(code) && valueInWords(path, code) === code)).toEqual([]);
});
