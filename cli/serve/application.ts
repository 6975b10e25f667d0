import type { OidcSettings } from "../../api/deps.js";
import { verifyLog } from "../../audit/verify-log.js";
import type { Verification } from "../../contracts/audit-event.js";
import type { LocalDate, Month } from "../../contracts/dates.js";
import { taskQueues } from "../../contracts/task-queues.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { prepareDataFolder } from "../../platform/data-folder.js";
import { loadKeys } from "../../platform/keys.js";
import { takeLock } from "../../platform/lock.js";
import type { Logger } from "../../platform/logger.js";
import type { BreakerSettings } from "../../workers/breaker.js";
import type { OutwardSettings } from "../../workers/outward.js";
import type { PortalsSettings } from "../../workers/portals.js";
import { inspectStore } from "../inspection/inspect-store.js";
import { serveInspection } from "../inspection/serve-inspection.js";
import { startApiPart } from "./api-part.js";
import { openFoundation } from "./foundation.js";
import { readInboxNow, scheduleInbox } from "./inbox.js";
import { measureState } from "./measurements.js";
import { monthStatus, type CaseProgress } from "./month-status.js";
import { beginDay } from "./municipal-day.js";
import type { Municipality } from "./municipality.js";
import { emptyOutboxNow, scheduleOutbox } from "./outbox.js";
import type { NewStaff } from "./staff.js";
import { createUnwinding } from "./unwinding.js";
import { startWorkerPart } from "./worker-part.js";

/** What the application is started from. */
export type ApplicationSettings = {
  readonly dataFolder: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly consoleDir: string;
  readonly month: Month;
  /** Set in the simulated municipality only: its date to begin with. */
  readonly today?: LocalDate;
  readonly masterKey?: string;
  readonly databaseUrl?: string;
  readonly temporalAddress?: string;
  readonly portals: Omit<PortalsSettings, "ownMunicipality">;
  readonly outward: OutwardSettings;
  readonly municipality: Municipality;
  /** The rules it starts from; what is published takes their place. */
  readonly packs: Packs;
  readonly breaker: BreakerSettings;
  /** How often the inbox is read. */
  readonly inboxEveryMs: number;
  readonly oidc: OidcSettings;
  readonly staff: readonly NewStaff[];
  readonly logger: Logger;
};

/** A running application: api and workers in one process. */
export type Application = {
  /** Resolves when the workers have stopped; rejects where they fail. */
  readonly done: Promise<void>;
  readonly beginDay: (today: LocalDate) => Promise<void>;
  /** Where every case of the month stands. */
  readonly status: () => Promise<CaseProgress[]>;
  readonly verify: () => Promise<Verification>;
  readonly stop: () => Promise<void>;
};

/** Starts the application on its data folder, and reads the inbox. Everything started is stopped again where a part fails. */
export const startApplication = async (settings: ApplicationSettings): Promise<Application> => {
  const { logger, month } = settings;
  const queues = Object.values(taskQueues);
  const unwinding = createUnwinding();
  try {
    const folder = prepareDataFolder(settings.dataFolder);
    const lock = takeLock(folder.locks);
    unwinding.add(() => {
      lock.release();
    });
    const keys = loadKeys({
      dataFolder: folder.path,
      ...(settings.masterKey !== undefined && { masterKey: settings.masterKey }),
    });
    const foundation = await openFoundation(
      {
        part: "application",
        location:
          settings.databaseUrl === undefined
            ? { kind: "embedded", folder: folder.database }
            : { kind: "postgres", url: settings.databaseUrl },
        keys,
        ...(settings.temporalAddress !== undefined && { temporalAddress: settings.temporalAddress }),
        queues,
        logger,
      },
      unwinding,
    );
    const { store, client } = foundation;
    measureState(foundation);
    if (settings.today !== undefined) await beginDay({ store, client }, settings.today);

    let simulatedDay = settings.today;
    const workers = await startWorkerPart(foundation, {
      portals: settings.portals,
      outward: settings.outward,
      municipality: settings.municipality,
      packs: settings.packs,
      breaker: settings.breaker,
      queues,
      // With the embedded database the data folder's lock says that whoever held a portal before is gone. A PostgreSQL
      // may have other workers.
      alone: settings.databaseUrl === undefined,
      simulatedDay: () => simulatedDay,
      logger,
    });
    unwinding.add(workers.stop);
    const api = await startApiPart(foundation, { ...settings, host: "127.0.0.1", queues, folder: folder.path });
    unwinding.add(api.close);
    const inspection = await serveInspection(inspectStore(store), { folder: folder.path });
    unwinding.add(inspection.close);
    await scheduleInbox(client, { month, everyMs: settings.inboxEveryMs });
    await scheduleOutbox(client);
    await readInboxNow(client);

    return {
      done: workers.done,
      beginDay: async (day) => {
        simulatedDay = day;
        await beginDay({ store, client }, day);
        await readInboxNow(client);
        await emptyOutboxNow(client);
      },
      status: () => monthStatus(store),
      verify: () => store.read((tx) => verifyLog(tx)),
      stop: unwinding.unwind,
    };
  } catch (error) {
    await unwinding.unwind();
    throw error;
  }
};
