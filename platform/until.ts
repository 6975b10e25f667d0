import { setTimeout as pause } from "node:timers/promises";

const betweenMs = 25;

/** Looks again and again until something holds. Returns false where it did not within the time. */
export const until = async (holds: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> => {
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() >= deadline) return false;
    await pause(betweenMs);
  }
  return true;
};
