import { monthViewSchema } from "../../contracts/api/month-view.js";
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
  prefilled: { count: 7, of: 11 },
  leadTime: { decisions: 4, medianMs: 5_400_000, p90Ms: 86_400_000 },
  reasons: [],
  portals: [],
});
