import { fileURLToPath } from "node:url";
import { addMonths, localDateSchema, monthOf, monthSchema, type LocalDate, type Month } from "../../contracts/dates.js";
import { taskQueues, type TaskQueue } from "../../contracts/task-queues.js";
import { swedishToday, systemClock } from "../../platform/clock.js";
import { readConfig } from "../../platform/config.js";
import { loadKeys } from "../../platform/keys.js";
import { createLogger } from "../../platform/logger.js";
import { startApiPart } from "../serve/api-part.js";
import { demonstrationStaff } from "../serve/demonstration-staff.js";
import { openFoundation } from "../serve/foundation.js";
import { createHealth } from "../serve/health.js";
import { readInboxNow, scheduleInbox } from "../serve/inbox.js";
import { scheduleOutbox } from "../serve/outbox.js";
import { measureState } from "../serve/measurements.js";
import { beginDay } from "../serve/municipal-day.js";
import { serveOperations } from "../serve/operations-server.js";
import { apiSettings, ofMunicipality, sharedSettings, workerSettings } from "../serve/required-settings.js";
import { untilStopped } from "../serve/until-stopped.js";
import { createUnwinding } from "../serve/unwinding.js";
import { startWorkerPart } from "../serve/worker-part.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { refuse } from "../input-error.js";
import type { Terminal } from "../terminal.js";

/** Half-way through a month, applications are for the next. */
const nextMonthFromDay = 15;

/**
 * `skalig api` and `skalig workers`: one part of the application as a process of its own, on a PostgreSQL and a Temporal
 * server that run already. Says in one line where it answers, and ends in good order with 0 on SIGTERM and SIGINT.
 *
 * @throws MissingPart with the name of the first setting that is not there.
 */
export const serveAlone = async (
  terminal: Terminal,
  {
    part,
    ...options
  }: { readonly part: "api" | "workers"; readonly month?: string; readonly today?: string; readonly queues?: string },
): Promise<ExitCode> => {
  const config = readConfig(process.env, part);
  const shared = sharedSettings(config);
  const whose = ofMunicipality(config);
  const month = monthFrom(options.month);
  const simulatedDay = config.SKALIG_MODE === "demo" ? dayFrom(options.today) : undefined;
  const queues = part === "workers" ? queuesFrom(options.queues) : [];
  const logger = createLogger({ level: config.SKALIG_LOG_LEVEL, write: (line) => process.stderr.write(line) });
  const ofPart = part === "api" ? { api: apiSettings(config) } : { workers: workerSettings(config) };
  const unwinding = createUnwinding();
  const stopped = untilStopped();
  try {
    const foundation = await openFoundation(
      {
        part,
        location: { kind: "postgres", url: shared.databaseUrl },
        keys: loadKeys({ dataFolder: config.SKALIG_DATA, masterKey: shared.masterKey }),
        // Temporal's own variables say where the server is, and with which certificate.
        queues,
        logger,
      },
      unwinding,
    );
    measureState(foundation);
    if (simulatedDay !== undefined) await beginDay(foundation, simulatedDay);
    if (ofPart.api !== undefined) {
      const api = await startApiPart(foundation, {
        ...ofPart.api,
        host: config.SKALIG_HOST,
        port: config.SKALIG_PORT,
        consoleDir: fileURLToPath(new URL("../../dist/console", import.meta.url)),
        month,
        ...whose,
        staff: config.SKALIG_MODE === "demo" ? demonstrationStaff : [],
        queues,
        logger,
      });
      unwinding.add(api.close);
      await terminal.out(`api ${api.address}\n`);
      await stopped;
      return exitCodes.ok;
    }
    const workers = await startWorkerPart(foundation, {
      portals: ofPart.workers.portals,
      outward: ofPart.workers.outward,
      ...whose,
      breaker: ofPart.workers.breaker,
      queues,
      alone: false,
      simulatedDay: () => simulatedDay,
      logger,
    });
    unwinding.add(workers.stop);
    const operations = await serveOperations(
      { health: createHealth({ foundation, queues }), metrics: foundation.metrics.text },
      { port: config.SKALIG_WORKERS_PORT },
    );
    unwinding.add(operations.close);
    if (queues.includes(taskQueues.eService)) {
      await scheduleInbox(foundation.client, { month, everyMs: ofPart.workers.inboxEveryMs });
      await readInboxNow(foundation.client);
    }
    if (queues.includes(taskQueues.outbox)) await scheduleOutbox(foundation.client);
    await terminal.out(`workers ${operations.address}\n`);
    await Promise.race([stopped, workers.done]);
    return exitCodes.ok;
  } finally {
    await unwinding.unwind();
  }
};

const monthFrom = (text: string | undefined): Month => {
  if (text === undefined) {
    const today = swedishToday(systemClock);
    return Number(today.slice(8)) < nextMonthFromDay ? monthOf(today) : addMonths(monthOf(today), 1);
  }
  const month = monthSchema.safeParse(text);
  if (!month.success) throw refuse("--month", "not-a-month", "Månaden skrivs som 2025-11.");
  return month.data;
};

const dayFrom = (text: string | undefined): LocalDate | undefined => {
  if (text === undefined) return undefined;
  const day = localDateSchema.safeParse(text);
  if (!day.success) throw refuse("--today", "not-a-date", "Dagen skrivs som 2025-10-27.");
  return day.data;
};

const queuesFrom = (text: string | undefined): readonly TaskQueue[] => {
  const known = Object.values(taskQueues);
  if (text === undefined) return known;
  const asked = text.split(",").map((name) => name.trim());
  const unknown = asked.filter((name) => !known.some((queue) => queue === name));
  if (unknown.length > 0) throw refuse("--queues", "no-such-queue", `Köerna är ${known.join(", ")}.`);
  return known.filter((queue) => asked.includes(queue));
};
