/** Resolves at the first SIGTERM or SIGINT. From now on neither ends the process by itself: it is stopped in good order. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"])
      process.on(signal, () => {
        resolve();
      });
  });
