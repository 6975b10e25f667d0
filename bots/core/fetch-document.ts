import { errors, type APIResponse, type Page } from "playwright";
import { Fault } from "../../contracts/faults.js";
import { stoppingMessages } from "./page-state.js";
import { retryAfterSeconds } from "./retry-after.js";

const maxBytes = 25 * 1024 * 1024;

/** A redirect within the portal leads to its login; any other is not followed either. */
const redirected = (response: APIResponse, url: URL): Fault => {
  const target = new URL(response.headers()["location"] ?? "", url);
  return target.origin === url.origin
    ? new Fault("SessionExpired", stoppingMessages.login)
    : new Fault("PortalChanged", "A document's address led on to a host outside the portal. It was not followed.");
};

const refusalOf = (response: APIResponse, url: URL): Fault | undefined => {
  const status = response.status();
  if (status === 200) return undefined;
  if (status >= 300 && status < 400) return redirected(response, url);
  if (status === 429)
    return new Fault("PortalThrottled", stoppingMessages.throttled, {
      retryAfterSeconds: retryAfterSeconds(response.headers()),
    });
  return status >= 500
    ? new Fault("PortalUnavailable", "The portal could not hand over a document.", { status })
    : new Fault("PortalChanged", "A document was not where the page said.", { status });
};

/** Fetches a document with the session's cookies into memory, never to a file. Throws a `Fault`. */
export const fetchDocument = async (page: Page, at: { url: URL; timeoutMs: number }): Promise<Uint8Array> => {
  try {
    const response = await page.request.get(at.url.href, { maxRedirects: 0, timeout: at.timeoutMs });
    const refusal = refusalOf(response, at.url);
    if (refusal !== undefined) throw refusal;
    const bytes = new Uint8Array(await response.body());
    if (bytes.length > maxBytes) throw new Fault("DocumentRefused", "A document is larger than we take.", { maxBytes });
    return bytes;
  } catch (error) {
    if (error instanceof Fault || error instanceof errors.TimeoutError) throw error;
    throw new Fault("PortalUnavailable", "A document broke off while it was fetched.");
  }
};
