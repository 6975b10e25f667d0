import type { Household } from "../households/household.js";
import type { FaultRegistry } from "../faults/registry.js";
import type { System } from "../faults/kinds.js";

/** One hit on a portal's page. Never carries a personal number. */
export type Hit = {
  readonly system: System;
  readonly page: string;
  readonly method: string;
  readonly status: number;
  readonly household?: string;
  readonly fault?: string;
};

/** What all the simulated systems stand on: who lives there, what day it is, and what goes wrong. */
export type Town = {
  readonly households: readonly Household[];
  /** The municipality's date, `2025-10-27`. */
  readonly today: () => string;
  readonly faults: FaultRegistry;
  readonly hits: Hit[];
  /** Called when locked accounts are to be unlocked. */
  readonly onUnlock: (() => void)[];
};
