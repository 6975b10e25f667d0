import type { CaseInput } from "../../contracts/case.js";
import { lone } from "./assessed.js";
import { paid, planFor, renewal, standing, uneventful } from "./cases.js";

/** A made-up household that shows one point of the rulebook, for those who read the rules. */
export type Worked = { readonly title: string; readonly input: CaseInput };

const shown = (title: string, parts: Partial<CaseInput>): Worked => ({ title, input: renewal(parts) });

const flag = (title: string, parts: CaseInput["flags"]): Worked =>
  shown(title, { flags: { ...uneventful.flags, ...parts } });

const pupil = lone({ birthDate: "2008-08-10", pupil: "upper-secondary" });

const pupilsPay = (kronor: number): Partial<CaseInput> => ({
  household: pupil,
  incomes: [
    paid("salary", kronor, {
      memberId: "c1",
      source: "applicant",
      proof: "document",
      documentOre: kronor * 100,
      grossOre: kronor * 100,
    }),
  ],
  earnings: [{ memberId: "c1", month: "2025-07", netOre: 5_000_000, grossOre: 5_000_000 }],
});

const byTurns = { from: "2025-01-01", to: "2025-12-31", days: 15 };

/** One case or two for each point that neither the sample month nor an acceptance case shows. */
export const workedCases: readonly Worked[] = [
  shown("Planeringen tar slut den 29 november", { planning: [{ ...planFor("a"), to: "2025-11-29" }] }),
  shown("Sjukskriven i juli 2026 utan läkarintyg", {
    benefitMonth: "2026-07",
    today: "2026-06-29",
    appliedOn: "2026-06-29",
    planning: [{ ...planFor("a"), kind: "sick-leave", to: "2026-12-31" }],
  }),
  flag("Ett meddelande som ingen har läst", { messageFromApplicant: true }),
  flag("Akten gick inte att läsa", { caseFileRead: false }),
  flag("Barnet har flyttat", { householdUnchanged: false }),
  flag("Ny adress i folkbokföringen", { registerUnchanged: false }),
  flag("Uppehållsrätten är inte klarlagd", { lawfulResidence: false }),
  flag("Bor sedan oktober i en annan kommun", { staysInMunicipality: false }),
  flag("Har sökt sjukersättning", { pendingBenefits: true }),
  shown("Får yttra sig till och med den 3 november", { communicated: { answerBy: "2025-11-03", answered: false } }),
  shown("Skulle ha kompletterat senast den 20 oktober", {
    completions: [{ answerBy: "2025-10-20", answered: false, reached: true }],
  }),
  shown("Ytterligare en ansökan två dagar senare", {
    linkedApplications: [{ id: "s1", receivedOn: "2025-10-29", from: "household" }],
  }),
  shown("Ett kontoutdrag där raderna inte stämmer", {
    documents: [{ id: "d1", kind: "bank-statement", state: "rows-unclear" }],
  }),
  shown("Hyran 5 000 kr i oktober söks inte i november", {
    previous: { month: "2025-10", lines: [{ kind: "cost", type: "rent", amountOre: 500_000 }] },
  }),
  shown("En elräkning på 900 kr för september till november söks med 300 kr", {
    costs: [
      {
        id: "k1",
        type: "electricity",
        appliedOre: 30_000,
        lastApprovedOre: 30_000,
        proof: "document",
        documentOre: 90_000,
        billed: { from: "2025-09-01", to: "2025-11-30", dueOn: "2025-11-28" },
      },
    ],
  }),
  shown("Fyra kostnader på kommunens riktlinje", {
    costs: [
      standing("work-travel", 1100),
      standing("union-fee", 450),
      standing("internet", 350),
      standing("medicine", 300),
    ],
  }),
  shown("De fyra kostnaderna en krona över riktlinjen", {
    costs: [
      standing("work-travel", 1101),
      standing("union-fee", 451),
      standing("internet", 351),
      standing("medicine", 301),
    ],
  }),
  shown("A-kassa på 201 kr, en krona över riktlinjen", { costs: [standing("unemployment-fund", 201)] }),
  shown("Eleven har tjänat 58 800 kr under året, precis ett prisbasbelopp", pupilsPay(8800)),
  shown("Eleven har tjänat 58 801 kr under året", pupilsPay(8801)),
  shown("Barnet har barnpension på 5 000 kr; dess rad i normen är 3 790 kr", {
    household: lone({}),
    incomes: [paid("survivor-pension", 5000, { memberId: "c1" })],
  }),
  shown("Underhållsbidrag på 4 000 kr för ett barn vars rad är 3 790 kr", {
    household: lone({}),
    incomes: [paid("maintenance-payment", 4000)],
  }),
  shown("Barnet bor växelvis, 15 dagar, och räknas i de gemensamma kostnaderna enligt avtalet", {
    household: lone({ days: 15, agreement: { ...byTurns, commonCost: "counted" } }),
  }),
  shown("Barnet bor växelvis utan avtal", { household: lone({ days: 15 }) }),
  shown("Glasögon för 1 000 kr när pensionen är 800 kr högre än normen", {
    costs: [{ id: "k1", type: "glasses", appliedOre: 100_000, assessedOre: 100_000 }],
    incomes: [paid("pension", 5980)],
  }),
  shown("En lön från augusti som ingen har uppgett eller räknat", {
    incomes: [
      paid("salary", 9000, {
        source: "SKV",
        declared: false,
        from: "2025-08-01",
        to: "2025-08-31",
        paidOn: "2025-08-25",
      }),
    ],
  }),
  shown("Ansökan för november kom in den 1 december", { appliedOn: "2025-12-01", today: "2025-12-01" }),
  shown("Överskott på 1 108 kr i oktober", { previous: { month: "2025-10", lines: [], balanceOre: 110_800 } }),
];
