import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changeViewSchema, workshopViewSchema, type ChangeView } from "../../contracts/api/workshop.js";
import { month } from "../../contracts/dates.js";
import { changeActionSchema, type ChangeAction } from "../../contracts/rule-change.js";
import { packSchema } from "../../contracts/rule-pack.js";
import { applyEdits } from "../features/workshop/edit/tables.js";
import { affectedView, readingCost, rehearsalCases, scenarios, trace } from "./workshop-runs-fixture.js";

const overlayFile = join(import.meta.dirname, "..", "..", "rules", "packs", "municipal", "exempelkoping.json");

/** The overlay that ships with the program, which the changes of the fixtures start from. */
const overlay = packSchema.parse(JSON.parse(readFileSync(overlayFile, "utf8")));

const kim = { id: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7f01", name: "Kim Åström" };
const leila = { id: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7f02", name: "Leila Noori" };
/** The change that is rehearsed, and the one whose proofs fail. */
export const changeIds = {
  rehearsed: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7f10",
  failing: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7f11",
  published: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7f12",
} as const;

const hash = "4be1c0d2".repeat(8);
const source = "Riktlinjer för ekonomiskt bistånd, Exempelköpings socialnämnd 2025-10-22 § 91";
const at = "2025-10-27T09:20:00.000Z";
const january = month("2026-01");

const withRent = (cells: Record<string, string>) =>
  applyEdits(overlay, { base: overlay, edits: { "costRules:rent": { from: january, source, cells } } }).pack;

const may = (allowed: readonly ChangeAction[], why: string): ChangeView["actions"] =>
  changeActionSchema.options.map((action) => ({
    action,
    allowed: allowed.includes(action),
    why: allowed.includes(action) ? null : why,
  }));

const rent = (title: string, before: string, after: string, differenceOre: number) => ({
  table: "costRules",
  row: "costRules:rent",
  title: `Hyra, högst för ${title}`,
  class: "board-guideline",
  from: january,
  before: `${before} kr`,
  after: `${after} kr`,
  differenceOre,
  source,
});

const steps = (states: readonly string[], details: readonly string[]) =>
  (
    [
      ["edit", "Ändring och källa"],
      ["proofs", "Bevis"],
      ["tests", "Prov"],
      ["rehearsal", "Repetition på tolv månader"],
      ["four-eyes", "Fyra ögon"],
      ["minute", "Nämndens beslut"],
      ["effect", "Gäller"],
    ] as const
  ).map(([step, title], index) => ({ step, title, state: states[index], detail: details[index] }));

const rehearsal = {
  fresh: true,
  hash,
  ranAt: at,
  months: { first: "2024-11", last: "2025-10" },
  assessed: 4812,
  unreadable: 3,
  durationMs: 1400,
  affected: 77,
  more: 61,
  less: 0,
  sumOre: 2_194_000,
  medianOre: 31_000,
  noLongerReferred: 38,
  newlyReferred: 0,
  newlyRefused: 0,
  noLongerRefused: 2,
  letters: 75,
  mandates: 1,
  children: { affected: 75, worseOff: 0, text: "75 barn bor i hushåll som berörs. Inget barn får ett sämre läge." },
  bars: [
    { title: "+1–100", count: 9 },
    { title: "+101–200", count: 17 },
    { title: "+201–300", count: 24 },
    { title: "+301–500", count: 11 },
  ],
  groups: [
    ["1 vuxen, 1 barn", 610, 47, 30_000, 1_500_000],
    ["1 vuxen, 2 barn", 402, 14, 34_000, 694_000],
    ["2 vuxna, 2 barn", 733, 16, null, 0],
  ].map(([title, assessed, affected, medianOre, sumOre]) => ({
    title,
    assessed,
    affected,
    more: medianOre === null ? 0 : affected,
    less: 0,
    medianOre,
    sumOre,
    letters: affected,
    mandates: 0,
  })),
};

const tests = {
  fresh: true,
  ok: true,
  hash,
  ranAt: at,
  total: 214,
  passed: 214,
  failures: [],
};

const summary = {
  kind: "new-rule",
  pack: { id: overlay.id, title: overlay.title, layer: "municipal" },
  author: kim,
  source,
  effectiveFrom: january,
  classes: ["board-guideline"],
  updatedAt: at,
  publishedAt: null,
} as const;

const head = {
  ...summary,
  revision: 3,
  contentHash: hash,
  base: { hash: "ab12cd34".repeat(8), version: "1", inForce: true, content: overlay },
  inForce: overlay,
  editedBy: kim,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  minute: null,
  needsMinute: true,
  publishedHash: null,
  note: null,
  history: [
    { at, by: kim.name, title: "Regeländring repeterad", seq: 412 },
    { at, by: kim.name, title: "Regeländring prövad", seq: 411 },
    { at, by: kim.name, title: "Utkast till regeländring skrivet", seq: 408 },
  ],
} as const;

const rows = [
  rent("1 vuxen och 1 barn", "7 500", "7 900", 40_000),
  rent("2 vuxna utan barn", "7 500", "7 900", 40_000),
];
const prose = [
  `Hyra, högst för 1 vuxen och 1 barn: 7 500 kr → 7 900 kr (+400 kr), från januari 2026. Källa: ${source}.`,
  `Hyra, högst för 2 vuxna utan barn: 7 500 kr → 7 900 kr (+400 kr), från januari 2026. Källa: ${source}.`,
];

/** A change that is edited, proved, tried and rehearsed, and waits to be handed over. */
export const rehearsedChange = changeViewSchema.parse({
  ...head,
  id: changeIds.rehearsed,
  number: "2025-31",
  title: "Riktlinje för hyra, 1 vuxen med 1 barn",
  state: "draft",
  stateTitle: "Utkast",
  content: withRent({ "cap:1:1": "7 900", "cap:2:0": "7 900" }),
  steps: steps(
    ["done", "done", "done", "done", "now", "waiting", "waiting"],
    [
      source,
      "Ingen lucka, ingen överlappning, ingen spärr bruten",
      "214 av 214 exempel som väntat",
      "4812 bedömningar räknade om på 1,4 s",
      "inte lämnad",
      "datum och §",
      "från den 1 januari 2026",
    ],
  ),
  rows,
  prose,
  problems: [],
  proofs: { ok: true, rows: 38, problems: [] },
  tests,
  rehearsal,
  actions: may(["save", "check", "rehearse", "submit", "withdraw"], "Ändringen har kommit till ett annat läge."),
});

/** A draft with a hole that a household falls in. */
export const failingChange = changeViewSchema.parse({
  ...head,
  id: changeIds.failing,
  number: "2025-32",
  title: "Högre tak för hyra, 2 vuxna",
  state: "draft",
  stateTitle: "Utkast",
  content: withRent({ "cap:2:0": "9 000" }),
  steps: steps(
    ["done", "failed", "now", "waiting", "waiting", "waiting", "waiting"],
    [
      source,
      "Hyran är lägre för ett större hushåll",
      "inte gjord",
      "inte gjord",
      "inte lämnad",
      "datum och §",
      "från den 1 januari 2026",
    ],
  ),
  rows: [rent("2 vuxna utan barn", "7 500", "9 000", 150_000)],
  prose: [`Hyra, högst för 2 vuxna utan barn: 7 500 kr → 9 000 kr (+1 500 kr), från januari 2026. Källa: ${source}.`],
  problems: [
    { code: "source-missing", message: "Hyra: En ändrad rad saknar källa.", table: "costRules", row: "costRules:rent" },
  ],
  proofs: {
    ok: false,
    rows: 38,
    problems: [
      {
        code: "cap-falls",
        table: "costRules",
        row: "costRules[1].caps[3]",
        title: "Riktlinje för hyra från januari 2026, rad 4",
        message: "2 vuxna och 1 barn får 8 600 kr, men 2 vuxna utan barn får 9 000 kr.",
        counterexample: {
          kind: "household",
          text: "2 vuxna och 1 barn som söker hyra, med 9 000 kr.",
          month: january,
          adults: 2,
          children: 1,
          costType: "rent",
          amountOre: 900_000,
        },
      },
    ],
  },
  tests: {
    ...tests,
    ok: false,
    passed: 213,
    failures: [
      {
        id: "par-utan-barn",
        title: "Par utan barn med hyra på riktlinjen",
        suite: "local",
        expected: { outcome: "prefilled" },
        computed: {
          outcome: "referred",
          reasons: ["cost-above-guideline"],
          normOre: 828_000,
          costsOre: 760_000,
          countedIncomeOre: 900_000,
          shortfallOre: 688_000,
          grantOre: 688_000,
        },
      },
    ],
  },
  rehearsal: null,
  actions: may(["save", "check", "withdraw"], "Bevisen håller inte. Se vilket hushåll som faller emellan."),
});

/** A change that is in force. */
export const publishedChange = changeViewSchema.parse({
  ...rehearsedChange,
  id: changeIds.published,
  number: "2025-30",
  title: "Bredband, 1 vuxen",
  state: "published",
  stateTitle: "Publicerad",
  publishedAt: at,
  publishedHash: hash,
  approvedBy: leila,
  approvedAt: at,
  submittedAt: at,
  minute: { on: "2025-10-22", paragraph: "§ 91" },
  steps: rehearsedChange.steps.map((step) => ({ ...step, state: "done" })),
  actions: may([], "Ändringen har kommit till ett annat läge. Läs in den igen."),
});

const changes = [failingChange, rehearsedChange, publishedChange];

/** Three changes, two versions of the overlay, and a stop that nobody has reviewed. */
export const workshopView = workshopViewSchema.parse({
  today: "2025-10-27",
  firstOpenMonth: "2025-12",
  mayWrite: true,
  mayStop: true,
  changes: changes.map(({ id, number, title, state, stateTitle, publishedAt }) => ({
    ...summary,
    id,
    number,
    title,
    state,
    stateTitle,
    publishedAt,
  })),
  versions: [
    {
      packId: overlay.id,
      title: overlay.title,
      layer: "municipal",
      version: "2025.30",
      hash,
      inForce: true,
      publishedBy: leila.name,
      publishedAt: at,
      minute: { on: "2025-10-22", paragraph: "§ 91" },
      changeId: changeIds.published,
    },
    {
      packId: overlay.id,
      title: overlay.title,
      layer: "municipal",
      version: "1",
      hash: "ab12cd34".repeat(8),
      inForce: false,
      publishedBy: null,
      publishedAt: null,
      minute: null,
      changeId: null,
    },
  ],
  stops: [
    {
      id: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7f20",
      provision: "job-stimulus",
      title: "Jobbstimulans",
      reason: "Löner från oktober räknas dubbelt i två ärenden.",
      stoppedBy: leila,
      stoppedOn: "2025-10-26",
      review: null,
      mayReview: true,
    },
  ],
  provisions: [
    { id: "job-stimulus", title: "Jobbstimulans" },
    { id: "norm", title: "Riksnormen" },
  ],
});

/** What the workshop answers to a path; undefined where there is nothing. */
export const workshopAnswer = ({ pathname }: URL): unknown => {
  const [, , , area, id, part, more] = pathname.split("/");
  if (area === undefined) return workshopView;
  if (area === "scenarios") return scenarios;
  if (area === "readings") return readingCost;
  if (part === "affected") return affectedView;
  if (part === "trace") return trace;
  if (more === "cases") return rehearsalCases;
  return changes.find((change) => change.id === id);
};
