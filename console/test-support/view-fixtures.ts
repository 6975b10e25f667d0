import { queueViewSchema, type QueueTab, type QueueView } from "../../contracts/api/queue.js";
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
