/** Time as it passes for this process, whatever the wall clock is set to. */
export type Timers = {
  /** Milliseconds since some moment; never runs backwards. */
  readonly monotonicMs: () => number;
  /** Does something again and again until the returned function is called. */
  readonly every: (ms: number, work: () => void) => () => void;
};

/** The machine's own time. */
export const systemTimers: Timers = {
  monotonicMs: () => performance.now(),
  every: (ms, work) => {
    const timer = setInterval(work, ms);
    return () => {
      clearInterval(timer);
    };
  },
};
