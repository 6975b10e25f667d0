import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Role } from "../contracts/codes/roles.js";
import { ids } from "./test-support/case-fixture.js";
import { useConsoleBrowser } from "./test-support/console-browser.js";
import { changeIds } from "./test-support/workshop-fixture.js";
import { keyGroups, type KeyPage } from "./texts/keys.js";
import { placeKeys } from "./features/shell/home-of.js";

const timeline = `/granskning/${ids.ready}`;

describe("the pages of auditor, administrator and manager", () => {
  const browser = useConsoleBrowser();
  const visit = async (path: string): Promise<void> => {
    const { page, api } = browser();
    await page.goto(`${api.address}${path}`);
    await page.locator("main :is(table, .timeline, form, .decide)").first().waitFor();
  };

  describe("the keyboard map", () => {
    const pages: readonly (readonly [KeyPage | undefined, Role, string])[] = [
      ["queue", "caseworker", "/arenden"],
      [undefined, "team-lead", "/manaden"],
      ["case", "caseworker", `/arenden/${ids.ready}`],
      ["decide", "caseworker", `/arenden/${ids.referred}?write=true`],
      ["rules", "administrator", "/regler"],
      ["workshop", "administrator", "/regler/andringar"],
      ["change", "administrator", `/regler/andringar/${changeIds.rehearsed}`],
      ["audit", "auditor", "/granskning"],
      ["audit", "auditor", "/granskning/logg"],
      ["audit", "auditor", "/granskning/fragor"],
      ["audit", "auditor", "/granskning/stickprov"],
      ["audit", "auditor", timeline],
      ["audit", "auditor", "/granskning/visat/6"],
    ];
    const linesOf = (page: KeyPage | undefined): string[] =>
      keyGroups
        .filter((group) => group.page === undefined || group.page === page)
        .flatMap(({ lines }) => lines.flatMap(({ press }) => (press === undefined ? [] : [press])));

    test.each(pages)("lists what %s listens for as %s on %s, and nothing else", async (group, role, path) => {
      const { page, api } = browser();
      api.roles = [role];
      await visit(path);
      const isMine = (press: string): boolean =>
        (press !== "/" && !Object.values(placeKeys).includes(press)) || registered.includes(press);
      const registered = z
        .array(z.string())
        .parse(JSON.parse((await page.locator("html").getAttribute("data-shortcuts")) ?? "[]"));
      expect(registered).toEqual([...new Set(linesOf(group))].filter(isMine).toSorted());
      // And what it shows is what the person can press.
      await page.getByRole("heading", { level: 1 }).focus();
      await page.keyboard.press("?");
      const shown = (await page.getByRole("dialog").locator("dt").allInnerTexts()).map((keys) =>
        keys.replace(/\s/g, ""),
      );
      for (const [place, press] of Object.entries(placeKeys))
        expect(shown.includes(press.replace(" ", "")), place).toBe(registered.includes(press));
    });

    test("is told to assistive technology on the buttons that do the same", async () => {
      const { page } = browser();
      await visit(`/arenden/${ids.ready}`);
      const keysOf = (name: RegExp) =>
        page.getByLabel("Beslut", { exact: true }).getByRole("button", { name }).getAttribute("aria-keyshortcuts");
      expect(await Promise.all([/^Bevilja/, /^Utred vidare/, /^Ändra/].map(keysOf))).toEqual([
        "Control+Enter",
        "u",
        "b",
      ]);
    });

    test("leads with two keys to another page, and does nothing while somebody types", async () => {
      const { page, api } = browser();
      api.roles = ["auditor"];
      await visit("/granskning");
      await page.getByLabel("Ärendenummer").fill("");
      await page.keyboard.type("2gr");
      expect(new URL(page.url()).pathname).toBe("/granskning");
      await page.getByRole("heading", { level: 1 }).focus();
      await page.keyboard.press("2");
      await page.waitForURL(/\/granskning\/logg/);
      await page.keyboard.press("g");
      await page.keyboard.press("r");
      await page.waitForURL(/\/regler/);
    });
  });

  test("narrow the log by what is filled in, and keep it in the address", async () => {
    const { page, api } = browser();
    api.roles = ["auditor"];
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await visit("/granskning/logg");
    await page.getByLabel("Händelse").selectOption({ label: "Beslut fattades" });
    await page.getByLabel("Ärendenummer").fill("2511-0412");
    // Nothing is asked while it is filled in: every search is an event.
    expect(asked.filter((url) => url.includes("action="))).toEqual([]);
    await page.getByRole("button", { name: "Sök", exact: true }).click();
    await page.waitForURL(/action=decision\.recorded/);
    expect(asked.filter((url) => url.includes("/api/audit/log?action=decision.recorded&case=2511-0412"))).toHaveLength(
      1,
    );
    await page.getByLabel("Ärendenummer").fill("19890315-2398");
    await page.getByRole("button", { name: "Sök", exact: true }).click();
    await page.getByText("Skriv hela ärendenumret").waitFor();
    expect(asked.some((url) => url.includes("19890315"))).toBe(false);
  });

  test("show what a decider saw, and the way to the proof of an event", async () => {
    const { page, api } = browser();
    api.roles = ["auditor"];
    await visit(`${timeline}?event=6`);
    await page.getByRole("button", { name: "Visa bevisväg" }).click();
    await page.getByText("6 steg leder till loggens slutvärde").waitFor();
    await page.getByRole("link", { name: "Visa det som beslutsfattaren såg" }).click();
    await page.getByText("Stämmer med stämpeln i beslutet").waitFor();
    expect(await page.getByRole("row", { name: /Hyra/ }).count()).toBe(1);
  });

  test("copy a figure together with where it is read", async () => {
    const { page, api } = browser();
    api.roles = ["administrator"];
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await visit("/regler");
    await page.getByRole("button", { name: "Kopiera med källa: Ensamstående vuxen" }).click();
    await page.getByText("Kopierat: Ensamstående vuxen").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "Ensamstående vuxen: 3 910 kr. Källa: 12 kap. 2 § socialtjänstförordningen (2025:468). Gäller från 1 januari 2025 till 31 december 2025",
    );
  });

  test("show two months of a table side by side, chosen by keyboard", async () => {
    const { page, api } = browser();
    api.roles = ["administrator"];
    await visit("/regler");
    await page.getByLabel("Jämför med år").selectOption("2024");
    await page.getByLabel("Jämför med månad").selectOption("11");
    const row = page.getByRole("row", { name: /Ensamstående vuxen/ });
    await row.getByText("+70").waitFor();
    expect(await row.getByText("3 840").count()).toBe(1);
  });

  test("lead from each step of the month to its cases, by keyboard", async () => {
    const { page, api } = browser();
    api.roles = ["team-lead"];
    await visit("/manaden");
    await page.getByRole("link", { name: "Hos handläggare: 2 ärenden" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/arenden\?tab=attention/);
    await visit("/manaden");
    await page.getByRole("link", { name: "Hämtar uppgifter: 1 ärenden" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/step=gathering/);
  });

  test.each([
    ["a timeline", "auditor", timeline, ["Beslutsbrevet skickat", "ingår"]],
    ["a saved question", "auditor", "/granskning/fragor?question=time-on-screen", ["0 min 14 s"]],
    ["the rules", "administrator", "/regler", ["Delegationsordning", "2024-11-20 § 119", "3 910"]],
    ["the month", "team-lead", "/manaden", ["Robotens konto är låst", "2511-0412"]],
    ["what a decider saw", "auditor", "/granskning/visat/6", ["Stämmer med stämpeln i beslutet"]],
  ] as const)("print %s whole and without controls", async (_, role, path, kept) => {
    const { page, api } = browser();
    api.roles = [role];
    await visit(path);
    for (const words of kept) await page.getByText(words).first().waitFor();
    await page.emulateMedia({ media: "print" });
    for (const words of kept) expect(await page.getByText(words).first().isVisible(), words).toBe(true);
    expect(await page.getByRole("button", { name: "Skriv ut" }).isVisible()).toBe(false);
    expect(await page.getByRole("navigation", { name: "Huvudmeny" }).isVisible()).toBe(false);
    expect(await page.locator("main .button:visible, main form:visible, main .copy:visible").count()).toBe(0);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });
});
