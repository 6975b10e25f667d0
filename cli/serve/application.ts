import { createApi } from "../../api/create-api.js";
import type { OidcSettings } from "../../api/deps.js";
import { createProcessGateway } from "../../api/process-gateway.js";
import { grantPreview } from "../../activities/letters/preview.js";
import { shippedRulebook } from "../../activities/shipped-rulebook.js";
import { verifyLog } from "../../audit/verify-log.js";
import type { Verification } from "../../contracts/audit-event.js";
import { addDays, firstDayOf, isWeekend, type LocalDate, type Month } from "../../contracts/dates.js";
import { paymentDate } from "../../contracts/payment-date.js";
import { renderLetter } from "../../documents/letters/render.js";
import { drawPage } from "../../documents/read/draw-page.js";
import { readDocument } from "../../documents/read/read-document.js";
import { clockOn, swedishToday, systemClock } from "../../platform/clock.js";
import { prepareDataFolder } from "../../platform/data-folder.js";
import { loadKeys } from "../../platform/keys.js";
import { takeLock } from "../../platform/lock.js";
import type { Logger } from "../../platform/logger.js";
import { connectTemporal, sealedDataConverter, temporalTarget } from "../../platform/temporal/connection.js";
import { samplePacks } from "../../rules/index.js";
import { openStore } from "../../store/open-store.js";
import { deleteEndedSessions } from "../../store/sessions.js";
import { createPortals, type PortalsSettings } from "../../workers/portals.js";
import { queuesFor } from "../../workers/queues.js";
import { startWorkers } from "../../workers/start-workers.js";
import { inspectStore } from "../inspection/inspect-store.js";
import { serveInspection } from "../inspection/serve-inspection.js";
import { watchInbox } from "./inbox.js";
import { monthStatus, type CaseProgress } from "./month-status.js";
import { beginDay, municipalToday } from "./municipal-day.js";
import { createRulesPort } from "./rules-port.js";
import { sampleMunicipality } from "./sample-municipality.js";
import { registerMissingStaff, type NewStaff } from "./staff.js";
import { createUnwinding } from "./unwinding.js";

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

const session = { idleMs: 30 * 60_000, absoluteMs: 10 * 60 * 60_000 } as const;

/** The last weekday before the month: rent is due then, and the household should have its money. */
const answerDueFor = (month: Month): LocalDate => {
  let date = addDays(firstDayOf(month), -1);
  while (isWeekend(date)) date = addDays(date, -1);
  return date;
};

/** Starts the application on its data folder, and reads the inbox. Everything started is stopped again where a part fails. */
export const startApplication = async (settings: ApplicationSettings): Promise<Application> => {
  const { logger, month } = settings;
  const { name: municipality, letters: letterMunicipality } = sampleMunicipality;
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
    const store = await openStore({
      location:
        settings.databaseUrl === undefined
          ? { kind: "embedded", folder: folder.database }
          : { kind: "postgres", url: settings.databaseUrl },
      keys,
      clock: systemClock,
    });
    unwinding.add(store.close);
    await registerMissingStaff(store, settings.staff);
    await store.transaction(deleteEndedSessions);

    const target = temporalTarget(settings.temporalAddress === undefined ? {} : { address: settings.temporalAddress });
    const dataConverter = sealedDataConverter(keys);
    const temporal = await connectTemporal(target, dataConverter);
    unwinding.add(temporal.close);
    const { client } = temporal;
    if (settings.today !== undefined) await beginDay({ store, client }, settings.today);

    let simulatedDay = settings.today;
    const portalClock = clockOn(() => simulatedDay ?? swedishToday(systemClock), systemClock);
    const portals = createPortals({ ...settings.portals, ownMunicipality: municipality }, portalClock);
    unwinding.add(portals.close);
    const today = municipalToday(systemClock);
    const queues = queuesFor({
      store,
      portals,
      packs: samplePacks,
      rulebook: shippedRulebook(),
      today,
      municipality,
      answerDueFor,
      letterMunicipality,
      readDocument,
      renderLetter: (content) => Promise.resolve(renderLetter(content)),
    });
    const workers = await startWorkers({ target, dataConverter, queues, logger });
    unwinding.add(workers.stop);

    const api = await createApi({
      store,
      process: createProcessGateway(client),
      rules: createRulesPort(samplePacks),
      previewLetter: async (caseId) => {
        const content = await store.read(async (tx) =>
          grantPreview(tx, { caseId, today: await today(tx), municipality: letterMunicipality }),
        );
        return content === undefined ? undefined : renderLetter(content);
      },
      drawPage,
      payment: (decidedOn, benefitMonth) => ({ payOn: paymentDate(decidedOn, answerDueFor(benefitMonth)) }),
      clock: systemClock,
      today,
      month,
      municipality,
      oidc: settings.oidc,
      publicUrl: settings.publicUrl,
      session,
      consoleDir: settings.consoleDir,
      logger,
    });
    unwinding.add(() => api.close());
    await api.listen({ host: "127.0.0.1", port: settings.port });
    const inspection = await serveInspection(inspectStore(store), { folder: folder.path });
    unwinding.add(inspection.close);
    await watchInbox(client, month);

    return {
      done: workers.done,
      beginDay: async (day) => {
        simulatedDay = day;
        await beginDay({ store, client }, day);
        await watchInbox(client, month);
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
