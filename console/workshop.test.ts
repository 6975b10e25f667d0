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

const rentFor = (page: Page, household: string) => button(page, new RegExp(`^Hyra, Tak för ${household}`));

/** Types a figure in a cell, as in a spreadsheet. */
const write = async (page: Page, household: string, kronor: string): Promise<void> => {
  await rentFor(page, household).focus();
  await page.keyboard.type(kronor);
  await press(page, "Enter");
};
/** A figure with plain spaces between its thousands. */
const spaced = (text: string): string => text.replaceAll("\u00a0", " ");
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
      .getByText(/2 vuxna och 1 barn som söker hyra/)
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
    await page.getByText("Alla exempel", { exact: true }).click();
    await button(page, /^Visa spår/)
      .first()
      .press("Enter");
    await dialog(page, /^Så räknar utkastet/)
      .getByText(/^Vuxen|Normbelopp|riksnorm/i)
      .first()
      .waitFor();
    expect(await author.violations()).toEqual([]);
    await press(page, "Escape");
    await dialog(page, /^Så räknar utkastet/).waitFor({ state: "detached" });
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

    expect(await api.events("rule.published")).toHaveLength(1);

    await other.open("/regler/andringar");
    await other.page.getByText("att månaden börjar").waitFor();
    const inForce = other.page.getByRole("row").filter({ hasText: "22 oktober 2025 § 91" });
    await inForce.getByText("gäller", { exact: true }).waitFor();
    await inForce.getByText(/^Person 2,/).waitFor();
    await button(other.page, /^Gå tillbaka hit .* 1$/).press("Enter");
    await dialog(other.page, /^Gå tillbaka till version 1/).waitFor();
    await other.page.keyboard.type("Tillbaka till det tidigare taket");
    await press(other.page, "Tab");
    await other.page.keyboard.type(`${source}, återkallad`);
    await other.page.getByLabel("Gäller från år").selectOption("2026");
    await other.page.getByLabel("Gäller från månad").selectOption("03");
    await press(other.page, "Control+Enter");
    await other.page.getByRole("heading", { level: 1, name: /Tillbaka till det tidigare taket/ }).waitFor();
    await other.page.getByText("7 900 kr → 7 500 kr").waitFor();
  });

  test("tells the second of two who save at once, and keeps what both have written", async () => {
    const { signIn } = console();
    const first = await signIn(["administrator"]);
    const second = await signIn(["administrator"]);
    await begin(first);
    await second.page.goto(first.page.url());
    await second.page.getByRole("heading", { level: 1 }).waitFor();

    await write(first.page, "högst 1 vuxen, inga barn", "7 000");
    await write(first.page, "högst 2 vuxna, inga barn", "7 600");
    await saved(first.page);
    await write(second.page, "högst 2 vuxna, inga barn", "7 700");
    await write(second.page, "högst 2 vuxna, högst 1 barn", "8 700");
    // Taken up again after a reload, it was still written on what the first has changed since.
    await second.page.reload();
    await second.page.getByText("är inte sparad").waitFor();
    await press(second.page, "Control+Enter");
    const conflict = dialog(second.page, "Någon annan har sparat under tiden");
    await conflict.getByText(/^Person 1 sparade/).waitFor();
    const row = conflict.getByRole("row").filter({ hasText: "högst 2 vuxna, inga barn" });
    expect((await row.getByRole("cell").allInnerTexts()).map(spaced)).toEqual(["7 600 kr", "7 700 kr"]);
    expect(await second.violations()).toEqual([]);
    await button(second.page, "Läs in deras och fortsätt med mitt").press("Enter");
    await conflict.waitFor({ state: "detached" });
    await saved(second.page);

    await first.page.reload();
    const drafted = async (household: string) => spaced(await rentFor(first.page, household).innerText());
    await first.page.getByText("8 600 kr → 8 700 kr").waitFor();
    await first.page.getByRole("link", { name: "Ändra", exact: true }).press("Enter");
    expect(await drafted("högst 1 vuxen, inga barn")).toBe("7 000 kr");
    expect(await drafted("högst 2 vuxna, inga barn")).toBe("7 700 kr");
    expect(await drafted("högst 2 vuxna, högst 1 barn")).toBe("8 700 kr");
  });

  test("stops a rule at once by one person, lets only another review it, and says what an open reading costs", async () => {
    const { api, signIn } = console();
    await storeCase(api.store, { reference: "T-1" });
    const one = await signIn(["administrator"]);
    await one.open("/regler");
    await button(one.page, "Stoppa en regel …").press("Enter");
    await press(one.page, "Control+Enter");
    await one.page.getByText("Välj vilken regel som ska stoppas.").waitFor();
    await one.page.getByLabel("Regel", { exact: true }).selectOption({ label: "Jobbstimulans" });
    await one.page.getByLabel("Varför?").fill("Löner från oktober räknas dubbelt.");
    await press(one.page, "Control+Enter");
    await one.page.getByText("En annan person granskar det.").waitFor();
    expect(await button(one.page, /^Granska/).count()).toBe(0);
    expect(await api.events("rule.stopped")).toHaveLength(1);

    const other = await signIn(["team-lead"]);
    await other.open("/regler");
    await button(other.page, "Granska … Jobbstimulans").press("Enter");
    await dialog(other.page, /^Granska stoppet/).waitFor();
    await other.page.keyboard.type("Avskriften var rätt, läsningen av underlaget är lagad.");
    await other.page.getByLabel("Regeln", { exact: true }).selectOption("lifted");
    await press(other.page, "Control+Enter");
    await other.page.getByText("hävt", { exact: true }).waitFor();
    expect(await other.violations()).toEqual([]);

    await one.open("/regler/tolkningar");
    await button(one.page, /^Räkna på tolv månader .*[Bb]arn/)
      .first()
      .press("Enter");
    await one.page.getByText(/1 bedömningar, 0 hushållsmånader beror på valet/).waitFor();
    expect(await one.violations()).toEqual([]);
  });

  test("takes an authority's example over as one's own, and says which cell is no amount", async () => {
    const { api, signIn } = console();
    const { page, open, violations } = await signIn(["administrator"]);
    await open("/regler/exempel");
    await button(page, /^Kopiera …/)
      .first()
      .press("Enter");
    const form = dialog(page, "Eget exempel efter myndighetens");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Vår egen norm i maj");
    await form.getByLabel("Norm, kr").fill("tre tusen");
    await press(page, "Control+Enter");
    await form.getByText("Skriv beloppet i kronor, till exempel 7 900.").waitFor();
    expect(await violations()).toEqual([]);
    await form.getByLabel("Norm, kr").fill("3 330");
    await press(page, "Control+Enter");
    const row = page.getByRole("row").filter({ hasText: "Vår egen norm i maj" });
    await row.getByText("norm 3 330 kr").waitFor();
    expect(await row.getByText("påhittat").count()).toBe(1);
    expect(await api.events("rule-scenario.saved")).toHaveLength(1);
    // What every draft is tried on is not one person's to take away.
    await row.getByRole("button", { name: /^Ta bort/ }).press("Enter");
    await row.getByText(/ska tas bort, begärt av/).waitFor();
    expect(await row.getByRole("button", { name: /^Ta bort/ }).count()).toBe(0);
    const other = await signIn(["administrator"]);
    await other.open("/regler/exempel");
    const seen = other.page.getByRole("row").filter({ hasText: "Vår egen norm i maj" });
    await seen.getByRole("button", { name: /^Ta bort/ }).press("Enter");
    await seen.waitFor({ state: "detached" });
    expect(await api.events("rule-scenario.removed")).toHaveLength(1);
  });
});
