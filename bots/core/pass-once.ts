import type { Page, Route } from "playwright";

/**
 * Lets one form through and stops every later one. Chromium repeats a request, also a posted form, when the kept
 * connection it went out on is closed before any answer: seen as a record saved twice. Node's client does not repeat.
 * Returns what takes the fence away again.
 */
export const passOnce = async (
  page: Page,
  { origin, timeoutMs }: { origin: string; timeoutMs: number },
): Promise<() => Promise<void>> => {
  let sent = 0;
  let passing: Promise<void> = Promise.resolve();
  const pass = async (route: Route): Promise<void> => {
    try {
      const response = await route.fetch({ maxRedirects: 0, maxRetries: 0, timeout: timeoutMs });
      await route.fulfill({ response });
    } catch {
      // The page may be gone by now; then there is nobody to tell.
      await route.abort("connectionreset").catch(() => undefined);
    }
  };
  const handler = (route: Route): Promise<void> => {
    const request = route.request();
    // What only reads passes as always, and what leads elsewhere meets the fence around the portal.
    if (request.method() === "GET" || new URL(request.url()).origin !== origin) return route.fallback();
    sent += 1;
    if (sent > 1) return route.abort("blockedbyclient");
    passing = pass(route);
    return passing;
  };
  await page.route("**/*", handler);
  return async () => {
    // A form still held when the fence goes would be let through by the browser: a second time.
    await passing;
    await page.unroute("**/*", handler).catch(() => undefined);
  };
};
