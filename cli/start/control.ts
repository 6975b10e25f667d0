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

const faultsSchema = z.object({
  faults: z.array(
    z.object({
      fault: z.object({
        system: z.string(),
        kind: z.string(),
        household: z.string().optional(),
        skip: z.int(),
        times: z.int().optional(),
      }),
      hits: z.int(),
    }),
  ),
});

const requestsSchema = z.object({ requests: z.array(z.looseObject({ system: z.string(), page: z.string() })) });

/** A fault that a household brings with it, and how often its page has shown it. */
export type Injected = NonNullable<Summary["faults"]>[number];

/** What the run asks of the simulated municipality itself, beside its pages. */
export type Control = {
  readonly today: () => Promise<LocalDate>;
  readonly beginDay: (today: LocalDate) => Promise<void>;
  /** How much has been written to the case system, as its own tables have it. */
  readonly writes: () => Promise<Summary["writes"]>;
  /** The faults that households brought with them, and how often each has struck. */
  readonly faults: () => Promise<readonly Injected[]>;
  /** Every page that has been asked for, of whichever system. */
  readonly requests: () => Promise<readonly { readonly system: string; readonly page: string }[]>;
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
  faults: async () => {
    const { faults } = faultsSchema.parse(await (await fetch(new URL("/faults", url))).json());
    return faults.flatMap(({ fault: { system, kind, household, skip, times }, hits }) =>
      household === undefined ? [] : [{ household, system, kind, armed: times ?? 1, struck: Math.max(0, hits - skip) }],
    );
  },
  requests: async () => requestsSchema.parse(await (await fetch(new URL("/requests", url))).json()).requests,
  writes: async () => tablesSchema.parse(await (await fetch(new URL("/tables", url))).json()).counts,
});
