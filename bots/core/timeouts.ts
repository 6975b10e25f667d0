/** How long a bot waits, in milliseconds. Nothing waits without one of these. */
export type Timeouts = {
  /** From a click or an address to the new page being parsed. */
  readonly navigationMs: number;
  /** For a parsed page to show one of the states it may have. */
  readonly stateMs: number;
  /** For one field or button on a page whose state is known. */
  readonly actionMs: number;
  /** For a portal that asks others in turn to have all their answers. */
  readonly answerMs: number;
  /** For a document to be fetched. */
  readonly downloadMs: number;
};

/** Generous for a slow portal, short enough that a hung one does not hold its queue. */
export const defaultTimeouts: Timeouts = {
  navigationMs: 20_000,
  stateMs: 8_000,
  actionMs: 8_000,
  answerMs: 45_000,
  downloadMs: 20_000,
};
