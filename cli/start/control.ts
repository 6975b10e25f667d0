import { z } from "zod";
import { localDateSchema, type LocalDate } from "../../contracts/dates.js";
import type { Summary } from "../../contracts/summary.js";

const todaySchema = z.object({ today: localDateSchema });
const tablesSchema = z.object({
  counts: z.object({
    calculation: z.int(),
    decision: z.int(),
    payment: z.int(),
    journal: z.int(),
    duplicates: z.int(),
  }),
});

/** What the run asks of the simulated municipality itself, beside its pages. */
export type Control = {
  readonly today: () => Promise<LocalDate>;
  readonly beginDay: (today: LocalDate) => Promise<void>;
  /** How much has been written to the case system, as its own tables have it. */
  readonly writes: () => Promise<Summary["writes"]>;
};

/** Speaks with the simulated municipality's control. */
export const controlAt = (url: string): Control => ({
  today: async () => todaySchema.parse(await (await fetch(new URL("/today", url))).json()).today,
  beginDay: async (today) => {
    const response = await fetch(new URL("/today", url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ today }),
    });
    if (!response.ok) throw new Error("The simulated municipality did not take the date.");
  },
  writes: async () => tablesSchema.parse(await (await fetch(new URL("/tables", url))).json()).counts,
});
