/**
 * Lets something happen without waiting for it. Its errors are shown where its result is: a query keeps its own, and a
 * page that could not be reached draws its own error page.
 */
export const inBackground = (work: Promise<unknown>): void => {
  work.catch(() => undefined);
};
