import { affectedViewSchema } from "../../contracts/api/workshop-affected.js";
import { readingCostSchema } from "../../contracts/api/workshop-readings.js";
import { rehearsalCasesSchema } from "../../contracts/api/workshop-rehearsal.js";
import { scenariosViewSchema } from "../../contracts/api/workshop-scenarios.js";
import { optionsOf } from "../../contracts/codes/open-readings.js";
import { explanationSchema } from "../../contracts/explanation.js";
import { caseOf, renewal, standing } from "../../rules/examples/cases.js";

/** What the publication means for cases there already are. */
export const affectedView = affectedViewSchema.parse({
  undecided: [
    { reference: "2511-0412", outcomeTitle: "Hos en person", expectedOre: 1_018_000 },
    { reference: "2511-0415", outcomeTitle: "Klar att besluta", expectedOre: 1_018_000 },
    { reference: "2511-0420", outcomeTitle: "Klar att besluta", expectedOre: 987_000 },
  ].map((row) => ({ ...row, expectedTitle: "Klar att besluta", month: "2025-11", storedOre: 987_000 })),
  decided: [
    {
      reference: "2510-0187",
      month: "2025-10",
      household: "1 vuxen, 1 barn",
      decidedOre: 987_000,
      computedOre: 1_018_000,
      differenceOre: 31_000,
    },
  ],
  unclear: [{ reference: "2510-0201", month: "2025-10", why: "En person behöver räkna om månaden." }],
  decidedLess: 1,
  hidden: 1,
  totalOre: 31_000,
  runs: [
    {
      stage: "one",
      state: "stopped",
      reassessed: 0,
      skipped: 0,
      stoppedBecause: "Ärende 2511-0409 har också fått andra uppgifter. Se på det innan fler bedöms om.",
      by: "Kim Åström",
      at: "2025-10-27T09:20:00.000Z",
    },
  ],
  next: "one",
});

/** Two cases that the rehearsed change would make different. */
export const rehearsalCases = rehearsalCasesSchema.parse({
  cases: [
    {
      reference: "2503-0187",
      month: "2025-03",
      household: "1 vuxen, 1 barn",
      beforeOre: 987_000,
      afterOre: 1_018_000,
      effects: ["more"],
      decidedOre: 987_000,
      rows: ["Hyra: 7 500 kr blir 7 810 kr."],
    },
    {
      reference: "2506-0031",
      month: "2025-06",
      household: "1 vuxen, 2 barn",
      beforeOre: null,
      afterOre: 1_164_000,
      effects: ["newly-prefilled"],
      decidedOre: null,
      rows: ["Hyra: går inte längre till en person."],
    },
  ],
  hidden: 1,
});

const scenario = {
  id: "par-utan-barn",
  title: "Par utan barn med hyra på riktlinjen",
  origin: "invented",
  case: caseOf(renewal({ costs: [standing("rent", 7_500)] })),
  expected: { outcome: "prefilled", grantOre: 619_000 },
};

/** One scenario that is run, and one from a real case that waits for its second person. */
export const scenarios = scenariosViewSchema.parse({
  scenarios: [
    { suite: "local", scenario, id: null, addedBy: null, awaitsCheck: false, mayCheck: false, removal: null },
    {
      suite: "local",
      scenario: {
        ...scenario,
        id: "andrad-hyra",
        title: "Hyra över riktlinjen, ändrade uppgifter",
        origin: "perturbed",
      },
      id: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7f41",
      addedBy: "Leila Noori",
      awaitsCheck: true,
      mayCheck: true,
      removal: null,
    },
    {
      suite: "local",
      scenario: { ...scenario, id: "ska-bort", title: "Ensam vuxen, gammal hyra" },
      id: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7f42",
      addedBy: "Leila Noori",
      awaitsCheck: false,
      mayCheck: false,
      removal: { askedBy: "Leila Noori", mayConfirm: true },
    },
  ],
});

const rent = { id: "cost-rent", title: "Boendekostnad" };
const basis = ["12 kap. 7 § SoL (2025:400)"];

/** How a draft computes the scenario that is not as expected. */
export const trace = explanationSchema.parse({
  schema: "skalig.explanation.v1",
  month: "2025-11",
  inputHash: "4be1c0d2".repeat(8),
  rulebookVersion: "1",
  outcome: { code: "referred", text: "En person tar ställning, av ett skäl." },
  figures: [
    { title: "Riksnorm", amountOre: 828_000 },
    { title: "Behov minus inkomster", amountOre: null },
  ],
  lines: [
    {
      kind: "cost",
      text: "Hyra",
      amountOre: 750_000,
      verified: true,
      provision: rent,
      basis,
      facts: [{ path: "costs.k1.appliedOre", title: "Hyra: sökt belopp", value: "7 900 kr" }],
      rows: ["Riktlinje, högst 2 vuxna, inga barn: högst 7 500 kr (Riktlinjer 2024-11-20 § 118)"],
    },
  ],
  reasons: [
    {
      reason: "cost-above-guideline",
      title: "En kostnad över riktlinjen",
      finding: "cost-within-guideline",
      text: "Hyra: 7 900 kr, riktlinjen är 7 500 kr.",
      check: "Pröva om kostnaden är skälig.",
      provision: rent,
      basis,
      facts: [],
    },
  ],
  readings: [{ key: "round-cost", title: "Avrundning av kostnader", option: null, source: null }],
  variants: [],
  nearest: { facts: [], summary: "Ingen enskild uppgift ändrar utfallet.", assessments: 1, isComplete: true },
});

const tally = (cases: number, differenceOre: number) => ({ cases, households: cases, children: cases, differenceOre });

/** What each option of one open reading would have come to. */
export const readingCost = readingCostSchema.parse({
  months: { first: "2024-11", last: "2025-10" },
  unreadable: 0,
  key: "age-at",
  chosen: ["first-day"],
  cases: 4812,
  dependent: { cases: 1204, households: 310, children: 420 },
  options: optionsOf("age-at").map((option, at) => ({
    option,
    totalOre: 1_204_000_00 + at * 61_200,
    aboveLeastOre: at * 61_200,
    more: tally(at * 600, at * 61_200),
    less: tally(0, 0),
    newlyPrefilled: tally(0, 0),
    newlyRouted: tally(0, 0),
  })),
});
