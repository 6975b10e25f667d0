import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { createAgencies } from "./agencies/app.js";
import { createCaseSystem } from "./case-system/app.js";
import { openRecords } from "./case-system/records.js";
import { createControl } from "./control/app.js";
import { createEService } from "./e-service/app.js";
import { openFaultRegistry } from "./faults/registry.js";
import type { Household } from "./households/household.js";
import { loadHouseholds } from "./households/load.js";
import { createRegister } from "./register/app.js";
import { openJsonLines } from "./shared/json-lines.js";
import { assertLoopback, listen } from "./shared/listen.js";
import type { Town } from "./shared/town.js";

/** A port for each system; 0 is any free one. */
export type Ports = Readonly<Record<"eService" | "agencies" | "register" | "caseSystem" | "control", number>>;

export type MunicipalityOptions = {
  /** Folder for what must survive a restart. Absent: everything is in memory. */
  readonly dataDir?: string;
  /** Ids of household files, or all of them, or households of another make. */
  readonly households: readonly (string | Household)[] | "all";
  /** The municipality's date on its first day, `2025-10-27`. A date already in the data folder wins. */
  readonly today: string;
  readonly ports?: Ports;
  /** Must be a loopback host. */
  readonly host?: string;
  /** How long a session of the composite query may stand idle. */
  readonly agenciesIdleMs?: number;
};

/** A running municipality. */
export type Municipality = {
  readonly urls: Readonly<Record<keyof Ports, string>>;
  /** Stops every system, cutting requests that hang. */
  readonly close: () => Promise<void>;
};

const anyPort: Ports = { eService: 0, agencies: 0, register: 0, caseSystem: 0, control: 0 };
const names = ["eService", "agencies", "register", "caseSystem", "control"] as const;
const todaySchema = z.strictObject({ today: z.iso.date() });

/**
 * Starts the simulated municipality on loopback. Throws where the host is not loopback, a household file is
 * wrong, or a port is taken; nothing is left running then.
 */
export const startMunicipality = async (options: MunicipalityOptions): Promise<Municipality> => {
  const { dataDir, host = "127.0.0.1", ports = anyPort } = options;
  assertLoopback(host);
  const inFolder = (name: string): string | undefined => (dataDir === undefined ? undefined : join(dataDir, name));
  const households = loadHouseholds(options.households);
  const days = openJsonLines(todaySchema, inFolder("days.jsonl"));
  if (days.entries.length === 0) days.append(todaySchema.parse({ today: options.today }));
  const faults = openFaultRegistry(households, inFolder("faults.jsonl"));
  const records = openRecords(households, inFolder("records.jsonl"));
  const town: Town = {
    households,
    today: () => days.entries.at(-1)?.today ?? options.today,
    faults,
    hits: [],
    onUnlock: [],
  };
  const apps: Readonly<Record<keyof Ports, FastifyInstance>> = {
    eService: createEService(town),
    agencies: createAgencies(town, options.agenciesIdleMs === undefined ? {} : { idleMs: options.agenciesIdleMs }),
    register: createRegister(town),
    caseSystem: createCaseSystem(town, records),
    control: createControl({
      town,
      records,
      setToday: (today) => {
        days.append({ today });
      },
    }),
  };
  const close = async (): Promise<void> => {
    await Promise.all(names.map((name) => apps[name].close()));
    for (const file of [days, faults, records]) file.close();
  };
  try {
    const urls = {
      eService: await listen(apps.eService, { host, port: ports.eService }),
      agencies: await listen(apps.agencies, { host, port: ports.agencies }),
      register: await listen(apps.register, { host, port: ports.register }),
      caseSystem: await listen(apps.caseSystem, { host, port: ports.caseSystem }),
      control: await listen(apps.control, { host, port: ports.control }),
    };
    return { urls, close };
  } catch (error) {
    await close();
    throw error;
  }
};
