import type { Locator, Page } from "playwright";
import type { FaultName } from "../../contracts/faults.js";
import { plainText } from "./swedish.js";

/**
 * How one state of a page is recognised. Every condition given must hold, and no other state may share them all.
 * Headings and alerts are read once for all states; `shows` costs a look of its own and is for what they cannot tell.
 */
export type Marker<State extends string> = {
  readonly state: State;
  /** Text of the visible first-level heading. */
  readonly heading?: string | RegExp;
  /** Text of a visible alert; `"none"`: there is no alert. */
  readonly alert?: string | RegExp;
  /** Something that is visible. */
  readonly shows?: (page: Page) => Locator;
};

/** What a page turned out to be. Not known covers none and several: either way we do not know what we look at. */
export type Detected<State extends string> =
  { readonly known: true; readonly state: State } | { readonly known: false; readonly seen: readonly State[] };

const visible = { visible: true } as const;
const mainHeading = (page: Page): Locator => page.getByRole("heading", { level: 1 }).filter(visible);
const alerts = (page: Page): Locator => page.getByRole("alert").filter(visible);

const says = (texts: readonly string[], wanted: string | RegExp | undefined): boolean =>
  wanted === undefined || texts.some((text) => (typeof wanted === "string" ? text === wanted : wanted.test(text)));

/** Which states the page is in now. Looked up together: reading in parallel is safe, writing is not. */
const statesNow = async <State extends string>(page: Page, markers: readonly Marker<State>[]): Promise<State[]> => {
  const [headingTexts, alertTexts] = (
    await Promise.all([mainHeading(page).allInnerTexts(), alerts(page).allInnerTexts()])
  ).map((texts) => texts.map(plainText));
  const likely = markers.filter(
    ({ heading, alert }) =>
      says(headingTexts ?? [], heading) &&
      (alert === "none" ? (alertTexts ?? []).length === 0 : says(alertTexts ?? [], alert)),
  );
  const shown = await Promise.all(
    likely.map(async ({ shows }) => shows === undefined || (await shows(page).filter(visible).count()) > 0),
  );
  return [...new Set(likely.filter((_, index) => shown[index] === true).map(({ state }) => state))];
};

const signOf = (page: Page, { shows, heading, alert }: Marker<string>): Locator => {
  if (shows !== undefined) return shows(page);
  if (alert !== undefined && alert !== "none") return alerts(page).filter({ hasText: alert });
  return heading === undefined ? mainHeading(page) : page.getByRole("heading", { level: 1, name: heading });
};

const waitForAny = async (page: Page, at: { markers: readonly Marker<string>[]; timeoutMs: number }): Promise<void> => {
  const [first, ...rest] = at.markers.map((marker) => signOf(page, marker));
  if (first === undefined) return;
  await rest
    .reduce((any, locator) => any.or(locator), first)
    .filter(visible)
    .first()
    .waitFor({ state: "visible", timeout: at.timeoutMs })
    .catch(() => undefined);
};

/**
 * Waits until the page shows at least one state and demands that it shows exactly one. A page that shows its result
 * and an error at once is as unknown as an empty one.
 */
export const detectState = async <State extends string>(
  page: Page,
  at: { markers: readonly Marker<State>[]; timeoutMs: number },
): Promise<Detected<State>> => {
  let seen = await statesNow(page, at.markers);
  if (seen.length === 0) await waitForAny(page, at);
  // Nothing yet, or a page that went from one state to the next between two looks: only what stays is believed.
  if (seen.length !== 1) seen = await statesNow(page, at.markers);
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
