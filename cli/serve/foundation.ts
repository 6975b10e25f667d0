import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import type { DataConverter } from "@temporalio/common";
import { systemClock } from "../../platform/clock.js";
import { instantAfter } from "../../platform/clock.js";
import type { Keys } from "../../platform/keys.js";
import type { Logger } from "../../platform/logger.js";
import { createMetrics, type Metrics } from "../../platform/metrics.js";
import {
  connectTemporal,
  sealedDataConverter,
  temporalTarget,
  type TemporalTarget,
} from "../../platform/temporal/connection.js";
import type { DatabaseLocation } from "../../store/database.js";
import { openStore, type Store } from "../../store/open-store.js";
import { beatProcess, removeBeats, type ProcessPart } from "../../store/process-beats.js";
import type { Unwinding } from "./unwinding.js";

/** What a process is opened on. */
export type FoundationSettings = {
  readonly part: ProcessPart;
  readonly location: DatabaseLocation;
  readonly keys: Keys;
  /** Absent: Temporal's own settings say where the server is. */
  readonly temporalAddress?: string;
  /** The queues this process works on. */
  readonly queues: readonly string[];
  readonly logger: Logger;
};

/** What every process of the application stands on: the store, the Temporal server, and a sign of life. */
export type Foundation = {
  readonly part: ProcessPart;
  readonly processId: string;
  readonly store: Store;
  readonly client: Client;
  readonly target: TemporalTarget;
  readonly dataConverter: DataConverter;
  readonly metrics: Metrics;
  /** Resolves when the Temporal server answers; rejects where it does not within the time. */
  readonly pingTemporal: (timeoutMs: number) => Promise<void>;
};

/** How often a process says that it lives. */
const beatEveryMs = 10_000;
/** What has not been heard of for so long is forgotten. */
const forgottenAfterMs = 24 * 60 * 60_000;

/** Opens them; what is opened is added to `unwinding`, also where a later part fails. */
export const openFoundation = async (settings: FoundationSettings, unwinding: Unwinding): Promise<Foundation> => {
  const { part, location, keys, temporalAddress, queues, logger } = settings;
  const store = await openStore({ location, keys, clock: systemClock });
  unwinding.add(store.close);
  const target = temporalTarget(temporalAddress === undefined ? {} : { address: temporalAddress });
  const dataConverter = sealedDataConverter(keys);
  const temporal = await connectTemporal(target, dataConverter);
  unwinding.add(temporal.close);

  const processId = randomUUID();
  const beat = (): Promise<void> => store.transaction((tx) => beatProcess(tx, { id: processId, part, queues }));
  await beat();
  const timer = setInterval(() => {
    beat().catch(() => {
      logger.error("process.cannot-write", { part });
    });
  }, beatEveryMs);
  unwinding.add(async () => {
    clearInterval(timer);
    await store
      .transaction((tx) => removeBeats(tx, { id: processId, olderThan: instantAfter(tx.at, -forgottenAfterMs) }))
      .catch(() => undefined);
  });
  const { connection } = temporal.client;
  const pingTemporal = async (timeoutMs: number): Promise<void> => {
    await connection.withDeadline(Date.now() + timeoutMs, () => connection.workflowService.getSystemInfo({}));
  };
  return {
    pingTemporal,
    part,
    processId,
    store,
    client: temporal.client,
    target,
    dataConverter,
    metrics: createMetrics(),
  };
};
