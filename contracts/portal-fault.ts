import { Fault, type FaultName } from "./faults.js";
import type { CapturedEvidence } from "./readings/evidence.js";

/**
 * A fault at a portal, with what the bot saw when it happened. The evidence is personal data: it may go to the
 * evidence store and nowhere else. It is held in a private field, so that no logger or serialiser can reach it.
 */
export class PortalFault extends Fault {
  readonly #evidence: readonly CapturedEvidence[];

  constructor(
    name: FaultName,
    message: string,
    more: { details?: Readonly<Record<string, string | number>>; evidence?: readonly CapturedEvidence[] } = {},
  ) {
    super(name, message, more.details ?? {});
    this.#evidence = more.evidence ?? [];
  }

  /** What the bot saw; empty where nothing may be kept, as after a `PersonMismatch`. */
  get evidence(): readonly CapturedEvidence[] {
    return this.#evidence;
  }
}
