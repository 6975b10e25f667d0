import type { LiveEvent } from "../contracts/api/live-event.js";
import type { CaseId } from "../contracts/ids.js";
import { listCases } from "../store/cases.js";
import type { Store } from "../store/open-store.js";
import type { CaseRow } from "../store/schema.js";
import type { Logger } from "../platform/logger.js";

/** Someone who wants to know what happens, of the cases they may know of. */
export type Listener = { readonly tell: (event: LiveEvent) => void; readonly seesProtected: boolean };

/**
 * Tells open consoles which cases have changed. Looks at the cases' versions in the store, since the process may run
 * in another program; looks only while someone listens.
 */
export const createLiveEvents = ({
  store,
  logger,
  everyMs,
}: {
  readonly store: Store;
  readonly logger: Logger;
  readonly everyMs: number;
}) => {
  const listeners = new Set<Listener>();
  let known: ReadonlyMap<CaseId, CaseRow> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;

  const look = async (): Promise<void> => {
    const rows = await store.read((tx) => listCases(tx, { includeProtected: true }));
    const current = new Map(rows.map((row) => [row.id, row]));
    const before = known;
    known = current;
    if (before === undefined) return;
    for (const [caseId, row] of current)
      if (before.get(caseId)?.version !== row.version)
        for (const { tell, seesProtected } of listeners)
          if (!row.protected || seesProtected) tell({ kind: "case-changed", caseId });
  };
  const tick = (): void => {
    if (isLooking) return;
    isLooking = true;
    look()
      // A database that is away is told of by every other route; here it is enough to look again.
      .catch(() => logger.warn("live.unavailable"))
      .finally(() => {
        isLooking = false;
      });
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    known = undefined;
  };

  return {
    /** Begins to tell. The returned function ends it. */
    subscribe: (listener: Listener): (() => void) => {
      listeners.add(listener);
      timer ??= setInterval(tick, everyMs).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    close: stop,
  };
};
export type LiveEvents = ReturnType<typeof createLiveEvents>;
