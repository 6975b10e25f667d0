import { auditedCasesSchema, caseLogViewSchema } from "../../contracts/api/case-log.js";
import { monthViewSchema } from "../../contracts/api/month-view.js";
import { queueViewSchema, type QueueTab, type QueueView } from "../../contracts/api/queue.js";
import { rulesViewSchema } from "../../contracts/api/rules-view.js";
import { sessionViewSchema, type SessionView } from "../../contracts/api/session.js";
import type { Role } from "../../contracts/codes/roles.js";
import { ids } from "./case-fixture.js";

/** A session that lasts, with the given roles. */
export const sessionWith = (roles: readonly Role[]): SessionView =>
  sessionViewSchema.parse({
    staffId: "s-1",
    name: "Maria Ek",
    roles,
    municipality: "Exempelby",
    today: "2025-10-27",
    month: "2025-11",
    leftMs: 30 * 60_000,
  });

const row = (caseId: string, over: Record<string, unknown>): Record<string, unknown> => ({
  caseId,
  month: "2025-11",
  restricted: false,
  state: "prefilled",
  reasons: [],
  waitingSince: "2025-10-27T07:14:00.000Z",
  need: [],
  assignedTo: null,
  ...over,
});

const tabs: Readonly<Record<QueueTab, readonly Record<string, unknown>[]>> = {
  ready: [
    row(ids.ready, {
      reference: "2511-0412",
      household: "1 vuxen, 1 barn (9 år)",
      amountOre: 1_048_000,
      differenceOre: 21_000,
      answerDue: "2025-10-31",
      need: ["barn i hushållet", "hyran förfaller 31 okt"],
    }),
    row("0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e03", {
      reference: "2511-0409",
      household: "1 vuxen",
      amountOre: 619_000,
      differenceOre: 0,
      answerDue: "2025-10-31",
      assignedTo: { name: "Jonas Berg", isMe: false },
    }),
    row("0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e04", {
      reference: "2511-0415",
      household: "2 vuxna",
      amountOre: 433_000,
      differenceOre: -12_050,
    }),
  ],
  attention: [
    row(ids.referred, {
      reference: "2511-0407",
      household: "1 vuxen",
      state: "referred",
      amountOre: null,
      differenceOre: null,
      reasons: [
        { code: "undeclared-income", title: "En inkomst som inte är uppgiven" },
        { code: "deposit-to-assess", title: "En kontoinsättning eller Swish att ta ställning till" },
      ],
    }),
    row("0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e20", {
      reference: "2511-0420",
      household: "Skyddade personuppgifter",
      restricted: true,
      state: "referred",
      amountOre: null,
      differenceOre: null,
      reasons: [{ code: "protected-identity", title: "Skyddade personuppgifter" }],
    }),
  ],
  waiting: [
    row(ids.waiting, {
      reference: "2511-0411",
      household: "1 vuxen",
      state: "waiting",
      amountOre: null,
      differenceOre: null,
      reasons: [{ code: "source-waiting", title: "En källa har inte svarat" }],
    }),
  ],
  mine: [],
  closed: [],
};

/** One tab of a small queue. */
export const queueOf = (tab: QueueTab): QueueView =>
  queueViewSchema.parse({
    tab,
    counts: { ready: 3, attention: 2, waiting: 1, mine: 0, closed: 0 },
    waiting: { applicant: 0, comment: 0, source: 1 },
    rows: tabs[tab],
    page: 1,
    pages: 1,
    total: tabs[tab].length,
    months: ["2025-11", "2025-10"],
    reasons: [],
  });

/** The month with three households on their way. */
export const monthView = monthViewSchema.parse({
  month: "2025-11",
  counts: { received: 0, gathering: 1, assessing: 0, ready: 3, attention: 2, waiting: 1, delivering: 1, closed: 4 },
  households: [
    {
      caseId: ids.ready,
      reference: "2511-0412",
      household: "1 vuxen, 1 barn (9 år)",
      state: "prefilled",
      step: "ready",
      amountOre: 1_048_000,
      reasons: [],
      decided: false,
    },
    {
      caseId: ids.referred,
      reference: "2511-0407",
      household: "1 vuxen",
      state: "referred",
      step: "attention",
      amountOre: null,
      reasons: ["En inkomst som inte är uppgiven"],
      decided: false,
    },
    {
      caseId: ids.waiting,
      reference: "2511-0411",
      household: "1 vuxen",
      state: "waiting",
      step: "waiting",
      amountOre: null,
      reasons: ["En källa har inte svarat"],
      decided: false,
    },
    {
      caseId: ids.closed,
      reference: "2511-0401",
      household: "1 vuxen",
      state: "closed",
      step: "closed",
      amountOre: 619_000,
      reasons: [],
      decided: true,
    },
  ],
  grantedOre: 2_590_000,
});

/** A small rulebook: one national table, one guideline, delegation and readings. */
export const rulesView = rulesViewSchema.parse({
  on: "2025-10-27",
  rulebookVersion: "2025.3",
  packs: [
    {
      id: "national",
      title: "Riksnormen 2025",
      layer: "national",
      version: "2025.1",
      hash: "ab12cd34".repeat(8),
      tables: [
        {
          id: "personal-costs",
          title: "Personliga kostnader per månad",
          source: "12 kap. 2 § socialtjänstförordningen (2025:468)",
          validFrom: "2025-01-01",
          validTo: "2025-12-31",
          verified: true,
          columns: [
            { title: "Person", numeric: false },
            { title: "Kronor", numeric: true },
          ],
          rows: [
            { cells: ["Ensamstående vuxen", "3 910"], verified: true },
            { cells: ["Barn 7–10 år", "3 790"], verified: true },
            { cells: ["Barn 11–14 år", "4 330"], verified: false },
          ],
        },
      ],
    },
    {
      id: "exempelby",
      title: "Exempelby kommun",
      layer: "municipal",
      version: "2025.3",
      hash: "ef56ab78".repeat(8),
      tables: [
        {
          id: "rent-guideline",
          title: "Riktlinje för boendekostnad",
          note: "En dyrare bostad går till en person. Beloppet sänks aldrig automatiskt.",
          source: "Socialnämnden 2024-11-20 § 118",
          validFrom: "2025-01-01",
          verified: true,
          columns: [
            { title: "Hushåll", numeric: false },
            { title: "Högst, kronor", numeric: true },
          ],
          rows: [{ cells: ["1 vuxen, 1 barn", "7 500"], verified: true }],
        },
      ],
    },
  ],
  provisions: [
    {
      id: "housing-cost",
      title: "Boende, skälig kostnad",
      text: "Faktisk hyra godtas när den är skälig.",
      basis: ["12 kap. 7 § SoL (2025:400)"],
      codified: true,
    },
    {
      id: "assets",
      title: "Tillgångar",
      text: "Om en tillgång kan användas till försörjningen prövas av en person.",
      basis: ["12 kap. 1 § SoL (2025:400)"],
      codified: false,
    },
  ],
  delegation: [
    {
      item: "3.2",
      text: "Försörjningsstöd, bifall i sin helhet",
      roles: ["Handläggare"],
      upToOre: 2_500_000,
      decidedBy: "Socialnämnden 2024-11-20 § 119",
    },
    {
      item: "3.3",
      text: "Försörjningsstöd, bifall i sin helhet",
      roles: ["Gruppledare"],
      upToOre: null,
      decidedBy: "Socialnämnden 2024-11-20 § 119",
    },
  ],
  readings: [
    {
      key: "age-at",
      question: "Vilken dag avgör ett barns ålder?",
      reading: "månadens första dag",
      source: "Socialnämnden 2024-11-20 § 118",
    },
    { key: "full-rent-part-month", question: "Räknas hela hyran vid del av månad?", reading: null },
  ],
});

const entry = (seq: number, over: Record<string, unknown>): Record<string, unknown> => ({
  seq,
  at: `2025-10-27T07:${String(14 + seq).padStart(2, "0")}:02.000Z`,
  category: "robot",
  actor: { kind: "robot", label: "bot e-tjänst 1.4.0" },
  details: [],
  evidenceIds: [],
  hash: "7d20e1c4".repeat(8),
  proof: "included",
  hasShown: false,
  ...over,
});

const verification = {
  ok: true,
  events: 58,
  head: "c0ffee12".repeat(8),
  checkedAt: "2025-10-27T13:05:00.000Z",
  firstBroken: null,
};

/** A case's log from application to letter. */
export const logView = caseLogViewSchema.parse({
  restricted: false,
  caseId: ids.ready,
  reference: "2511-0412",
  summary: "8 händelser · beviljat 10 480 kr den 27 oktober 2025 · regelverk 2025.3",
  entries: [
    entry(1, {
      action: "application.received",
      title: "Ansökan hämtad ur e-tjänsten",
      details: [{ label: "Bilagor", value: "2" }],
    }),
    entry(2, {
      action: "source.asked",
      title: "Fråga till Försäkringskassan avsedd",
      details: [{ label: "Syfte", value: "ekonomiskt bistånd" }],
    }),
    entry(3, {
      action: "source.read",
      title: "Försäkringskassan svarade",
      details: [
        { label: "Utbetalningar", value: "3" },
        { label: "Period", value: "1–31 oktober" },
      ],
      evidenceIds: [ids.agencyScreen],
    }),
    entry(4, {
      action: "case.assessed",
      title: "Regelverket prövat",
      category: "rules",
      actor: { kind: "system", label: "regelverk 2025.3" },
    }),
    entry(5, {
      action: "case.opened",
      title: "Ärendet öppnat",
      category: "reading",
      actor: { kind: "person", label: "Maria Ek, handläggare" },
      details: [{ label: "Visat innehåll", value: "51aa 03fe…" }],
    }),
    entry(6, {
      action: "decision.recorded",
      title: "Beviljat 10 480 kr, 12 kap. 1 § SoL",
      category: "person",
      actor: { kind: "person", label: "Maria Ek, handläggare" },
      details: [{ label: "Delegation", value: "punkt 3.2" }],
    }),
    entry(7, { action: "write.confirmed", title: "Skrivet till verksamhetssystemet, läst tillbaka lika" }),
    entry(8, { action: "letter.delivered", title: "Beslutsbrevet skickat", category: "outgoing" }),
  ],
  verification,
});

/** The cases an auditor can open. */
export const auditedCases = auditedCasesSchema.parse({
  next: null,
  cases: [
    {
      caseId: ids.ready,
      restricted: false,
      reference: "2511-0412",
      household: "1 vuxen, 1 barn",
      events: 58,
      lastAt: "2025-10-27T13:05:00.000Z",
    },
    {
      caseId: ids.referred,
      restricted: false,
      reference: "2511-0407",
      household: "1 vuxen",
      events: 31,
      lastAt: "2025-10-27T12:44:00.000Z",
    },
  ],
  verification,
});
