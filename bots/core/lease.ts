/** Runs one task at a time for each key, in the order asked. */
export type Leases = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/**
 * A portal account may be used by one reading at a time: two at once would share the portal's idea of which person
 * is open, and one would read the other's page.
 */
export const createLeases = (): Leases => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
};
