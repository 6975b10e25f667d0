import type { Locator, Page, Request, Response } from "playwright";
import { Fault } from "../../contracts/faults.js";
import type { CapturedEvidence } from "../../contracts/readings/evidence.js";
import type { Egress } from "./egress.js";
import { capturePage } from "./evidence.js";
import { fetchDocument } from "./fetch-document.js";
import {
  detectState,
  isStopping,
  stoppingMessages,
  stoppingStates,
  type Marker,
  type StoppingState,
} from "./page-state.js";
import { passOnce } from "./pass-once.js";
import { retryAfterSeconds } from "./retry-after.js";
import type { Timeouts } from "./timeouts.js";

/** One logged-in page, and the only ways a portal's code moves it. Every method throws a `Fault`. */
export type Visit = {
  readonly page: Page;
  readonly timeouts: Timeouts;
  /** Opens an address of the portal. */
  goto(path: string): Promise<void>;
  /** Does what leads to a new page (a click on a link or a button) and waits for that page. */
  follow(control: Locator): Promise<void>;
  /**
   * Does what sends a form that must not be sent twice. A browser sends a form again by itself where a kept connection
   * was closed before the answer came, so this one is sent by our own client, once, and the browser gets the answer.
   */
  sendOnce(control: Locator): Promise<void>;
  /** The page's one state; throws for a stopping state, for none and for several. */
  state<State extends string>(markers: readonly Marker<State>[]): Promise<Exclude<State, StoppingState>>;
  capture(): Promise<readonly CapturedEvidence[]>;
  /** Fetches a document of the portal into memory. */
  fetch(path: string): Promise<Uint8Array>;
  /** Throws where the page has reached, or tried to reach, outside the portal. */
  checkEgress(): void;
};

const isNarrowed = <State extends string>(state: State): state is Exclude<State, StoppingState> => !isStopping(state);

/** Wraps a page whose context is guarded already. */
export const createVisit = (page: Page, options: { origin: string; egress: Egress; timeouts: Timeouts }): Visit => {
  const { origin, egress, timeouts } = options;
  let asked: Request | undefined;
  let answered: Response | undefined;
  let failed: (() => void) | undefined;
  const hasAsked = (): boolean => asked !== undefined;
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked = request;
  });
  page.on("requestfailed", (request) => {
    if (request === asked) failed?.();
  });
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) answered = response;
  });

  const checkEgress = (): void => {
    const blocked = egress.blockedHosts();
    if (blocked.length === 0) return;
    throw new Fault("PortalChanged", "The page tried to reach a host outside the portal. It was blocked.", {
      blockedHosts: blocked.length,
    });
  };

  const checkAnswer = async (): Promise<void> => {
    checkEgress();
    // After a redirect the last answer must be to the last question.
    if (answered === undefined || answered.request() !== asked)
      throw new Fault("PortalUnavailable", "The portal gave no answer.", { step: "navigation" });
    const status = answered.status();
    if (status === 429)
      throw new Fault("PortalThrottled", stoppingMessages.throttled, {
        retryAfterSeconds: retryAfterSeconds(answered.headers()),
      });
    if (status >= 500) throw new Fault("PortalUnavailable", "The portal answered with a server error.", { status });
    const broken = await answered.finished();
    if (broken !== null) throw new Fault("PortalUnavailable", "The portal's answer was cut off.", { status });
  };

  const navigate = async (act: () => Promise<unknown>): Promise<void> => {
    asked = undefined;
    answered = undefined;
    const cutOff = new Promise<never>((_, reject) => {
      failed = () => {
        reject(new Fault("PortalUnavailable", "The connection to the portal broke off.", { step: "navigation" }));
      };
    });
    const arrived = Promise.all([page.waitForEvent("domcontentloaded", { timeout: timeouts.navigationMs }), act()]);
    // Whichever comes second has nobody waiting for it.
    arrived.catch(() => undefined);
    cutOff.catch(() => undefined);
    try {
      await Promise.race([arrived, cutOff]);
    } catch (error) {
      checkEgress();
      if (!hasAsked() && !page.isClosed())
        throw new Fault("PortalChanged", "A control that leads to another page led nowhere.", { step: "navigation" });
      throw error;
    } finally {
      failed = undefined;
    }
    await checkAnswer();
  };

  return {
    page,
    timeouts,
    checkEgress,
    goto: (path) => navigate(() => page.goto(origin + path, { waitUntil: "commit", timeout: timeouts.navigationMs })),
    follow: (control) => navigate(() => control.click({ timeout: timeouts.actionMs })),
    sendOnce: async (control) => {
      const remove = await passOnce(page, { origin, timeoutMs: timeouts.navigationMs });
      try {
        await navigate(() => control.click({ timeout: timeouts.actionMs }));
      } finally {
        await remove();
      }
    },
    state: async (markers) => {
      const detected = await detectState(page, { markers, timeoutMs: timeouts.stateMs });
      checkEgress();
      if (!detected.known)
        throw new Fault("PortalChanged", "The page shows none of its known states, or several at once.", {
          seen: detected.seen.join(" ") || "none",
          status: answered?.status() ?? 0,
        });
      const { state } = detected;
      if (isStopping(state))
        throw new Fault(stoppingStates[state], stoppingMessages[state], {
          state,
          ...(state === "throttled" ? { retryAfterSeconds: retryAfterSeconds(answered?.headers()) } : {}),
        });
      if (!isNarrowed(state)) throw new Fault("InvariantBroken", "A stopping state was let through.");
      return state;
    },
    capture: () => capturePage(page, timeouts.actionMs),
    fetch: async (path) => {
      const url = new URL(path, origin);
      if (url.origin !== origin)
        throw new Fault("PortalChanged", "A document's address leads outside the portal. It was not fetched.");
      return fetchDocument(page, { url, timeoutMs: timeouts.downloadMs });
    },
  };
};
