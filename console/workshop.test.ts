import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { storeCase } from "../api/test-support/a-household.js";
import { screens } from "./test-support/console-browser.js";
import { useRealConsole, type SignedIn } from "./test-support/real-console.js";

const source = "Riktlinjer för ekonomiskt bistånd, Exempelköpings socialnämnd 2025-10-22 § 91";

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const bar = (page: Page) => page.getByLabel("Nästa steg");
const step = (page: Page, title: string) => page.locator(".way-step").filter({ hasText: title });

/** Begins a change of the overlay from January on, without a mouse. */
const begin = async ({ page, open }: SignedIn, month = "01"): Promise<void> => {
  await open("/regler/andringar");
  await button(page, "Ny ändring").press("Enter");
  await dialog(page, "Ny ändring").waitFor();
  await page.keyboard.type("Högre tak för hyra");
  await press(page, "Tab");
  await page.keyboard.type(source);
  await page.getByLabel("Gäller från år").selectOption("2026");
  await page.getByLabel("Gäller från månad").selectOption(month);
  await press(page, "Control+Enter");
  await page.getByRole("heading", { level: 1, name: /Högre tak för hyra/ }).waitFor();
};

const rentFor = (page: Page, household: string) => button(page, new RegExp(`^Hyra, Högst för ${household}`));

/** Types a figure in a cell, as in a spreadsheet. */
const write = async (page: Page, household: string, kronor: string): Promise<void> => {
  await rentFor(page, household).focus();
  await page.keyboard.type(kronor);
  await press(page, "Enter");
};
const saved = async (page: Page): Promise<void> => {
  await press(page, "Control+Enter");
  await page.getByText("är inte sparad").waitFor({ state: "detached" });
};

describe("the workshop of the rules, against the api itself", () => {
  const console = useRealConsole();

  test("takes a new rent cap from the first key to effect: a proof that fails, another's approval, and the minute", async () => {
    const { api, signIn } = console();
    await storeCase(api.store, { reference: "T-1" });
    const author = await signIn(["administrator"]);
    const { page } = author;
    await begin(author);

    await write(page, "högst 2 vuxna, inga barn", "9000");
    await page.getByText("7 500 kr → 9000 kr från januari 2026").waitFor();
    expect(await author.violations()).toEqual([]);
    await saved(page);
    await page.getByRole("heading", { name: "Bevisen håller inte" }).waitFor();
    await page.getByText("Det här faller emellan:").first().waitFor();
    await page
      .getByText(/2 vuxna, 1 barn som söker hyra/)
      .first()
      .waitFor();
    expect(await author.violations()).toEqual([]);

    await page.getByRole("link", { name: "Ändra", exact: true }).press("Enter");
    await write(page, "högst 2 vuxna, inga barn", "7 900");
    await saved(page);
    await page.getByText("Utkast", { exact: true }).first().waitFor();
    await step(page, "Bevis").getByText("Ingen lucka").waitFor();

    await press(page, "Control+Enter");
    await page.getByText(/exempel blev som väntat/).waitFor();
    await press(page, "Control+Enter");
    await page.getByRole("heading", { name: /Om reglerna hade gällt/ }).waitFor();
    expect(await author.violations()).toEqual([]);
    await page.setViewportSize(screens.zoomed);
    expect(await author.overflow()).toBeLessThanOrEqual(0);
    await page.setViewportSize(screens.desktop);
    await press(page, "Control+Enter");
    await bar(page).getByText("Den som skrev ändringen kan inte själv godkänna den.").waitFor();
    expect(await bar(page).getByRole("button", { name: "Godkänn" }).count()).toBe(0);

    const other = await signIn(["administrator"]);
    await other.open("/regler/andringar");
    await other.page.getByRole("link", { name: "Högre tak för hyra" }).press("Enter");
    await bar(other.page).getByRole("button", { name: "Godkänn" }).waitFor();
    await press(other.page, "Control+Enter");
    await dialog(other.page, "Godkänn ändringen?").getByText("7 900 kr").first().waitFor();
    expect(await other.violations()).toEqual([]);
    await press(other.page, "Control+Enter");
    await bar(other.page).getByRole("button", { name: "Publicera …" }).press("Enter");
    await dialog(other.page, "Publicera ändringen?").getByText("Ange protokollet").waitFor();
    await press(other.page, "Control+Enter");
    await other.page.getByText("Skriv paragrafen som § 118.").waitFor();
    expect(await other.violations()).toEqual([]);
    await other.page.getByRole("spinbutton").first().focus();
    await other.page.keyboard.type("20251022");
    await other.page.getByLabel("Paragraf").fill("§ 91");
    await press(other.page, "Control+Enter");
    await other.page.getByText("Publicerad. Ändringen är bunden").waitFor();
    await other.page.getByRole("heading", { name: /Ärenden som inte är beslutade/ }).waitFor();
    expect(await other.violations()).toEqual([]);

    const cap = (where: Page) => where.locator("tr").filter({ hasText: "högst 2 vuxna, inga barn" }).first();
    await other.open("/regler?month=2026-01");
    await other.page.getByText("7 900").first().waitFor();
    await other.open("/regler?month=2025-12");
    await other.page.locator("main table").first().waitFor();
    expect(await other.page.getByText("7 900").count()).toBe(0);
    expect(await cap(other.page).count()).toBeGreaterThanOrEqual(0);
    expect(await api.events("rule.published")).toHaveLength(1);
  });
});
