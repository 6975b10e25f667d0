import { describe, expect, test } from "vitest";
import { ids } from "./test-support/case-fixture.js";
import { screens, useConsoleBrowser } from "./test-support/console-browser.js";
import { problem } from "./test-support/fake-api.js";

const referred = `/arenden/${ids.referred}`;
const commandsTo = `/api/cases/${ids.referred}`;

describe("what can be done instead of deciding", () => {
  const browser = useConsoleBrowser();

  /** Opens a step by keyboard alone, by its number in the list of steps. */
  const choose = async (number: string, title: string): Promise<void> => {
    const { page } = browser();
    await page.keyboard.press("u");
    await page.getByRole("dialog", { name: "Utred vidare" }).waitFor();
    await page.keyboard.press(number);
    await page.getByRole("dialog", { name: title }).waitFor();
  };
  const gone = () => browser().page.getByRole("dialog").waitFor({ state: "detached" });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await browser().page.keyboard.press(key);
  };
  const type = (text: string) => browser().page.keyboard.type(text);
  const sent = () => browser().api.commands.at(-1);

  test("asks the applicant for what is missing, one thing at a time, without a mouse", async () => {
    const { page, open, violations } = browser();
    await open(referred);
    await choose("2", "Begär komplettering");
    expect(await page.getByLabel("Det som saknas").inputValue()).toBe("");
    await type("Skicka lönebeskedet för oktober.");
    await press("Shift+Tab", "Enter");
    expect(await violations()).toEqual([]);
    await press("Control+Enter");
    await gone();
    expect(sent()).toEqual({
      path: `${commandsTo}/completions`,
      body: {
        sequence: 1,
        items: [
          "Skicka lönebeskedet för oktober.",
          "Berätta vad insättningen på kontot gäller och vem pengarna är till.",
        ],
        answerBy: "2025-11-06",
      },
    });
  });

  test("asks for nothing where nothing is written, and says so at the field", async () => {
    const { page, open, violations, api } = browser();
    await open(referred);
    await choose("2", "Begär komplettering");
    await press("Control+Enter");
    await page.getByText("Skriv vad som saknas, minst fem tecken.").waitFor();
    expect(await violations()).toEqual([]);
    expect(api.commands).toEqual([]);
  });

  test("notes an oral answer to what was asked, with what was asked in sight", async () => {
    const { page, open, violations } = browser();
    await open(referred);
    await choose("4", "Anteckna ett svar");
    await page.getByRole("dialog").getByText("Skicka en ny bild av hyresavin där allt går att läsa.").waitFor();
    await type("Skickar avin i kväll.");
    expect(await violations()).toEqual([]);
    await press("Control+Enter");
    await gone();
    expect(sent()).toEqual({
      path: `${commandsTo}/communications/7d0b1daf-6b10-4b66-8a1b-4d206c3e8f77/answer`,
      body: { sequence: 1, text: "Skickar avin i kväll.", orally: true, answeredOn: "2025-10-27" },
    });
  });

  test("hands over to a colleague with a line about where the case stands", async () => {
    const { page, open, violations } = browser();
    await open(referred);
    await choose("5", "Lämna över eller anteckna");
    await type("Avin är läst. Återstår att höra om insättningen.");
    await page.getByLabel("Till", { exact: true }).selectOption({ label: "Åsa Lind, Enhet 1" });
    expect(await violations()).toEqual([]);
    await press("Control+Enter");
    await gone();
    expect(sent()).toEqual({
      path: `${commandsTo}/assignment`,
      body: {
        to: { staffId: "5f4a2f1e-0c0b-4a55-9f0a-3c1f5b2d7e91" },
        note: "Avin är läst. Återstår att höra om insättningen.",
      },
    });
  });

  test("writes a case off only when what happened, its day and no conflict of interest are said, without a mouse", async () => {
    const { page, open, violations, api } = browser();
    await open(referred);
    await choose("6", "Avskriv ärendet");
    await page.getByText("din delegation: punkt 3.5").waitFor();
    await type("Den sökande ringde och drog tillbaka ansökan.");
    await press("Control+Enter");
    await page.getByText("Kryssa i att du inte är jävig.").waitFor();
    await page.getByText("Ange en dag, idag eller tidigare.").waitFor();
    expect(await violations()).toEqual([]);
    expect(api.commands).toEqual([]);
    await press("Tab");
    await type("20251024");
    await press("Tab", "Space", "Control+Enter");
    await gone();
    expect(sent()).toEqual({
      path: `${commandsTo}/closing`,
      body: {
        sequence: 1,
        kind: "withdrawn",
        explanation: "Den sökande ringde och drog tillbaka ansökan.",
        on: "2025-10-24",
        noConflictOfInterest: true,
      },
    });
  });

  test("writes off what was decided elsewhere only with that decision's number, and that it tried this application", async () => {
    const { page, open, violations, api } = browser();
    await open(referred);
    await choose("6", "Avskriv ärendet");
    await type("Grannkommunen beviljade bistånd för månaden.");
    await page.getByLabel("Varför?").selectOption("decided-elsewhere");
    await page.getByRole("spinbutton").first().focus();
    await type("20251024");
    await page.getByText("Jag är inte jävig").click();
    await press("Control+Enter");
    await page.getByText("Skriv beslutets nummer, minst tre tecken.").waitFor();
    await page.getByText("Kryssa i att ansökan prövades där. Annars ska den prövas här.").waitFor();
    expect(await violations()).toEqual([]);
    expect(api.commands).toEqual([]);
    await page.getByLabel("Det andra beslutets nummer").fill("GR 2025/1182-3");
    await page.getByText("Just den här ansökan prövades i det beslutet").click();
    await press("Control+Enter");
    await gone();
    expect(sent()?.body).toMatchObject({
      kind: "decided-elsewhere",
      on: "2025-10-24",
      reference: "GR 2025/1182-3",
      triedThere: true,
    });
  });

  test("enters the norm by hand with where the figures stand", async () => {
    const { page, open, violations, api } = browser();
    api.changeCase = (view) => ({
      ...view,
      shown: {
        ...view.shown,
        questions: [
          {
            reason: "no-verified-table",
            title: "Beloppet är inte verifierat för månaden",
            text: "Riksnormen för november 2025 är inte verifierad.",
            check: "Ange normen för hand med källa.",
            path: "referred",
            actions: ["enter-norm"],
          },
        ],
      },
    });
    await open(referred);
    await page.getByRole("button", { name: /^Ange normen/ }).focus();
    await press("Enter");
    await type("3910");
    await press("Tab");
    await type("ett tusen");
    await press("Tab");
    await type("Förordning (2025:468) 12 kap. 2 §");
    await press("Control+Enter");
    await page.getByText("Skriv beloppet i kronor, till exempel 3 910.").waitFor();
    expect(await violations()).toEqual([]);
    await page.getByLabel(/^Gemensamma kostnader/).fill("1 270");
    await press("Control+Enter");
    await gone();
    expect(sent()).toEqual({
      path: `${commandsTo}/norm`,
      body: {
        sequence: 1,
        personalOre: 391_000,
        commonOre: 127_000,
        citation: "Förordning (2025:468) 12 kap. 2 §",
      },
    });
  });

  test("keeps what is written when the dialog is left, and when the page is loaded anew", async () => {
    const { page, open } = browser();
    await open(referred);
    await choose("3", "Kommunicera med den sökande");
    await type("Vi har fått veta att du har fått bostadsbidrag.");
    await press("Escape");
    await gone();
    await page.reload();
    await page.locator("main table").waitFor();
    await choose("3", "Kommunicera med den sökande");
    expect(await page.getByLabel("Uppgifter som kan påverka beslutet").inputValue()).toBe(
      "Vi har fått veta att du har fått bostadsbidrag.",
    );
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test("forgets every draft when the person signs out, and when someone else signs in", async () => {
    const { page, open, api } = browser();
    const drafts = () =>
      page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("skalig.draft/")).length);
    await open(referred);
    await choose("5", "Lämna över eller anteckna");
    await type("Halvfärdig anteckning");
    expect(await drafts()).toBe(1);
    api.staffId = "s-2";
    await open("/arenden");
    expect(await drafts()).toBe(0);
  });

  test("says that the case has changed, lets it be read anew, and sends the same text on the new reading", async () => {
    const { page, open, violations, api } = browser();
    const title = "Underlaget har ändrats sedan du öppnade ärendet. Läs det på nytt.";
    api.overrides.set(`POST ${commandsTo}/completions`, problem(409, title, "stale-view"));
    await open(referred);
    await choose("2", "Begär komplettering");
    await type("Skicka lönebeskedet för oktober.");
    await press("Control+Enter");
    await page.getByRole("alert").getByText(title).waitFor();
    expect(await violations()).toEqual([]);
    api.overrides.clear();
    const changed = "Hyran har höjts med 210 kr.";
    api.changeCase = (view) => ({
      ...view,
      shown: {
        ...view.shown,
        sequence: 2,
        questions: view.shown.questions.map((question) => ({ ...question, text: changed })),
      },
    });
    await page.getByRole("dialog").getByRole("button", { name: "Läs på nytt" }).press("Enter");
    await page.getByText(changed).first().waitFor();
    await page.getByRole("dialog").getByLabel("Det som saknas").press("Control+Enter");
    await gone();
    expect(sent()?.body).toMatchObject({ sequence: 2, items: ["Skicka lönebeskedet för oktober."] });
  });

  test("stops a payment until its file has left", async () => {
    const { page, open, violations, api } = browser();
    api.changeCase = (view) => ({
      ...view,
      shown: {
        ...view.shown,
        state: "delivering",
        questions: [],
        decision: {
          outcome: "Beviljat",
          amountOre: 1_048_000,
          by: "Maria Ek",
          at: view.openedAt,
          delegationItem: "punkt 3.2",
          texts: [],
        },
      },
      payment: api.payment,
    });
    await open(referred);
    await page.getByText("kan stoppas till 29 okt 14.00").waitFor();
    await page.getByRole("button", { name: "Stoppa utbetalningen" }).press("Enter");
    await type("Kontot verkar vara fel.");
    expect(await violations()).toEqual([]);
    await press("Control+Enter");
    await gone();
    expect(sent()).toEqual({
      path: `${commandsTo}/payment`,
      body: { action: "stop", explanation: "Kontot verkar vara fel." },
    });
  });

  test("fits without sideways scrolling at 200 % zoom, in every dialog", async () => {
    const { page, open, overflow, violations } = browser();
    await page.setViewportSize(screens.zoomed);
    await open(referred);
    const dialogs = ["Ändra en uppgift", "Begär komplettering", "Kommunicera med den sökande", "Anteckna ett svar"];
    for (const [index, title] of [...dialogs, "Lämna över eller anteckna", "Avskriv ärendet"].entries()) {
      await choose(String(index + 1), title);
      const dialog = page.getByRole("dialog");
      expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth), title).toBeLessThanOrEqual(0);
      expect(await overflow(), title).toBeLessThanOrEqual(0);
      expect(await violations(), title).toEqual([]);
      await press("Escape");
      await gone();
    }
  });
});
