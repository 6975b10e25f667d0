import type { BrowserContext } from "playwright";
import type { Instant } from "../../contracts/dates.js";
import { Fault, isFault } from "../../contracts/faults.js";
import { PortalFault } from "../../contracts/portal-fault.js";
import type { CapturedEvidence, Provenance, Reading } from "../../contracts/readings/evidence.js";
import type { BrowserHost } from "./browser.js";
import { guardEgress } from "./egress.js";
import { toFault } from "./faults.js";
import { defaultTimeouts, type Timeouts } from "./timeouts.js";
import { createVisit, type Visit } from "./visit.js";

/** The bot's own account at a portal. */
export type Credentials = { readonly userName: string; readonly password: string };

/** What every portal is built from. */
export type PortalDeps = {
  readonly browser: BrowserHost;
  /** Where the portal is, such as `http://127.0.0.1:4610`. Nothing outside its origin is reached. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** The time a reading is stamped with. */
  readonly now: () => Instant;
  readonly timeouts?: Partial<Timeouts>;
};

/** What a portal's code returns from a visit: the value and what it captured on the way. */
export type Seen<T> = { readonly value: T; readonly evidence: readonly CapturedEvidence[] };

/** One portal account's logged-in page, reused from reading to reading. */
export type Sessions = {
  readonly read: <T>(use: (visit: Visit) => Promise<Seen<T>>) => Promise<Reading<T>>;
  /** Ends the session and forgets that a login was refused: what comes next is a person's word that it is mended. */
  readonly close: () => Promise<void>;
};

type Open = { readonly context: BrowserContext; readonly visit: Visit };

/** Pictures of the portal's own trouble help a developer. Another person's page must not be kept. */
const mayBePictured = (fault: Fault): boolean =>
  ["PortalChanged", "AmbiguousMatch", "OutcomeUnknown"].includes(fault.name);

const mayStartOver = (fault: Fault): boolean =>
  fault.name === "SessionExpired" || fault.details["cause"] === "browser-gone";

/** A login that leads back to the login without a word is tried this many times in a row: more could lock the account. */
const maxLedBack = 2;

/**
 * Opens sessions for one account and hands them out one reading at a time. An expired session or a crashed page is
 * replaced and the reading starts over from its beginning, once. Refused or locked credentials are never tried again
 * until the sessions have been closed: repeated tries lock accounts.
 */
export const createSessions = (
  deps: PortalDeps,
  portal: {
    readonly name: Provenance["portal"];
    readonly botVersion: string;
    /** From a blank page to logged in; throws a `Fault` where that fails. */
    readonly logIn: (visit: Visit, credentials: Credentials) => Promise<void>;
    /** The portal asks for the login through the browser (HTTP basic). */
    readonly usesBasicLogin?: true;
  },
): Sessions => {
  const { origin } = new URL(deps.baseUrl);
  const timeouts = { ...defaultTimeouts, ...deps.timeouts };
  let open: Open | undefined;
  let refused: Fault | undefined;
  let ledBack = 0;

  const drop = async (): Promise<void> => {
    const { context } = open ?? {};
    open = undefined;
    await context?.close().catch(() => undefined);
  };

  const session = async (): Promise<Open> => {
    if (open !== undefined) return open;
    const { userName: username, password } = deps.credentials;
    const context = await deps.browser.newContext(
      portal.usesBasicLogin === true ? { origin, username, password } : undefined,
    );
    try {
      const egress = await guardEgress(context, origin);
      const page = await context.newPage();
      page.setDefaultTimeout(timeouts.actionMs);
      context.on("page", (popup) => {
        if (popup !== page) void popup.close().catch(() => undefined);
      });
      open = { context, visit: createVisit(page, { origin, egress, timeouts }) };
      return open;
    } catch (error) {
      await context.close().catch(() => undefined);
      throw error;
    }
  };

  const picture = async (fault: Fault): Promise<Fault> => {
    if (!mayBePictured(fault) || open === undefined || fault instanceof PortalFault) return fault;
    const evidence = await open.visit.capture().catch(() => []);
    const pictured = new PortalFault(fault.name, fault.message, { details: fault.details, evidence });
    if (fault.stack !== undefined) pictured.stack = fault.stack;
    return pictured;
  };

  const logIn = async (visit: Visit): Promise<void> => {
    try {
      await portal.logIn(visit, deps.credentials);
      ledBack = 0;
    } catch (error) {
      if (!isFault(error) || error.name !== "SessionExpired") throw error;
      ledBack += 1;
      if (ledBack < maxLedBack) throw error;
      throw new Fault("CredentialRejected", "Every login led back to the login. It is not tried again.", {
        times: ledBack,
      });
    }
  };

  const attempt = async <T>(use: (visit: Visit) => Promise<Seen<T>>): Promise<Seen<T>> => {
    const isFresh = open === undefined;
    const { visit } = await session();
    if (isFresh) await logIn(visit);
    const seen = await use(visit);
    visit.checkEgress();
    return seen;
  };

  const attemptTwice = async <T>(use: (visit: Visit) => Promise<Seen<T>>): Promise<Seen<T>> => {
    if (refused !== undefined) throw refused;
    for (let left = 1; ; left -= 1) {
      try {
        return await attempt(use);
      } catch (error) {
        const fault = await picture(toFault(error));
        await drop();
        if (fault.name === "AccountLocked" || fault.name === "CredentialRejected") refused = fault;
        if (left === 0 || !mayStartOver(fault)) throw fault;
      }
    }
  };

  return {
    read: (use) =>
      deps.browser.lease(`${origin} ${deps.credentials.userName}`, async () => {
        const { value, evidence } = await attemptTwice(use);
        return {
          value,
          evidence,
          provenance: { portal: portal.name, botVersion: portal.botVersion, readAt: deps.now() },
        };
      }),
    close: () =>
      deps.browser.lease(`${origin} ${deps.credentials.userName}`, async () => {
        refused = undefined;
        ledBack = 0;
        await drop();
      }),
  };
};
