import { describe, expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import { caseOf, paid, planFor, renewal, standing } from "../examples/cases.js";
import { sampleMonth } from "../examples/sample-month.js";
import { samplePacks } from "../packs.js";
import { nearestFacts } from "./nearest-fact.js";

const nearestOf = (parts: Partial<CaseInput>) => nearestFacts(caseOf(renewal(parts)), samplePacks);

describe("of a case", () => {
  test("a payment that is preliminary is what keeps the case waiting", () => {
    const { facts } = nearestOf({ incomes: [paid("activity-support", 5_000, { preliminary: true })] });
    expect(facts.find(({ effect }) => effect === "prefilled")).toMatchObject({
      path: "incomes.i-activity-support.preliminary",
      fromText: "ja",
      toText: "nej",
      provision: { id: "paid-income" },
    });
  });

  test("a document that shows another amount is named to the öre, from either side", () => {
    const rent = { ...standing("rent", 6_000), proof: "document" as const, documentOre: 590_050 };
    const { facts } = nearestOf({ costs: [rent] });
    expect(facts.filter(({ effect }) => effect === "prefilled")).toEqual([
      expect.objectContaining({
        path: "costs.k-rent.documentOre",
        to: 600_000,
        differenceOre: 9_950,
        provision: { id: "cost-rent", title: "Boende" },
        basis: ["12 kap. 7 § SoL (2025:400)"],
      }),
    ]);
  });

  test("means above the need turn where the need is one öre more than the means", () => {
    // Norm 2025 of a single adult: 3 910 + 1 270 = 5 180 kronor (SFS 2025:468).
    const { facts } = nearestOf({ incomes: [paid("activity-support", 6_000)] });
    expect(facts.find(({ effect, kind }) => effect === "right" && kind === "amount")).toMatchObject({
      path: "incomes.i-activity-support.netOre",
      to: 517_999,
      differenceOre: -82_001,
      becomes: "Behovet blir 0,01\u00a0kr större än inkomsterna.",
      provision: { id: "need-exceeds-means" },
    });
  });

  test("a plan that ends within the month is what has to last longer, by the day", () => {
    const { facts } = nearestOf({ planning: [{ ...planFor("a"), to: "2025-11-20" }] });
    expect(facts.find(({ effect }) => effect === "prefilled")).toMatchObject({
      path: "planning.0.to",
      to: "2025-11-30",
      toText: "30 november 2025",
      differenceDays: 10,
      provision: { id: "activity-plan" },
    });
  });

  test("two independent reasons leave no single fact that makes it ready, and it says so", () => {
    const { facts, summary } = nearestOf({
      planning: [{ ...planFor("a"), to: "2025-11-20" }],
      incomes: [paid("activity-support", 5200, { retroactive: true })],
    });
    expect(facts.filter(({ effect }) => effect === "prefilled" || effect === "outcome")).toEqual([]);
    expect(summary).toContain("Ingen enskild uppgift");
  });

  test("nothing that can be changed leaves no fact at all", () => {
    expect(nearestOf({ kind: "first", incomes: [], costs: [] })).toMatchObject({
      facts: [],
      summary: "Ingen enskild uppgift ändrar utfallet.",
      isComplete: true,
    });
  });

  test.each([true, undefined])("nothing is looked for where the mark of protected identity is %s", (mark) => {
    const flags = { ...renewal().flags };
    delete flags.protectedIdentity;
    const parts = { flags: mark === undefined ? flags : { ...flags, protectedIdentity: mark } };
    expect(nearestOf(parts)).toMatchObject({ facts: [], assessments: 0 });
  });
});

/** What the caseworker reads of a household of the sample month, a line for each fact, in the order they are shown. */
const readOf = (id: number): { readonly summary: string; readonly facts: readonly string[] } => {
  const household = sampleMonth.find((one) => one.id === id);
  if (household === undefined) throw new Error("There is no such household.");
  const { summary, facts } = nearestFacts(caseOf(household.input), samplePacks);
  return {
    summary,
    facts: facts.map(({ effect, title, fromText, toText, becomes, provision }) =>
      `${effect}: ${title}, ${fromText} → ${toText}. ${becomes} (${provision.id})`.replaceAll("\u00a0", " "),
    ),
  };
};

describe("of a household of the sample month", () => {
  const paidLater = (title: string, from: string): string =>
    `outcome: ${title}: utbetalningsdag, ${from} → 1 november 2025. En person tar ställning: Utbetalning och period ligger i olika månader. (paid-income)`;
  const preliminary = (title: string): string =>
    `outcome: ${title}: preliminär utbetalning, nej → ja. Ärendet väntar: En utbetalning är inte klar. (paid-income)`;
  const dearer = (from: string, to: string): string =>
    `outcome: Hyra: sökt belopp, ${from} → ${to}. En person tar ställning: En kostnad har ändrats. (cost-rent)`;

  test("that is ready: what would cover the need, and the smallest cost, day and statement that would send it elsewhere", () => {
    // The need is 6 190 kronor: 5 200 + 6 190 = 11 390.
    expect(readOf(1)).toEqual({
      summary: "Beräkningen hänger närmast på de här uppgifterna.",
      facts: [
        "right: Aktivitetsstöd: utbetalt belopp, 5 200 kr → 11 390 kr. Inkomsterna täcker hela behovet. (need-exceeds-means)",
        dearer("5 640 kr", "5 640,01 kr"),
        paidLater("Aktivitetsstöd", "24 oktober 2025"),
        preliminary("Aktivitetsstöd"),
      ],
    });
  });

  test("with several payments of a kind: each is named by its day", () => {
    expect(readOf(3).facts).toEqual([
      "right: Hyra: sökt belopp, 7 180 kr → 2 850 kr. Inkomsterna täcker hela behovet. (need-exceeds-means)",
      dearer("7 180 kr", "7 180,01 kr"),
      paidLater("Etableringsersättning utbetald 24 oktober 2025", "24 oktober 2025"),
      preliminary("Etableringsersättning utbetald 24 oktober 2025"),
    ]);
  });

  test("without income: nothing turns the right, and what is followed and how long is what it hangs on", () => {
    expect(readOf(2)).toEqual({
      summary:
        "Beräkningen hänger närmast på de här uppgifterna. Ingen enskild uppgift ändrar om behovet är större än inkomsterna.",
      facts: [
        dearer("4 690 kr", "4 690,01 kr"),
        "outcome: Planering: gäller till, 31 december 2025 → 29 november 2025. En person tar ställning: Planeringen gäller inte för månaden. (activity-plan)",
        "outcome: Planering: följs, ja → nej. En person tar ställning: Planeringen gäller inte för månaden. (activity-plan)",
      ],
    });
  });

  test("that waits for a signature: signed by all, it is ready with its sum", () => {
    expect(readOf(19).facts).toEqual([
      "right: Hyra: sökt belopp, 7 420 kr → 2 360 kr. Inkomsterna täcker hela behovet. (need-exceeds-means)",
      "prefilled: Undertecknad av alla vuxna, nej → ja. Klart att besluta: 5 060 kr. (signed-by-all)",
      dearer("7 420 kr", "7 420,01 kr"),
      paidLater("Aktivitetsstöd", "24 oktober 2025"),
      "outcome: Aktivitetsstöd: retroaktiv utbetalning, nej → ja. En person tar ställning: Retroaktiv ersättning. (retroactive-income)",
    ]);
  });

  test("whose rent notice cannot be read: no single fact makes it ready, and a threshold is met to the öre", () => {
    expect(readOf(17)).toEqual({
      summary: "Beräkningen hänger närmast på de här uppgifterna. Ingen enskild uppgift gör ärendet klart att besluta.",
      facts: [
        "right: Arbetslöshetsersättning (a-kassa): utbetalt belopp, 6 300 kr → 13 250 kr. Inkomsterna täcker hela behovet. (need-exceeds-means)",
        "outcome: Hemförsäkring: sökt belopp, 150 kr → 175,01 kr. En person tar ställning: En kostnad har ändrats. (cost-home-insurance)",
        paidLater("Arbetslöshetsersättning (a-kassa)", "22 oktober 2025"),
        "outcome: Hyra: hur kostnaden är styrkt, oläsligt underlag → underlaget stämmer inte. En person tar ställning: Underlag och uppgift stämmer inte överens. (cost-rent)",
      ],
    });
  });

  test("with more income than need: from which side the need would be the greater, and what is then granted", () => {
    expect(readOf(23).facts).toEqual([
      "right: Hyra: sökt belopp, 4 980 kr → 5 600,01 kr. Behovet blir 0,01 kr större än inkomsterna. (need-exceeds-means)",
      "right: Arbetslöshetsersättning (a-kassa): utbetalningsdag, 24 oktober 2025 → 1 november 2025. Behovet blir 10 680 kr större än inkomsterna. (need-exceeds-means)",
      "prefilled: Arbetslöshetsersättning (a-kassa): utbetalt belopp, 11 300 kr → 10 679,99 kr. Klart att besluta: 0,01 kr. (need-exceeds-means)",
      preliminary("Arbetslöshetsersättning (a-kassa)"),
    ]);
  });

  test("whose supplement a person decides: only what turns the right is told", () => {
    expect(readOf(21).facts).toEqual([
      "right: Aktivitetsstöd: utbetalt belopp, 5 300 kr → 5 179,99 kr. Behovet blir 0,01 kr större än inkomsterna. (countable-income)",
      "right: Aktivitetsstöd: utbetalningsdag, 24 oktober 2025 → 1 november 2025. Behovet blir 5 180 kr större än inkomsterna. (countable-income)",
    ]);
  });

  test("with protected identity: nothing is told at all", () => {
    expect(readOf(20)).toEqual({ summary: "Ärendet handläggs av en person i sin helhet.", facts: [] });
  });
});
