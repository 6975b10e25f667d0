import { packsInForce } from "../../activities/packs-in-force.js";
import { shippedRulebook } from "../../activities/shipped-rulebook.js";
import type { TaskQueue } from "../../contracts/task-queues.js";
import { rentDueOn, type LocalDate } from "../../contracts/dates.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { renderLetter } from "../../documents/letters/render.js";
import { readDocument } from "../../documents/read/read-document.js";
import { clockOn, swedishToday, systemClock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import type { BreakerSettings } from "../../workers/breaker.js";
import { createOutward, type OutwardSettings } from "../../workers/outward.js";
import { createPortals, type PortalsSettings } from "../../workers/portals.js";
import { queuesFor } from "../../workers/queues.js";
import { startWorkers, type Workers } from "../../workers/start-workers.js";
import type { Foundation } from "./foundation.js";
import { measureSteps } from "./measurements.js";
import { municipalToday } from "./municipal-day.js";
import type { Municipality } from "./municipality.js";

/** What the workers of a process are started from. */
export type WorkerPartSettings = {
  readonly portals: Omit<PortalsSettings, "ownMunicipality">;
  readonly outward: OutwardSettings;
  readonly municipality: Municipality;
  /** The rules it starts from; what is published takes their place. */
  readonly packs: Packs;
  readonly breaker: BreakerSettings;
  readonly queues: readonly TaskQueue[];
  /** No other process can share the database. */
  readonly alone: boolean;
  /** The simulated municipality's date, where there is one. */
  readonly simulatedDay?: () => LocalDate | undefined;
  readonly logger: Logger;
};

/** Starts the bots and the workers on some or all of the queues. */
export const startWorkerPart = async (foundation: Foundation, settings: WorkerPartSettings): Promise<Workers> => {
  const { store, target, dataConverter, processId } = foundation;
  const { breaker, alone, logger, simulatedDay } = settings;
  const { name: municipality, letters: letterMunicipality } = settings.municipality;
  const portalClock = clockOn(() => simulatedDay?.() ?? swedishToday(systemClock), systemClock);
  const portals = createPortals({ ...settings.portals, ownMunicipality: municipality }, portalClock);
  const queues = queuesFor({
    store,
    portals,
    packsInForce: packsInForce(settings.packs),
    rulebook: shippedRulebook(),
    today: municipalToday(systemClock),
    municipality,
    answerDueFor: rentDueOn,
    letterMunicipality,
    readDocument,
    renderLetter: (content) => Promise.resolve(renderLetter(content)),
    outward: createOutward(settings.outward),
    debtor: settings.municipality.debtor,
  }).filter(({ taskQueue }) => settings.queues.includes(taskQueue));
  try {
    const workers = await startWorkers({
      target,
      dataConverter,
      queues,
      logger,
      gates: { store, clock: systemClock, breaker, holder: processId, alone },
      forget: portals.forget,
      cut: portals.cut,
      abandon: portals.close,
      onEnd: measureSteps(foundation.metrics),
    });
    return {
      done: workers.done,
      stop: async () => {
        await workers.stop();
        await portals.close();
      },
    };
  } catch (error) {
    await portals.close();
    throw error;
  }
};
