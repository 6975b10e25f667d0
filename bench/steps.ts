import { z } from "zod";

const lineSchema = z.looseObject({
  event: z.enum(["activity.completed", "activity.failed"]),
  activity: z.string(),
  queue: z.string(),
  caseId: z.string().optional(),
  durationMs: z.number(),
});

/** A step that the application's technical log told of, with the time it was heard. */
export type Step = z.output<typeof lineSchema> & { readonly atMs: number };

/** Listens to the technical log, which knows each step's case and duration without the application being asked. */
export const createStepListener = () => {
  const steps: Step[] = [];
  const waiting = new Set<() => void>();
  let rest = "";
  return {
    steps,
    hear: (text: string): void => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const parsed = lineSchema.safeParse(jsonOf(line));
        if (parsed.success) steps.push({ ...parsed.data, atMs: performance.now() });
      }
      for (const look of waiting) look();
    },
    /** Resolves with the first step that fits. */
    until: (fits: (step: Step) => boolean, timeoutMs: number): Promise<Step> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error("A step that was waited for never came."));
        }, timeoutMs);
        const look = (): void => {
          const found = steps.find(fits);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
};

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
