import { isDeepStrictEqual } from "node:util";
import { append } from "../audit/append.js";
import { theSystem } from "../activities/actors.js";
import { isFault, type Fault } from "../contracts/faults.js";
import type { Portal, PortalState } from "../contracts/portal-state.js";
import { instantAfter, type Clock } from "../platform/clock.js";
import type { Logger } from "../platform/logger.js";
import type { Store } from "../store/open-store.js";
import { leasePortals, listPortals, lockPortal, putPortal, releasePortals } from "../store/portals.js";
import { afterReading, mayWork, noSilence, type BreakerSettings, type Silence } from "./breaker.js";

/** A worker on one portal's queue, taking work. */
export type Polling = {
  /** Takes no more, and resolves when what runs has ended. Rejects where the worker fails. */
  readonly stop: () => Promise<void>;
};

/** One portal's queue, which can be opened and closed. */
export type GatedQueue = {
  readonly portal: Portal;
  /** Begins to take work. */
  readonly poll: () => Promise<Polling>;
  /** Ends the bot's session there, so that the next reading logs in anew. */
  readonly forget: () => Promise<void>;
};

/** What the gates work with. */
export type GateDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly breaker: BreakerSettings;
  /** This process, as the leases name it. */
  readonly holder: string;
  /** No other process can share the database, so that a lease left by a killed one is not waited out. */
  readonly alone: boolean;
};

/** Opens each portal's queue while this process may use the portal, and closes it where it may not. */
export type PortalGates = {
  /** What a step on a portal's queue came to. A queue that must stand still takes nothing more when this has returned. */
  readonly observe: (portal: Portal, outcome: "answered" | Fault) => Promise<void>;
  /** Closes every queue, and gives the leases back. */
  readonly stop: () => Promise<void>;
};

/** How often the stored states are looked at: so soon does a person's pause or resumption take hold. */
const lookEveryMs = 1_000;
/** A process that has not renewed its lease for so long has lost it. */
const leaseMs = 15_000;
const renewEveryMs = 5_000;

type Gate = GatedQueue & {
  state: PortalState;
  silence: Silence;
  polling: Polling | undefined;
  /** Resolves when an earlier worker on the queue has ended: there is never more than one. */
  ending: Promise<void>;
  /** A state that the database has not taken yet. */
  unsaved: PortalState | undefined;
  /** Grows with each change made here, so that an older look at the database does not undo it. */
  version: number;
  leased: boolean;
};

/**
 * Opens the gates. One account has one session, so a queue is worked on by one process at a time (the lease), one reading
 * at a time; and a portal that refuses our login, or does not answer, stops its own queue and no other.
 */
export const openPortalGates = async (
  queues: readonly GatedQueue[],
  deps: GateDeps & { readonly onFailure: (error: unknown) => void },
): Promise<PortalGates> => {
  const { store, clock, logger, breaker, holder, alone, onFailure } = deps;
  const gates: readonly Gate[] = queues.map((queue) => ({
    ...queue,
    state: { state: "working" },
    silence: noSilence,
    polling: undefined,
    ending: Promise.resolve(),
    unsaved: undefined,
    version: 0,
    leased: false,
  }));
  let renewed = -Infinity;
  let stopped = false;

  const shut = (gate: Gate): void => {
    const { polling } = gate;
    if (polling === undefined) return;
    gate.polling = undefined;
    gate.ending = polling.stop().catch(onFailure);
  };

  const open = async (gate: Gate): Promise<void> => {
    await gate.ending;
    const polling = await gate.poll();
    if (isWanted(gate)) gate.polling = polling;
    else gate.ending = polling.stop().catch(onFailure);
  };

  const isWanted = (gate: Gate): boolean => !stopped && gate.leased && mayWork(gate.state, clock.now());

  const save = async (gate: Gate, state: PortalState): Promise<void> => {
    gate.unsaved = state;
    await store.transaction(async (tx) => {
      const before = await lockPortal(tx, gate.portal);
      // What a person has stopped meanwhile stays stopped.
      if (before.state === "paused" || isSame(before, state)) return;
      await putPortal(tx, gate.portal, state);
      await append(tx, eventOf(gate.portal, before, state));
    });
    gate.unsaved = undefined;
  };

  const look = async (): Promise<void> => {
    for (const gate of gates) if (gate.unsaved !== undefined) await save(gate, gate.unsaved);
    const versions = gates.map(({ version }) => version);
    const now = performance.now();
    if (now - renewed >= renewEveryMs) {
      const held = await store.transaction((tx) =>
        leasePortals(tx, {
          portals: gates.map(({ portal }) => portal),
          holder,
          expiresAt: instantAfter(tx.at, leaseMs),
          alone,
        }),
      );
      renewed = now;
      for (const gate of gates) gate.leased = held.includes(gate.portal);
    }
    const standings = await store.read(listPortals);
    for (const [index, gate] of gates.entries()) {
      const { portal, ...state } = standings.find((one) => one.portal === gate.portal) ?? { portal: gate.portal };
      if (gate.version !== versions[index] || !("state" in state)) continue;
      const wasPaused = gate.state.state === "paused" && state.state !== "paused";
      gate.state = state;
      // A person says that it is mended: nothing that was refused before counts any more.
      if (wasPaused) {
        gate.silence = noSilence;
        await gate.forget();
        logger.info("portal.resumed", { portal });
      }
    }
  };

  const settle = async (): Promise<void> => {
    for (const gate of gates)
      if (!isWanted(gate)) shut(gate);
      else if (gate.polling === undefined) await open(gate);
  };

  const round = async (): Promise<void> => {
    try {
      await look();
    } catch (error) {
      // Without the database nobody knows who may use the accounts: what is not renewed in time is given up.
      logger.error("portal.gate-blind", { fault: isFault(error) ? error.name : "Unexpected" });
      if (performance.now() - renewed >= leaseMs) for (const gate of gates) gate.leased = false;
    }
    await settle();
  };

  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const again = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = round()
        .catch((error: unknown) => {
          // A worker could not be started now: the next round tries again.
          logger.error("portal.gate-stuck", { fault: isFault(error) ? error.name : "Unexpected" });
        })
        .then(again);
    }, lookEveryMs);
  };
  await round();
  again();

  return {
    observe: async (portal, outcome) => {
      const gate = gates.find((one) => one.portal === portal);
      if (gate === undefined) return;
      const { state, silence } = afterReading(gate, outcome, { now: clock.now(), settings: breaker });
      const changed = !isSame(state, gate.state);
      gate.silence = silence;
      if (!changed) return;
      gate.state = state;
      gate.version += 1;
      if (!mayWork(state, clock.now())) {
        shut(gate);
        logger.warn("portal.stopped", { portal, ...(state.state !== "working" && { code: state.cause }) });
      }
      await save(gate, state).catch(() => {
        // The queue stands still all the same; the next round tries to store it again.
        logger.error("portal.state-unsaved", { portal });
      });
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      gates.forEach(shut);
      await Promise.all(gates.map(({ ending }) => ending));
      await store.transaction((tx) => releasePortals(tx, holder)).catch(() => undefined);
    },
  };
};

const isSame = (one: PortalState, other: PortalState): boolean => isDeepStrictEqual(one, other);

const eventOf = (portal: Portal, before: PortalState, after: PortalState): Parameters<typeof append>[1] =>
  after.state === "working"
    ? {
        action: "portal.resumed",
        actor: theSystem,
        details: { portal, ...(before.state !== "working" && { cause: before.cause }) },
      }
    : {
        action: "portal.paused",
        actor: theSystem,
        details: { portal, cause: after.cause, ...(after.state === "resting" && { until: after.until }) },
      };
