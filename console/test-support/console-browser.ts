import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { findChromium } from "../../bots/core/chromium.js";
import { buildConsole } from "./build-console.js";
import { startFakeApi, type FakeApi } from "./fake-api.js";

/** The rules of WCAG 2.2 AA that pages are held against. */
export const wcag = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** A person's screen, and half of it: what is left at 200 % zoom. */
export const screens = { desktop: { width: 1440, height: 900 }, zoomed: { width: 720, height: 450 } } as const;

/** The console in a real browser against the api of fixtures, as a test sees it. */
export type ConsoleBrowser = {
  readonly page: Page;
  readonly api: FakeApi;
  readonly open: (path: string) => Promise<void>;
  /** What the accessibility checker finds, as text; empty where it finds nothing. */
  readonly violations: () => Promise<string[]>;
  /** How much wider the page is than its window. */
  readonly overflow: () => Promise<number>;
};

/** Builds the console once for a file of tests, and opens a page of its own for each. A test fails on any error of the page. */
export const useConsoleBrowser = (): (() => ConsoleBrowser) => {
  let browser: Browser;
  let built: Awaited<ReturnType<typeof buildConsole>>;
  let context: BrowserContext;
  let current: ConsoleBrowser;
  let complaints: string[];

  beforeAll(async () => {
    built = await buildConsole();
    const { executablePath } = await findChromium({ chromiumPath: process.env["CHROMIUM_PATH"] ?? "" });
    const isRoot = process.getuid?.() === 0;
    browser = await chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
  });
  afterAll(async () => {
    await browser.close();
    await built.remove();
  });
  beforeEach(async () => {
    const api = await startFakeApi(built.folder);
    // The accessibility checker opens a page of its own beside ours, which needs a named context.
    context = await browser.newContext({ viewport: screens.desktop, locale: "sv-SE", reducedMotion: "reduce" });
    const page = await context.newPage();
    complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    // A blocked style, script or request shows here: the content policy is the api's own.
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("status of 4")) complaints.push(message.text());
    });
    current = {
      page,
      api,
      open: async (path) => {
        await page.goto(`${api.address}${path}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.locator("main :is(table, .timeline, .decide, .state)").first().waitFor();
      },
      violations: async () => {
        const { violations: found } = await new AxeBuilder({ page }).withTags(wcag).analyze();
        return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      },
      overflow: () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    };
  });
  afterEach(async () => {
    await context.close();
    await current.api.close();
    expect(complaints).toEqual([]);
  });
  return () => current;
};
