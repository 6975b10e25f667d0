import type { Timers } from "./timers.js";

/**
 * What the work comes to, if it does within so many milliseconds. Rejects where it does not: whoever waits goes on, though
 * the work itself cannot be ended, and what it comes to after that is nobody's.
 */
export const within = async <T>(timers: Timers, limitMs: number, work: Promise<T>): Promise<T> => {
  let cancel: () => void = () => undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    cancel = timers.every(limitMs, () => {
      reject(new Error("There was no answer in time."));
    });
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    cancel();
  }
};
