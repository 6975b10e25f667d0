import { describe, expect, test } from "vitest";
import { ids } from "./test-support/case-fixture.js";
import { screens, useConsoleBrowser } from "./test-support/console-browser.js";
import { problem } from "./test-support/fake-api.js";

const ready = `/arenden/${ids.ready}`;

describe("writing a decision that is not what was computed", () => {
  const browser = useConsoleBrowser();
  const decided = () => browser().api.commands.filter(({ path }) => path.endsWith("/decision"));
  const start = async (): Promise<void> => {
    const { page, open } = browser();
    await open(ready);
    await page.keyboard.press("b");
    await page.getByRole("radiogroup", { name: "Utfall" }).waitFor();
  };
  /** Chooses an outcome with the arrow keys, as a keyboard user does. */
  const choose = async (presses: number): Promise<void> => {
    const { page } = browser();
    await page.getByRole("radio").first().focus();
    await page.keyboard.press("Space");
    for (let press = 1; press < presses; press += 1) await page.keyboard.press("ArrowRight");
  };
  const fill = (label: string | RegExp, text: string) => browser().page.getByLabel(label).fill(text);
  const declare = async (): Promise<void> => {
    await browser().page.getByLabel("Jag är inte jävig").focus();
    await browser().page.keyboard.press("Space");
  };

  test("chooses nothing and writes nothing for the one who decides", async () => {
    const { page, violations } = browser();
    await start();
    expect(await page.getByRole("radio", { checked: true }).count()).toBe(0);
    await choose(3);
    for (const field of await page.getByRole("textbox").all()) expect(await field.inputValue()).toBe("");
    expect(await violations()).toEqual([]);
  });

  test("grants in part with an amount and reasons for each cost, by keyboard alone", async () => {
    const { page, violations } = browser();
    await start();
    await choose(2);
    await page.getByRole("button", { name: "Lägg till en kostnad" }).press("Enter");
    await fill("Godkänt, kronor", "6 000");
    await page.getByLabel("Varför", { exact: true }).fill("Hyran är högre än en likvärdig bostad kostar i kommunen.");
    await fill(/^Belopp som beviljas/, "9 840");
    await page.getByText("Beräknat belopp minus det: 9 840 kr.").waitFor();
    await fill(/^Skäl för beslutet/, "Rimliga kostnader tillgodoses med beloppet.");
    await fill("Barnens situation", "Barnet bor kvar och har mat, kläder och skola som förut.");
    await fill(/^Varför behövde uppgifterna/, "Allt kommer från den sökande själv.");
    await page.getByText("Deltagande, förbehåll och avvikande mening").press("Enter");
    await fill(/^Andra som har deltagit/, "Per Sund\n\n Eva Lind ");
    await fill(/^Förbehåll/, "Hyran kan komma att sänkas när hyresnämnden har prövat den.");
    await fill("Avvikande mening: namn", "Per Sund");
    await fill(/^Avvikande mening: vad/, "Hela hyran borde ha godkänts.");
    await page.getByText("din delegation: punkt 3.2").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Intyga först att du inte är jävig.").waitFor();
    expect(decided()).toEqual([]);
    await declare();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Control+Enter");
    const confirm = page.getByRole("dialog", { name: "Bevilja delvis 9 840 kr?" });
    await confirm.getByText("Hyra: 6 000 kr").waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByLabel("Beslutat").waitFor();
    expect(decided().map(({ body }) => body)).toEqual([
      {
        sequence: 1,
        shownHash: "9f3c1a7be24d5608".repeat(4),
        noConflictOfInterest: true,
        outcome: "partly-granted",
        amountOre: 984_000,
        reasons: "Rimliga kostnader tillgodoses med beloppet.",
        participants: ["Per Sund", "Eva Lind"],
        reservation: "Hyran kan komma att sänkas när hyresnämnden har prövat den.",
        dissent: { by: "Per Sund", text: "Hela hyran borde ha godkänts." },
        reducedCosts: [
          {
            costId: "k1",
            approvedOre: 600_000,
            why: "Hyran är högre än en likvärdig bostad kostar i kommunen.",
          },
        ],
        childPerspective: "Barnet bor kvar och har mat, kläder och skola som förut.",
        communicationUnneeded: "Allt kommer från den sökande själv.",
      },
    ]);
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("draft")))).toEqual([]);
  });

  test("refuses only with reasons, the emergency test and the children described, each asked for at its field", async () => {
    const { page, violations } = browser();
    await start();
    await choose(3);
    await declare();
    await page.keyboard.press("Control+Enter");
    for (const missing of [
      "Skriv varför beslutet blir så.",
      "Skriv hur behovet av akut hjälp har prövats.",
      "Skriv hur beslutet påverkar barnen.",
    ])
      await page.getByText(missing, { exact: true }).waitFor();
    expect(await page.getByLabel(/^Skäl för beslutet/).evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    expect(await violations()).toEqual([]);
    expect(decided()).toEqual([]);
  });

  test("tries 12 kap. 2 § beside it, with the mandate for that amount shown", async () => {
    const { page, violations } = browser();
    await start();
    await choose(1);
    await page.getByLabel("Pröva också 12 kap. 2 § SoL").focus();
    await page.keyboard.press("Space");
    await fill("Vad gäller det?", "Körkort");
    await fill("Sökt, kronor", "9 000");
    await fill(/^Beviljat enligt 12 kap/, "9 000");
    await page.getByText("12 kap. 2 §: din delegation räcker inte").waitFor();
    await fill(/^Beviljat enligt 12 kap/, "2 500");
    await page.getByText("12 kap. 2 §: din delegation: punkt 3.7").waitFor();
    expect(await violations()).toEqual([]);
  });

  test("puts a fact of the file into the reasons when asked to, and never one about the children", async () => {
    const { page } = browser();
    await start();
    await choose(2);
    await page.getByRole("button", { name: "Infoga: Hyran är 210 kr högre." }).press("Enter");
    expect(await page.getByLabel(/^Skäl för beslutet/).inputValue()).toBe("Hyran är 210 kr högre.");
    expect(await page.getByLabel("Barnens situation").inputValue()).toBe("");
  });

  test("shows the letter as it grows, and the log line says that it has been seen", async () => {
    const { page, violations } = browser();
    await start();
    await choose(1);
    await fill(/^Annat belopp/, "10 000");
    await fill(/^Skäl för beslutet/, "En extra kostnad för läkemedel godtas.");
    await fill("Barnens situation", "Barnet påverkas inte av beloppet.");
    await page.getByRole("tab", { name: "Brevet" }).click();
    await page.getByRole("article").getByText("En extra kostnad för läkemedel godtas.").waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Till ärendet" }).press("Enter");
    await page.getByText(/Loggas: öppnat 09\.12, tid \d+:\d\d, brevet sett/).waitFor();
  });

  test("keeps the draft through a reload and a session that ends, and when someone else was first", async () => {
    const { page, api } = browser();
    await start();
    await choose(1);
    await fill(/^Annat belopp/, "10 000");
    await fill(/^Skäl för beslutet/, "En extra kostnad för läkemedel godtas.");
    await page.reload();
    await page.getByText("Ditt utkast från tidigare är kvar.").waitFor();
    expect(await page.getByLabel(/^Skäl för beslutet/).inputValue()).toBe("En extra kostnad för läkemedel godtas.");
    await fill("Barnens situation", "Barnet påverkas inte av beloppet.");
    await declare();
    const title = "Underlaget har ändrats sedan du öppnade ärendet. Läs det på nytt.";
    api.overrides.set(`POST /api/cases/${ids.ready}/decision`, problem(409, title, "stale-view"));
    await page.keyboard.press("Control+Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Bevilja 10 000 kr" }).press("Enter");
    await page.getByRole("alert").getByText(title).waitFor();
    await page.getByRole("button", { name: "Läs på nytt" }).press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.getByLabel(/^Skäl för beslutet/).inputValue()).toBe("En extra kostnad för läkemedel godtas.");
  });

  test("fits without sideways scrolling at 200 % zoom", async () => {
    const { page, overflow, violations } = browser();
    await page.setViewportSize(screens.zoomed);
    await start();
    await choose(2);
    await page.getByRole("button", { name: "Lägg till en kostnad" }).press("Enter");
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await violations()).toEqual([]);
  });
});
