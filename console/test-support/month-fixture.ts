import { monthViewSchema } from "../../contracts/api/month-view.js";
import { paymentsViewSchema } from "../../contracts/api/payments-view.js";
import { ids } from "./case-fixture.js";

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
  prefilled: { count: 7, of: 12 },
  leadTime: { decisions: 5, medianMs: 5_640_000, p90Ms: 187_200_000 },
  reasons: [
    { code: "undeclared-income", title: "En inkomst som inte är uppgiven", cases: 3 },
    { code: "cost-changed", title: "En kostnad har ändrats", cases: 2 },
    { code: "source-waiting", title: "En källa har inte svarat", cases: 1 },
  ],
  unread: [],
  portals: [
    { portal: "e-service", title: "E-tjänsten", state: "working", cause: null, since: null, until: null },
    {
      portal: "agencies",
      title: "Den sammansatta frågan",
      state: "resting",
      cause: {
        code: "unavailable",
        title: "Systemet svarar inte",
        check: "Ingenting; roboten prövar igen av sig själv.",
      },
      since: "2025-10-27T07:40:00.000Z",
      until: "2025-10-27T08:40:00.000Z",
    },
    { portal: "register", title: "Folkbokföringen", state: "working", cause: null, since: null, until: null },
    {
      portal: "case-system",
      title: "Verksamhetssystemet",
      state: "paused",
      cause: {
        code: "account-locked",
        title: "Robotens konto är låst",
        check: "Be systemets ägare låsa upp kontot.",
      },
      since: "2025-10-27T06:05:00.000Z",
      until: null,
    },
  ],
});

const order = (caseId: string, over: Record<string, unknown>): Record<string, unknown> => ({
  caseId,
  payOn: "2025-10-31",
  cutOff: "2025-10-30T14:00",
  state: "ready",
  ...over,
});

/** What is to be paid, with one payment that a person has stopped, and a file that the bank has. */
export const paymentsView = paymentsViewSchema.parse({
  now: "2025-10-27T13:05",
  files: [
    {
      payOn: "2025-10-31",
      cutOff: "2025-10-30T14:00",
      state: "upcoming",
      title: "Inte gjord än",
      messageId: null,
      orders: 2,
      totalOre: 1_667_000,
      rows: [
        order(ids.ready, { reference: "2511-0412", amountOre: 1_048_000 }),
        order(ids.referred, { reference: "2511-0407", amountOre: 433_000, state: "stopped" }),
        order(ids.waiting, { reference: "2511-0411", amountOre: 619_000 }),
      ],
    },
    {
      payOn: "2025-10-27",
      cutOff: "2025-10-24T14:00",
      state: "confirmed",
      title: "Mottagen av banken",
      messageId: "SKALIG-2025-10-24-1",
      orders: 1,
      totalOre: 250_000,
      rows: [],
    },
  ],
});
