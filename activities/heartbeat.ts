import { Context } from "@temporalio/activity";

const everyMs = 4_000;

/**
 * Runs a step while telling the server that it is alive, so that a killed worker is noticed within seconds.
 * Heartbeats carry no details: they would be stored outside the codec's reach in some server versions.
 */
export const whileBeating = async <T>(step: () => Promise<T>): Promise<T> => {
  // The timer runs in the activity's own asynchronous context, so that `current` finds it.
  const beat = setInterval(() => {
    Context.current().heartbeat();
  }, everyMs);
  try {
    return await step();
  } finally {
    clearInterval(beat);
  }
};
