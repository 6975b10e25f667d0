/** What has been started, to be stopped in the opposite order. */
export type Unwinding = {
  readonly add: (stop: () => Promise<void> | void) => void;
  /** Stops everything, the latest first. A part that fails to stop does not keep the others running; its error is thrown last. */
  readonly unwind: () => Promise<void>;
};

/** Collects what has to be stopped. */
export const createUnwinding = (): Unwinding => {
  const stops: (() => Promise<void> | void)[] = [];
  return {
    add: (stop) => {
      stops.push(stop);
    },
    unwind: async () => {
      const errors: unknown[] = [];
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop())
        try {
          await stop();
        } catch (error) {
          errors.push(error);
        }
      if (errors.length > 0) throw new AggregateError(errors, "Parts of the application did not stop.");
    },
  };
};
