import { isDeepStrictEqual } from "node:util";
import { append } from "../audit/append.js";
import { theSystem } from "../activities/actors.js";
import { isFault, type Fault } from "../contracts/faults.js";
import type { Portal, PortalState } from "../contracts/portal-state.js";
import type { Clock } from "../platform/clock.js";
import type { Logger } from "../platform/logger.js";
import type { Store } from "../store/open-store.js";
import { listPortals, lockPortal, putPortal } from "../store/portals.js";
import { afterReading, mayWork, noSilence, type BreakerSettings, type Silence } from "./breaker.js";
import { createPortalLease, databaseWaitMs } from "./portal-lease.js";
import { within } from "./time-limit.js";
import type { Timers } from "./timers.js";

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
  /** Ends what runs there in the middle of it; nothing reaches the portal until the session is forgotten. */
  readonly cut: () => Promise<void>;
};

/** What the gates work with. */
export type GateDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
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
  /** Closes every queue at once, and gives the leases back when what runs has ended. */
  readonly stop: () => Promise<void>;
};

/** How often the stored states are looked at: so soon does a person's pause or resumption take hold. */
const lookEveryMs = 1_000;
const renewEveryMs = 5_000;

type Gate = GatedQueue & {
  state: PortalState;
  silence: Silence;
  polling: Polling | undefined;
  /** Resolves when the worker on the queue that is being started has started. */
  opening: Promise<void>;
  isOpening: boolean;
  /** Resolves when an earlier worker on the queue has ended: there is never more than one. */
  ending: Promise<void>;
  /** The bot's session is not to be used again. */
  isStale: boolean;
  /** A state that the database has not taken yet. */
  unsaved: PortalState | undefined;
  /** Grows with each change made here, so that an older look at the database does not undo it. */
  version: number;
  wasLeased: boolean;
};

/**
 * Opens the gates. One account has one session, so a queue is worked on by one process at a time (the lease), one reading
 * at a time; and a portal that refuses our login, or does not answer, stops its own queue and no other. The lease is
 * renewed, and its lapse seen, on timers that wait neither for a reading nor for the database.
 */
export const openPortalGates = async (
  queues: readonly GatedQueue[],
  deps: GateDeps & { readonly onFailure: (error: unknown) => void },
): Promise<PortalGates> => {
  const { store, clock, timers, logger, breaker, onFailure } = deps;
  const lease = createPortalLease(
    queues.map(({ portal }) => portal),
    deps,
  );
  const gates: readonly Gate[] = queues.map((queue) => ({
    ...queue,
    state: { state: "working" },
    silence: noSilence,
    polling: undefined,
    opening: Promise.resolve(),
    isOpening: false,
    ending: Promise.resolve(),
    isStale: false,
    unsaved: undefined,
    version: 0,
    wasLeased: false,
  }));
  let stopped = false;

  const isWanted = (gate: Gate): boolean => !stopped && lease.has(gate.portal) && mayWork(gate.state, clock.now());

  const shut = (gate: Gate): void => {
    const { polling } = gate;
    if (polling === undefined) return;
    gate.polling = undefined;
    gate.ending = polling.stop().catch(onFailure);
  };

  /** Another process may use the account from now on: not even what runs may go on there. */
  const giveUp = (gate: Gate): void => {
    gate.isStale = true;
    shut(gate);
    logger.warn("portal.lease-lost", { portal: gate.portal });
    gate.cut().catch(() => undefined);
  };

  const open = async (gate: Gate): Promise<void> => {
    await gate.ending;
    if (gate.isStale) {
      gate.isStale = false;
      await gate.forget();
    }
    if (!isWanted(gate)) return;
    const polling = await gate.poll();
    if (isWanted(gate)) gate.polling = polling;
    else gate.ending = polling.stop().catch(onFailure);
  };

  /** Lets every queue be as it should. Waits for nothing: a slow reading at one portal holds up none of the others. */
  const settle = (): void => {
    for (const gate of gates) {
      const isLeased = lease.has(gate.portal);
      if (gate.wasLeased && !isLeased) giveUp(gate);
      gate.wasLeased = isLeased;
      if (!isWanted(gate)) shut(gate);
      else if (gate.polling === undefined && !gate.isOpening) {
        gate.isOpening = true;
        gate.opening = open(gate).finally(() => {
          gate.isOpening = false;
        });
        gate.opening.catch((error: unknown) => {
          // A worker could not be started now: the next round tries again.
          logger.error("portal.gate-stuck", { fault: isFault(error) ? error.name : "Unexpected" });
        });
      }
    }
  };

  const save = async (gate: Gate, state: PortalState): Promise<void> => {
    gate.unsaved = state;
    const saved = store.transaction(async (tx) => {
      const before = await lockPortal(tx, gate.portal);
      // What a person has stopped meanwhile stays stopped.
      if (before.state === "paused" || isSame(before, state)) return;
      await putPortal(tx, gate.portal, state);
      await append(tx, eventOf(gate.portal, before, state));
    });
    await within(timers, databaseWaitMs, saved);
    gate.unsaved = undefined;
  };

  const look = async (): Promise<void> => {
    for (const gate of gates) if (gate.unsaved !== undefined) await save(gate, gate.unsaved);
    const versions = gates.map(({ version }) => version);
    const standings = await within(timers, databaseWaitMs, store.read(listPortals));
    for (const [index, gate] of gates.entries()) {
      const { portal, ...state } = standings.find((one) => one.portal === gate.portal) ?? { portal: gate.portal };
      if (gate.version !== versions[index] || !("state" in state)) continue;
      const wasPaused = gate.state.state === "paused" && state.state !== "paused";
      gate.state = state;
      // A person says that it is mended: nothing that was refused before counts any more.
      if (wasPaused) {
        gate.silence = noSilence;
        gate.isStale = true;
        logger.info("portal.resumed", { portal });
      }
    }
    settle();
  };

  let looking: Promise<void> | undefined;
  const lookOnce = async (): Promise<void> => {
    if (looking !== undefined) return;
    looking = look().catch((error: unknown) => {
      logger.error("portal.gate-blind", { fault: isFault(error) ? error.name : "Unexpected" });
    });
    await looking;
    looking = undefined;
  };

  await lease.renew();
  await lookOnce();
  await Promise.all(gates.map(({ opening }) => opening));
  const cancel = [
    timers.every(renewEveryMs, () => void lease.renew()),
    timers.every(lookEveryMs, () => {
      settle();
      void lookOnce();
    }),
  ];

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
      gates.forEach(shut);
      // Until all has ended the lease is renewed, and its lapse seen: what runs may not go on without it.
      await Promise.allSettled(gates.map(({ opening }) => opening));
      await Promise.all(gates.map(({ ending }) => ending));
      for (const end of cancel) end();
      await looking;
      await lease.release();
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
