import { z } from "zod";
import { instantSchema } from "../../contracts/dates.js";
import { simulatorLogins } from "../../simulators/logins.js";
import { startMunicipality, type Municipality } from "../../simulators/municipality.js";
import { createAgenciesPortal } from "../agencies/portal.js";
import { createCaseSystemPortal } from "../case-system/portal.js";
import type { BrowserHost } from "../core/browser.js";
import type { Credentials } from "../core/session.js";
import { createEServicePortal } from "../e-service/portal.js";
import { createRegisterPortal } from "../register/portal.js";
import { testBrowser } from "./browser.js";

/** A fault as the simulated municipality's control interface takes it. */
export type ArmedFault = {
  readonly system: "e-service" | "agencies" | "register" | "case-system";
  readonly kind: string;
  readonly page?: string;
  readonly times?: number;
  readonly skip?: number;
};

/** The bots' accounts in the simulated municipality. */
export const accounts = {
  eService: { userName: simulatorLogins.eService.user, password: simulatorLogins.eService.password },
  agencies: { userName: simulatorLogins.agencies.user, password: simulatorLogins.agencies.oneTimeCode },
  register: { userName: simulatorLogins.register.user, password: simulatorLogins.register.password },
  caseSystem: { userName: simulatorLogins.caseSystem.sign, password: simulatorLogins.caseSystem.password },
} as const satisfies Record<string, Credentials>;

/** A running municipality, a browser, and portals on request. */
export type TestTown = {
  readonly urls: Municipality["urls"];
  readonly browser: BrowserHost;
  /** Fresh portals without a session; other credentials or addresses where given. */
  portals(at?: {
    readonly credentials?: Credentials;
    readonly urls?: Municipality["urls"];
  }): ReturnType<typeof allPortals>;
  arm(fault: ArmedFault): Promise<void>;
  disarm(): Promise<void>;
  /** How often the armed faults have struck, which also counts requests that were cut off before they could be logged. */
  strikes(): Promise<number>;
  /** What has been written to the case system since the start. */
  written(): Promise<Readonly<Record<string, number>>>;
  /** How often each page of a system was asked for since the last call. */
  hits(): Promise<readonly { system: string; page: string; method: string }[]>;
  close(): Promise<void>;
};

/** The instant every reading of a test is stamped with. */
export const testInstant = instantSchema.parse("2025-10-27T08:00:00.000Z");

/** Long enough for a busy machine, short enough for the tests in which nothing ever comes. */
const timeouts = { navigationMs: 4000, stateMs: 1500, actionMs: 3000, answerMs: 4000, downloadMs: 4000 };

const allPortals = (
  browser: BrowserHost,
  { urls, credentials }: { urls: Municipality["urls"]; credentials?: Credentials },
) => {
  const common = { browser, now: () => testInstant, timeouts };
  const portals = {
    eService: createEServicePortal({
      ...common,
      baseUrl: urls.eService,
      credentials: credentials ?? accounts.eService,
    }),
    agencies: createAgenciesPortal({
      ...common,
      baseUrl: urls.agencies,
      credentials: credentials ?? accounts.agencies,
    }),
    register: createRegisterPortal({
      ...common,
      baseUrl: urls.register,
      credentials: credentials ?? accounts.register,
    }),
    caseSystem: createCaseSystemPortal({
      ...common,
      baseUrl: urls.caseSystem,
      credentials: credentials ?? accounts.caseSystem,
      ownMunicipality: "Exempelköping",
    }),
  };
  return { ...portals, closeAll: () => Promise.all(Object.values(portals).map((portal) => portal.close())) };
};

const tablesSchema = z.object({ counts: z.record(z.string(), z.number()) });
const faultsSchema = z.object({ faults: z.array(z.object({ hits: z.number() })) });
const requestsSchema = z.object({
  requests: z.array(z.object({ system: z.string(), page: z.string(), method: z.string() })),
});

const call = async (url: string, method: "GET" | "POST" | "DELETE", body?: unknown): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The control interface answered ${String(response.status)}: ${text}`);
  return text === "" ? undefined : JSON.parse(text);
};

/** Starts the municipality with some households on 27 October 2025, and a browser that reaches it and nothing else. */
export const startTestTown = async (
  households: readonly string[],
  more: { readonly origins?: readonly string[] } = {},
): Promise<TestTown> => {
  const municipality = await startMunicipality({ households, today: "2025-10-27" });
  const { urls } = municipality;
  const browser = testBrowser([urls.eService, urls.agencies, urls.register, urls.caseSystem, ...(more.origins ?? [])]);
  return {
    urls,
    browser,
    portals: (at = {}) => allPortals(browser, { urls, ...at }),
    arm: async (fault) => {
      await call(`${urls.control}/faults`, "POST", fault);
    },
    disarm: async () => {
      await call(`${urls.control}/faults`, "DELETE");
    },
    strikes: async () => {
      const { faults } = faultsSchema.parse(await call(`${urls.control}/faults`, "GET"));
      return faults.reduce((sum, { hits }) => sum + hits, 0);
    },
    written: async () => tablesSchema.parse(await call(`${urls.control}/tables`, "GET")).counts,
    hits: async () => {
      const { requests } = requestsSchema.parse(await call(`${urls.control}/requests`, "GET"));
      await call(`${urls.control}/requests`, "DELETE");
      return requests;
    },
    close: async () => {
      await browser.close();
      await municipality.close();
    },
  };
};
