import {
  auditedCasesSchema,
  caseLogViewSchema,
  eventProofViewSchema,
  shownThenSchema,
} from "../../contracts/api/case-log.js";
import { logChoicesSchema, logPageSchema } from "../../contracts/api/log-search.js";
import { questionAnswerSchema, samplesViewSchema } from "../../contracts/api/saved-questions.js";
import { ids, readyCase } from "./case-fixture.js";

const entry = (seq: number, over: Record<string, unknown>): Record<string, unknown> => ({
  seq,
  at: `2025-10-27T07:${String(14 + seq).padStart(2, "0")}:02.000Z`,
  category: "robot",
  actor: { kind: "robot", label: "bot e-tjänst 1.4.0" },
  details: [],
  evidenceIds: [],
  hasShown: false,
  hash: "7d20e1c4".repeat(8),
  proof: "included",
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
      action: "decision.requested",
      hasShown: true,
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
    {
      caseId: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e20",
      reference: "2511-0420",
      household: "Skyddade personuppgifter",
      restricted: true,
      events: 12,
      lastAt: "2025-10-27T09:12:00.000Z",
    },
  ],
  verification,
});

/** A protected case's log: who did what and when, and nothing more. */
export const restrictedLogView = caseLogViewSchema.parse({
  ...logView,
  reference: "2511-0420",
  summary: "2 händelser · skyddade personuppgifter",
  restricted: true,
  entries: [
    entry(1, { action: "case.protected", title: "Ärendet markerades som skyddat" }),
    entry(2, {
      action: "access.refused",
      title: "En åtkomst nekades",
      category: "person",
      actor: { kind: "person", label: "Jonas Berg" },
      proof: "not-checked",
    }),
  ],
});

/** A page of what a search of the log finds. */
export const logPage = logPageSchema.parse({
  entries: logView.entries.map((one) => ({ ...one, case: { caseId: ids.ready, reference: "2511-0412" } })),
  next: 1,
  verification,
});

/** What the log can be searched by. */
export const logChoices = logChoicesSchema.parse({
  actions: [
    { value: "decision.recorded", label: "Beslut fattades" },
    { value: "case.opened", label: "Ärendet öppnades för läsning" },
  ],
  actors: [{ value: "s-1", label: "Maria Ek" }],
  rulebooks: [{ value: "2025.3", label: "2025.3" }],
  sources: [{ value: "FK", label: "Försäkringskassan och Pensionsmyndigheten" }],
});

/** The answer to a saved question. */
export const questionAnswer = questionAnswerSchema.parse({
  question: "time-on-screen",
  columns: [
    { title: "Ärende", numeric: false },
    { title: "Beslutat", numeric: false },
    { title: "Beslutsfattare", numeric: false },
    { title: "Tid på skärmen", numeric: true },
    { title: "Brevet visades", numeric: false },
  ],
  rows: [
    {
      key: "12",
      cells: ["2511-0409", "27 oktober 2025 kl. 09.12", "Jonas Berg", "0 min 14 s", "nej"],
      caseId: ids.referred,
      stands: true,
    },
    {
      key: "9",
      cells: ["2511-0412", "27 oktober 2025 kl. 08.32", "Maria Ek", "0 min 48 s", "ja"],
      caseId: ids.ready,
      stands: false,
    },
  ],
  more: false,
});

/** A sample that has been drawn. */
export const samplesView = samplesViewSchema.parse({
  samples: [
    {
      seq: 61,
      at: "2025-10-27T13:10:00.000Z",
      by: "Karin Alm",
      seed: "5eed0123".repeat(8),
      size: 60,
      among: 5,
      cases: [{ caseId: ids.ready, reference: "2511-0412", restricted: false }],
    },
  ],
});

/** What proves one event. */
export const eventProof = eventProofViewSchema.parse({
  seq: 3,
  leaf: "7d20e1c4".repeat(8),
  index: 2,
  size: 58,
  root: "c0ffee12".repeat(8),
  path: Array.from({ length: 6 }, () => "ab12cd34".repeat(8)),
  holds: true,
});

/** What the decider saw. */
export const shownThen = shownThenSchema.parse({
  seq: 6,
  at: "2025-10-27T07:20:02.000Z",
  by: "Maria Ek",
  shownHash: readyCase.shownHash,
  matches: true,
  shown: readyCase.shown,
});
