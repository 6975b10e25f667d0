import type { Locator, Page } from "playwright";
import type { FaultName } from "../../contracts/faults.js";

/** How one state of a page is recognised: something visible that no other state shows. */
export type Marker<State extends string> = { readonly state: State; readonly at: (page: Page) => Locator };

/** What a page turned out to be. Not known covers none and several: either way we do not know what we look at. */
export type Detected<State extends string> =
  { readonly known: true; readonly state: State } | { readonly known: false; readonly seen: readonly State[] };

/** Which markers are visible now. Looked up together: reading in parallel is safe, writing is not. */
const visibleStates = async <State extends string>(page: Page, markers: readonly Marker<State>[]): Promise<State[]> => {
  const counts = await Promise.all(markers.map(({ at }) => at(page).filter({ visible: true }).count()));
  const visible = markers.filter((_, index) => (counts[index] ?? 0) > 0).map(({ state }) => state);
  return [...new Set(visible)];
};

const waitForAny = async (
  page: Page,
  { markers, timeoutMs }: { markers: readonly Marker<string>[]; timeoutMs: number },
) => {
  const [first, ...rest] = markers.map(({ at }) => at(page));
  if (first === undefined) return;
  await rest
    .reduce((any, locator) => any.or(locator), first)
    .filter({ visible: true })
    .first()
    .waitFor({ state: "visible", timeout: timeoutMs })
    .catch(() => undefined);
};

/**
 * Waits until the page shows at least one state and demands that it shows exactly one. A page that shows its result
 * and an error at once is as unknown as an empty one.
 */
export const detectState = async <State extends string>(
  page: Page,
  { markers, timeoutMs }: { markers: readonly Marker<State>[]; timeoutMs: number },
): Promise<Detected<State>> => {
  let seen = await visibleStates(page, markers);
  if (seen.length === 0) {
    await waitForAny(page, { markers, timeoutMs });
    seen = await visibleStates(page, markers);
  }
  const [state, ...others] = seen;
  return state !== undefined && others.length === 0 ? { known: true, state } : { known: false, seen };
};

/** States that answer no question, and what each of them means to the machinery. */
export const stoppingStates = {
  login: "SessionExpired",
  maintenance: "PortalUnavailable",
  "server-error": "PortalUnavailable",
  throttled: "PortalThrottled",
  captcha: "PortalChanged",
  terms: "PortalChanged",
  locked: "AccountLocked",
  rejected: "CredentialRejected",
  "several-hits": "AmbiguousMatch",
} as const satisfies Record<string, FaultName>;
export type StoppingState = keyof typeof stoppingStates;

/** Whether a state stops the reading. */
export const isStopping = (state: string): state is StoppingState => Object.hasOwn(stoppingStates, state);

/** What to do about each stopping state, in words that are safe to show. */
export const stoppingMessages: Readonly<Record<StoppingState, string>> = {
  login: "The portal asked us to log in again in the middle of a reading.",
  maintenance: "The portal says that it is closed for maintenance.",
  "server-error": "The portal showed its own error page.",
  throttled: "The portal asked us to slow down.",
  captcha: "The portal asked for proof of a human. Bots never answer it; a person must look at the account.",
  terms: "The portal asks for new terms to be accepted. A person must read and accept them.",
  locked: "The portal says that the bot's account is locked. A person must unlock it.",
  rejected: "The portal refused the bot's user name or password. A person must check them.",
  "several-hits": "The portal found more than one match. None was opened; a person must choose.",
};
