import type { BrowserContext, Request } from "playwright";

/** What a page tried to reach outside its portal. Hosts only: a path or query could hold personal data. */
export type Egress = { readonly blockedHosts: () => readonly string[] };

/** `data:` and `blob:` stay inside the browser; `about:` is the empty page. */
const isLocal = (url: URL): boolean => ["data:", "blob:", "about:"].includes(url.protocol);

/**
 * Lets a context reach one origin. `route()` stops everything a page asks for itself, also in frames; it does not see
 * the later hops of a redirect, so those are noted when they start and refused by the browser's resolver rules. Where the
 * browser refuses such a hop before it is told of, what a page asked its own portal for fails on a name that was not
 * resolved; as the portal's own name was resolved for the page itself, that name is another's.
 */
export const guardEgress = async (context: BrowserContext, origin: string): Promise<Egress> => {
  const blocked = new Set<string>();
  const isAllowed = (address: string): boolean => {
    const url = new URL(address);
    if (isLocal(url) || url.origin === origin) return true;
    blocked.add(url.host === "" ? url.protocol : url.host);
    return false;
  };
  await context.route("**/*", async (route) => {
    if (isAllowed(route.request().url())) await route.continue();
    else await route.abort("blockedbyclient");
  });
  await context.routeWebSocket(/.*/, async (socket) => {
    blocked.add(new URL(socket.url()).host);
    await socket.close();
  });
  context.on("request", (request: Request) => {
    if (request.redirectedFrom() !== null) isAllowed(request.url());
  });
  context.on("requestfailed", (request) => {
    const isOther = request.failure()?.errorText.includes("ERR_NAME_NOT_RESOLVED") === true;
    if (isOther && !request.isNavigationRequest() && isAllowed(request.url())) blocked.add("unresolved");
  });
  return { blockedHosts: () => [...blocked] };
};
