import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Household } from "../households/household.js";
import { openJsonLines } from "../shared/json-lines.js";
import { faultKinds, kindsOn, systems, type FaultKind, type System } from "./kinds.js";

/** A fault to arm. `times` absent: until it is removed. `skip`: the first so many hits pass unharmed. */
export const faultSchema = z
  .strictObject({
    system: z.enum(systems),
    kind: z.enum(faultKinds),
    household: z
      .string()
      .regex(/^\d\d$/)
      .optional(),
    page: z.string().optional(),
    /** The agency whose section it strikes; absent: the first that can show it. */
    agency: z.enum(["FK", "SO", "CSN", "AF", "SKV", "TNS", "MIV"]).optional(),
    times: z.int().min(1).optional(),
    skip: z.int().min(0).default(0),
  })
  .refine(({ system, page, kind }) => kindsOn(system, page).includes(kind), {
    path: ["kind"],
    message: "no page of this system and name can show this",
  });
export type Fault = z.output<typeof faultSchema>;

const eventSchema = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("armed"), id: z.string(), fault: faultSchema }),
  z.strictObject({ event: z.literal("hit"), id: z.string() }),
  z.strictObject({ event: z.literal("removed"), id: z.string() }),
]);

/** Where a request has come to, and which faults its page can show. */
export type Place<Kind extends FaultKind> = {
  readonly system: System;
  readonly page: string;
  readonly household: string | undefined;
  readonly can: readonly Kind[];
  /** Where a page has a section for each agency: which one, and whether faults of no agency strike here. */
  readonly section?: { readonly agency: string; readonly leads: boolean };
};

type Armed = { readonly id: string; readonly fault: Fault; hits: number };

/** The faults that are armed, and how often each has been hit. Survives a restart where it has a file. */
export type FaultRegistry = {
  readonly arm: (fault: Fault) => string;
  readonly remove: (id: string) => boolean;
  readonly removeAll: () => void;
  readonly list: () => readonly { id: string; fault: Fault; hits: number; spent: boolean }[];
  /** The kinds that strike here and now. Asking counts as a hit. */
  readonly take: <Kind extends FaultKind>(place: Place<Kind>) => ReadonlySet<Kind>;
  readonly close: () => void;
};

const spent = ({ fault, hits }: Armed): boolean => fault.times !== undefined && hits >= fault.skip + fault.times;

/** Opens the registry and arms what the households bring with them, once. */
export const openFaultRegistry = (households: readonly Household[], file?: string): FaultRegistry => {
  const log = openJsonLines(eventSchema, file);
  const armed = new Map<string, Armed>();
  const known = new Set<string>();

  const apply = (event: z.output<typeof eventSchema>): void => {
    if (event.event === "armed") {
      known.add(event.id);
      armed.set(event.id, { id: event.id, fault: event.fault, hits: 0 });
    } else if (event.event === "removed") armed.delete(event.id);
    else {
      const entry = armed.get(event.id);
      if (entry !== undefined) entry.hits += 1;
    }
  };
  const record = (event: z.output<typeof eventSchema>): void => {
    log.append(event);
    apply(event);
  };

  log.entries.forEach(apply);
  for (const household of households)
    household.faults.forEach((own, index) => {
      const id = `household-${household.id}-${String(index + 1)}`;
      if (!known.has(id)) record({ event: "armed", id, fault: faultSchema.parse({ ...own, household: household.id }) });
    });

  return {
    arm: (fault) => {
      const id = randomUUID();
      record({ event: "armed", id, fault });
      return id;
    },
    remove: (id) => {
      const found = armed.has(id);
      if (found) record({ event: "removed", id });
      return found;
    },
    removeAll: () => {
      for (const id of [...armed.keys()]) record({ event: "removed", id });
    },
    list: () => [...armed.values()].map((entry) => ({ ...entry, spent: spent(entry) })),
    take: <Kind extends FaultKind>({ system, page, household, can, section }: Place<Kind>): ReadonlySet<Kind> => {
      const struck = new Set<Kind>();
      for (const entry of armed.values()) {
        const { fault } = entry;
        const kind = can.find((candidate) => candidate === fault.kind);
        const here =
          fault.system === system &&
          (fault.page === undefined || fault.page === page) &&
          (fault.household === undefined || fault.household === household) &&
          (fault.agency === undefined ? section?.leads !== false : fault.agency === section?.agency);
        if (kind === undefined || !here || spent(entry)) continue;
        if (entry.hits >= fault.skip) struck.add(kind);
        record({ event: "hit", id: entry.id });
      }
      return struck;
    },
    close: () => {
      log.close();
    },
  };
};
