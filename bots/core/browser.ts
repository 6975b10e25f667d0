import { chromium, type Browser, type BrowserContext } from "playwright";
import { Fault } from "../../contracts/faults.js";
import { findChromium, type ChromiumSearch } from "./chromium.js";
import { createLeases, type Leases } from "./lease.js";

/** A user name and password asked for by the browser itself (HTTP basic), given to one origin only. */
export type BasicLogin = { readonly origin: string; readonly username: string; readonly password: string };

/** One browser process that all portals of a worker share. */
export type BrowserHost = {
  /** A context with no memory of any other; `basic` answers the browser's own login question for one origin. */
  newContext(basic?: BasicLogin): Promise<BrowserContext>;
  /** One reading at a time for each portal account. */
  readonly lease: Leases;
  close(): Promise<void>;
};

export type BrowserHostOptions = ChromiumSearch & {
  /** The origins of every portal this browser may reach; all other names fail to resolve. */
  readonly origins: readonly string[];
};

const launchTimeoutMs = 30_000;

/**
 * A second fence under `route()`: it holds for redirects, sockets, prefetch and whatever else never passes a route
 * handler. The first rule that matches wins, so each allowed host and port maps to itself and the rest to nowhere.
 */
const resolverRules = (origins: readonly string[]): string => {
  const allowed = origins.map((origin) => {
    const { hostname, port, protocol } = new URL(origin);
    const host = `${hostname}:${port === "" ? (protocol === "https:" ? "443" : "80") : port}`;
    return `MAP ${host} ${host}`;
  });
  return [...allowed, "MAP * ~NOTFOUND"].join(", ");
};

const flags = (origins: readonly string[]): string[] => [
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--disable-default-apps",
  "--disable-extensions",
  "--dns-prefetch-disable",
  "--no-pings",
  "--no-proxy-server",
  `--host-resolver-rules=${resolverRules(origins)}`,
];

const launch = async (options: BrowserHostOptions): Promise<Browser> => {
  const { executablePath } = await findChromium(options);
  return chromium.launch({
    executablePath,
    headless: true,
    timeout: launchTimeoutMs,
    args: flags(options.origins),
    // Playwright turns the sandbox off unless told otherwise. Chromium refuses to start its sandbox as root,
    // so it is off there only; run the worker as an ordinary user in production.
    chromiumSandbox: process.getuid?.() !== 0,
    // The browser shows strangers' pages: it gets none of the worker's environment, where secrets may be.
    env: { TZ: "Europe/Stockholm", LANG: "sv_SE.UTF-8" },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
};

/** Starts the browser on first use, and again if its process has died. Throws `ChromiumMissing` then, not here. */
export const createBrowserHost = (options: BrowserHostOptions): BrowserHost => {
  let running: Promise<Browser> | undefined;
  let closed = false;

  const browser = async (): Promise<Browser> => {
    if (closed) throw new Fault("PortalUnavailable", "The browser is being stopped.", { cause: "browser-gone" });
    const asked = (running ??= launch(options));
    try {
      const instance = await asked;
      if (instance.isConnected()) return instance;
    } catch (error) {
      if (running === asked) running = undefined;
      throw error;
    }
    if (running === asked) running = launch(options);
    return running;
  };

  return {
    lease: createLeases(),
    newContext: async (basic) => {
      const instance = await browser();
      return instance.newContext({
        locale: "sv-SE",
        timezoneId: "Europe/Stockholm",
        serviceWorkers: "block",
        acceptDownloads: false,
        viewport: { width: 1280, height: 900 },
        ...(basic === undefined ? {} : { httpCredentials: basic }),
      });
    },
    close: async () => {
      closed = true;
      const current = await running?.catch(() => undefined);
      await current?.close();
    },
  };
};
