import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { publicUrl, startTestApi, type TestApi } from "../../api/test-support/test-api.js";
import { findChromium } from "../../bots/core/chromium.js";
import type { Role } from "../../contracts/codes/roles.js";
import { buildConsole } from "./build-console.js";
import { screens, wcag } from "./console-browser.js";

/** Somebody who is signed in, with a browser of their own. */
export type SignedIn = {
  readonly page: Page;
  readonly staffId: string;
  readonly open: (path: string) => Promise<void>;
  /** What the accessibility checker finds, as text; empty where it finds nothing. */
  readonly violations: () => Promise<string[]>;
  /** How much wider the page is than its window. */
  readonly overflow: () => Promise<number>;
};

/** The console against the api itself, on an empty database. */
export type RealConsole = {
  readonly api: TestApi;
  readonly signIn: (roles: readonly Role[]) => Promise<SignedIn>;
};

/** Hands a browser's requests to the api in this process: no port is opened, and the addresses are the real ones. */
const connect = async (context: BrowserContext, api: TestApi, headers: Record<string, string>): Promise<void> => {
  await context.route(`${publicUrl}/**`, async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    // A line for live events is never finished, and says nothing that these tests wait for.
    if (pathname === "/api/events") {
      await route.fulfill({ status: 204 });
      return;
    }
    const payload = request.postDataBuffer();
    const answer = await api.app.inject({
      method: request.method() === "POST" ? "POST" : "GET",
      url: `${pathname}${search}`,
      headers: { ...request.headers(), ...headers },
      ...(payload === null ? {} : { payload }),
    });
    const sent = Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined || name === "content-length" ? [] : [[name, String(value)] as const],
    );
    await route.fulfill({
      status: answer.statusCode,
      headers: Object.fromEntries(sent),
      body: answer.rawPayload,
    });
  });
};

/** Builds the console once for a file of tests, and starts an api with an empty database for each. */
export const useRealConsole = (): (() => RealConsole) => {
  let browser: Browser;
  let built: Awaited<ReturnType<typeof buildConsole>>;
  let current: RealConsole;
  let contexts: BrowserContext[];
  let complaints: string[];

  beforeAll(async () => {
    built = await buildConsole();
    const { executablePath } = await findChromium({ chromiumPath: process.env["CHROMIUM_PATH"] ?? "" });
    browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  });
  afterAll(async () => {
    await browser.close();
    await built.remove();
  });
  beforeEach(async () => {
    contexts = [];
    complaints = [];
    const api = await startTestApi({ consoleDir: built.folder });
    current = {
      api,
      signIn: async (roles) => {
        const { staffId, headers } = await api.signIn(roles);
        const context = await browser.newContext({
          viewport: screens.desktop,
          locale: "sv-SE",
          reducedMotion: "reduce",
        });
        contexts.push(context);
        await connect(context, api, headers);
        const page = await context.newPage();
        page.on("pageerror", (error) => complaints.push(error.message));
        return {
          page,
          staffId,
          open: async (path) => {
            await page.goto(`${publicUrl}${path}`);
            await page.getByRole("heading", { level: 1 }).waitFor();
          },
          violations: async () => {
            const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
          },
          overflow: () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        };
      },
    };
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    await current.api.stop();
    expect(complaints).toEqual([]);
  });
  return () => current;
};
