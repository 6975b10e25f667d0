import { isFault } from "../contracts/faults.js";
import type { Portal } from "../contracts/portal-state.js";
import { instantAfter } from "../platform/clock.js";
import type { Logger } from "../platform/logger.js";
import type { Store } from "../store/open-store.js";
import { leasePortals, releasePortals } from "../store/portals.js";
import { within } from "./time-limit.js";
import type { Timers } from "./timers.js";

/** What the lease is kept with. */
export type LeaseDeps = {
  readonly store: Store;
  readonly timers: Timers;
  readonly logger: Logger;
  /** This process, as the leases name it. */
  readonly holder: string;
  /** No other process can share the database, so that a lease left by a killed one is not waited out. */
  readonly alone: boolean;
};

/** The right of this process to use the portals' accounts. */
export type PortalLease = {
  /** Whether this process surely has a portal's account now, whatever the database is doing. */
  readonly has: (portal: Portal) => boolean;
  /** Asks for every portal, and for longer where it is held. Never rejects. At once where it is already asking. */
  readonly renew: () => Promise<void>;
  /** Gives everything back, so that the next need not wait. Never rejects. */
  readonly release: () => Promise<void>;
};

/** A process that has not renewed its lease for so long has lost it to whoever asks. */
const leaseMs = 15_000;
/** It stops believing in it sooner, so that its sessions have ended when another may begin. */
const believedMs = 12_000;

/** How long the database is waited for, here and where the queues' states are kept: shorter than between two renewals. */
export const databaseWaitMs = 4_000;

/** Holds nothing until the first renewal. */
export const createPortalLease = (
  portals: readonly Portal[],
  { store, timers, logger, holder, alone }: LeaseDeps,
): PortalLease => {
  let held: readonly Portal[] = [];
  let believedUntil = -Infinity;
  let asking: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    // Counted from before the question: the database counts from when it takes it up, which is never sooner.
    const asked = timers.monotonicMs();
    try {
      const taken = store.transaction((tx) =>
        leasePortals(tx, { portals, holder, expiresAt: instantAfter(tx.at, leaseMs), alone }),
      );
      held = await within(timers, databaseWaitMs, taken);
      believedUntil = asked + believedMs;
    } catch (error) {
      // Without the database nobody knows who may use the accounts: what is not renewed in time is given up. A question
      // that hangs is left for the next, so that the queues open again when the database is back.
      logger.error("portal.lease-unrenewed", { fault: isFault(error) ? error.name : "Unexpected" });
    }
  };

  return {
    has: (portal) => held.includes(portal) && timers.monotonicMs() < believedUntil,
    renew: async () => {
      if (asking !== undefined) return;
      asking = ask();
      await asking;
      asking = undefined;
    },
    release: async () => {
      // An answer on its way would take everything again.
      await asking;
      held = [];
      const released = store.transaction((tx) => releasePortals(tx, holder));
      await within(timers, databaseWaitMs, released).catch(() => undefined);
    },
  };
};
