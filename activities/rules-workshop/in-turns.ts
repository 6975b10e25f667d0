import { setImmediate } from "node:timers/promises";
import type { Steps } from "../../rules/rehearsal/work-through.js";

/** How many steps are taken before others get their turn: the program answers people meanwhile. */
const stepsAtOnce = 50;

/** Takes every step of long work, letting others in between. */
export const inTurns = async <T>(steps: Steps<T>): Promise<T> => {
  for (let taken = 1; ; taken += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (taken % stepsAtOnce === 0) await setImmediate();
  }
};
