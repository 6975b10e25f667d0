import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../bots/core/chromium.js";
import type { CaseProgress } from "../../cli/serve/month-status.js";
import type { Reason } from "../../contracts/codes/reasons.js";
import { until } from "../../platform/until.js";
import { openTown, type Town } from "./town.js";

/**
 * The desk on everything that is behind it, driven as a caseworker drives it: nothing here talks to the api by itself.
 * Households: 01 a simple renewal, 16 a rent above the guideline, 18 somebody else's payslip, 23 a surplus.
 */
describe("a caseworker at the desk, with the whole town behind it", () => {
  const households = ["01", "16", "18", "23"];
  let town: Town;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    town = await openTown(households);
    const { executablePath } = await findChromium({ chromiumPath: process.env["CHROMIUM_PATH"] ?? "" });
    browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "sv-SE", reducedMotion: "reduce" });
    page.setDefaultTimeout(20_000);
    const isReadOn = async (): Promise<boolean> => {
      const states = (await town.status()).map(({ state }) => state);
      return states.length === households.length && states.every((state) => ["prefilled", "referred"].includes(state));
    };
    if (!(await until(isReadOn, 120_000))) throw new Error("The households were never all assessed.");
    await page.goto(town.publicUrl);
    await page.getByRole("button", { name: /Amina/ }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ärenden" }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await town.close();
  });

  const caseWith = async (reason: Reason | undefined): Promise<CaseProgress> => {
    const found = (await town.status()).find(({ state, reasons }) =>
      reason === undefined ? state === "prefilled" : reasons.includes(reason),
    );
    if (found === undefined) throw new Error(`No case has ${reason ?? "no reasons"}.`);
    return found;
  };
  const nowOf = async ({ number }: CaseProgress): Promise<CaseProgress | undefined> =>
    (await town.status()).find((one) => one.number === number);
  const becomes = (one: CaseProgress, state: string) =>
    expect.poll(async () => (await nowOf(one))?.state, { timeout: 40_000 }).toBe(state);
  const actionsOf = async ({ number }: CaseProgress): Promise<string[]> =>
    (await town.show(number)).events.map(({ action }) => action);
  const logs = (one: CaseProgress, action: string) =>
    expect.poll(() => actionsOf(one), { timeout: 40_000 }).toContain(action);

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const open = async ({ number }: CaseProgress, tab: "ready" | "attention" | "waiting"): Promise<void> => {
    await page.goto(`${town.publicUrl}/arenden?tab=${tab}`);
    await page.getByRole("link", { name: number }).press("Enter");
    await page.getByRole("heading", { name: "Beräkning" }).waitFor();
  };
  const choose = async (title: string): Promise<void> => {
    await press("u");
    const steps = page.getByRole("dialog", { name: "Utred vidare" });
    const number = await steps.getByRole("button", { name: title }).getAttribute("aria-keyshortcuts");
    await press(number ?? "");
    await page.getByRole("dialog", { name: title }).waitFor();
  };
  const send = async (): Promise<void> => {
    await press("Control+Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor({ state: "detached" }).catch(async () => {
      throw new Error(`The dialog stayed: ${await dialog.innerText()}`);
    });
  };
  /** Notes an oral answer to what the page says that the applicant was sent. */
  const noteAnswer = async (text: string): Promise<void> => {
    await page.getByRole("button", { name: "Anteckna svar …" }).first().press("Enter");
    await page.getByRole("dialog", { name: "Anteckna ett svar" }).waitFor();
    await page.getByLabel("Vad svarade den sökande?").fill(text);
    await send();
  };

  it("asks for what is missing, notes the answer, and sees the case assessed anew", async () => {
    const one = await caseWith("document-mismatch");
    await open(one, "attention");
    await choose("Begär komplettering");
    await page.getByLabel("Det som saknas").fill("Skicka ditt eget lönebesked för oktober.");
    await send();
    await page.getByRole("heading", { name: "Begärd komplettering" }).waitFor();
    await becomes(one, "waiting");
    await logs(one, "letter.delivered");

    await open(one, "waiting");
    await page.getByText("Skicka ditt eget lönebesked för oktober.").waitFor();
    await noteAnswer("Hon har fått fel lönebesked av arbetsgivaren och skickar det rätta.");
    await becomes(one, "referred");
    expect((await nowOf(one))?.sequence).toBeGreaterThan(one.sequence);
    await open(one, "attention");
    await page.getByText("Hon har fått fel lönebesked av arbetsgivaren").waitFor();
    expect(await actionsOf(one)).toEqual(expect.arrayContaining(["completion.sent", "completion.answered"]));
  });

  it("hears the applicant, then grants in part with the grounds in the letter", async () => {
    const one = await caseWith("cost-above-guideline");
    await open(one, "attention");
    await choose("Kommunicera med den sökande");
    await page
      .getByLabel("Uppgifter som kan påverka beslutet")
      .fill("Hyran är högre än kommunens riktlinje. Vi överväger att godkänna 7 000 kronor.");
    await send();
    await page.getByRole("heading", { name: "Kommunicerat" }).waitFor();
    await becomes(one, "waiting");
    await logs(one, "letter.delivered");

    await open(one, "waiting");
    await noteAnswer("Han förstår och har sökt tre mindre lägenheter.");
    await becomes(one, "referred");

    await open(one, "attention");
    await press("b");
    await page.getByRole("heading", { level: 1, name: /Skriv beslut/ }).waitFor();
    await page.getByRole("radio", { name: /^Delvis bifall/ }).press("Space");
    await page.getByText(/^Den sökande har svarat\./).waitFor();
    await page.getByRole("button", { name: "Lägg till en kostnad" }).press("Enter");
    await page.getByLabel("Godkänt, kronor").fill("7 000");
    const why = "Hyran är högre än vad en likvärdig bostad kostar, och tiden att sänka den har gått.";
    await page.getByLabel("Varför", { exact: true }).fill(why);
    await page.getByLabel(/^Belopp som beviljas/).fill("7 000");
    await page.getByLabel(/^Skäl för beslutet/).fill("Skäliga kostnader för boendet tillgodoses med beloppet.");
    await page.getByLabel("Jag är inte jävig").press("Space");
    await press("Control+Enter");
    await page.getByRole("dialog", { name: "Bevilja delvis 7 000 kr?" }).waitFor();
    await press("Enter");
    await page.getByLabel("Beslutat").getByText("Delvis beviljat 7 000 kr").waitFor();
    await page.getByRole("heading", { name: "Skrivet i beslutet" }).waitFor();
    await page.getByText(why).waitFor();
    await becomes(one, "closed");
    const { decisions, events } = await town.show(one.number);
    expect(decisions).toMatchObject([{ outcome: "partly-granted", amountOre: 700_000 }]);
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["communication.sent", "communication.answered", "decision.recorded", "payment.ordered"]),
    );
  });

  it("writes off a case that the applicant has withdrawn, without a payment", async () => {
    const one = await caseWith("surplus");
    await open(one, "attention");
    await choose("Avskriv ärendet");
    await page.getByLabel("Vad har hänt?").fill("Han ringde och tog tillbaka ansökan.");
    await press("Control+Enter");
    await page.getByText("Kryssa i att du inte är jävig.").waitFor();
    await press("Tab");
    await page.keyboard.type("20251027");
    await press("Tab", "Space");
    await send();
    await page.getByLabel("Avskrivet").waitFor();
    await becomes(one, "closed");
    expect((await town.show(one.number)).decisions).toEqual([]);
    expect(await actionsOf(one)).toContain("case.ended");
  });

  it("tells two who have the same case open of each other, and the later one that it has changed, with nothing lost", async () => {
    const one = await caseWith(undefined);
    const other = await browser.newPage({ locale: "sv-SE", reducedMotion: "reduce" });
    await other.goto(town.publicUrl);
    await other.getByRole("button", { name: /Jonas/ }).press("Enter");
    await other.getByRole("link", { name: one.number }).press("Enter");
    await open(one, "ready");
    await page.getByText("Jonas Berg har också ärendet öppet").waitFor();
    await other.getByText("Amina Sandberg har också ärendet öppet").waitFor();

    await other.getByRole("heading", { level: 1 }).focus();
    await other.keyboard.press("u");
    await other.getByRole("button", { name: "Begär komplettering" }).press("Enter");
    const item = "Skicka kontoutdrag för oktober månad.";
    await other.getByLabel("Det som saknas").fill(item);
    await press("u");
    await page.getByRole("button", { name: "Lämna över eller anteckna" }).press("Enter");
    await page.getByLabel(/^Var står ärendet/).fill("Allt är läst; beviljas efter lunch.");
    await send();
    await other.keyboard.press("Control+Enter");
    await other.getByRole("dialog").waitFor({ state: "detached" });
    await becomes(one, "waiting");
    await page.getByText("Ärendet har ändrats sedan du öppnade det.").waitFor();
    await press("j", "Control+Enter");
    await page.getByRole("dialog", { name: /^Bevilja 6.190 kr\?$/ }).waitFor();
    await press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Läs på nytt" }).press("Enter");
    await page.getByText(item).waitFor();
    await page.getByText("Allt är läst; beviljas efter lunch.").waitFor();
    expect((await town.show(one.number)).decisions).toEqual([]);
    await other.close();

    await logs(one, "letter.delivered");
    await noteAnswer("Han lämnade kontoutdraget i receptionen; inget att ta ställning till.");
    await becomes(one, "prefilled");
  });

  it("grants, stops the payment and releases it again before its file leaves", async () => {
    const one = await caseWith(undefined);
    await open(one, "ready");
    await press("j", "Control+Enter");
    await page.getByRole("dialog", { name: /^Bevilja 6.190 kr\?$/ }).waitFor();
    await press("Enter");
    const bar = page.getByLabel("Beslutat");
    await bar.getByText(/Betalas ut 31 okt, 6.190 kr/).waitFor();
    await page.getByRole("button", { name: "Stoppa utbetalningen …" }).press("Enter");
    await page.getByRole("dialog").getByLabel("Varför?").fill("Den sökande har bytt bank.");
    await send();
    await bar.getByText(/^Stoppad/).waitFor();
    await page.getByRole("button", { name: "Släpp utbetalningen …" }).press("Enter");
    await page.getByRole("dialog").getByLabel("Varför?").fill("Kontot är kontrollerat.");
    await send();
    await bar.getByText(/Betalas ut 31 okt, 6.190 kr/).waitFor();
    await becomes(one, "closed");
    expect(await actionsOf(one)).toEqual(expect.arrayContaining(["payment.stopped", "payment.released"]));

    await press("g", "m");
    const payments = page.getByRole("region", { name: "Utbetalningar" });
    await payments.getByText(/2 utbetalningar · kan stoppas i ärendet till 30 okt 14.00/).waitFor();
    expect(await payments.getByRole("row").filter({ hasText: one.number }).innerText()).toMatch(/Betalas ut\s+6.190/);
  });

  it("leaves a log that holds, and the case system with one of each", async () => {
    expect(await town.verify()).toMatchObject({ verified: true });
    expect(await town.control.writes()).toMatchObject({ decision: 2, payment: 2, duplicates: 0 });
  });
});
