import { describe, expect, test } from "vitest";
import { caseIdSchema } from "../contracts/ids.js";
import { ids } from "./test-support/case-fixture.js";
import { screens, useConsoleBrowser } from "./test-support/console-browser.js";
import { problem } from "./test-support/fake-api.js";
import { queueOf } from "./test-support/view-fixtures.js";

const ready = `/arenden/${ids.ready}`;

describe("the console", () => {
  const browser = useConsoleBrowser();
  const cell = (text: string) => browser().page.getByRole("button", { name: text, exact: true });

  describe("is free of accessibility faults", () => {
    const views: readonly (readonly [string, string])[] = [
      ["the queue", "/arenden"],
      ["the queue with questions", "/arenden?tab=attention"],
      ["an empty tab", "/arenden?tab=mine"],
      ["a case that is ready", ready],
      ["a case with questions", `/arenden/${ids.referred}`],
      ["the month", "/manaden"],
      ["the rules", "/regler"],
    ];
    for (const [name, path] of views)
      test(`in ${name}`, async () => {
        const { page, open, violations } = browser();
        await open(path);
        await page.locator("main table, main .state").first().waitFor();
        expect(await violations()).toEqual([]);
      });

    test("in the auditor's list and in a case's log", async () => {
      const { page, api, open, violations } = browser();
      api.roles = ["auditor"];
      await open("/granskning");
      await page.getByRole("link", { name: "2511-0412" }).waitFor();
      expect(await violations()).toEqual([]);
      await open(`/granskning/${ids.ready}?event=3`);
      await page.getByRole("heading", { name: "Försäkringskassan svarade" }).waitFor();
      expect(await violations()).toEqual([]);
    });

    test("in every dialog of a case", async () => {
      const { page, open, violations } = browser();
      await open(`/arenden/${ids.referred}`);
      const dialogs: readonly (readonly [string, string])[] = [
        ["Avklarat … En inkomst som inte är uppgiven", "Ta ställning till frågan"],
        ["Ändra uppgift … En inkomst som inte är uppgiven", "Ändra en uppgift"],
        ["Kommunicera … En inkomst som inte är uppgiven", "Kommunicera med den sökande"],
        ["Utred vidare", "Utred vidare"],
        ["Kortkommandon", "Kortkommandon"],
      ];
      for (const [button, title] of dialogs) {
        await page.getByRole("button", { name: button }).click();
        await page.getByRole("dialog", { name: title }).waitFor();
        expect(await violations(), title).toEqual([]);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
    });

    test("and fits without sideways scrolling at 200 % zoom", async () => {
      const { page, open, overflow } = browser();
      await page.setViewportSize(screens.zoomed);
      for (const path of ["/arenden", ready, "/manaden", "/regler"]) {
        await open(path);
        await page.locator("main table").first().waitFor();
        expect(await overflow(), path).toBeLessThanOrEqual(0);
      }
    });
  });

  describe("lets a caseworker approve a simple renewal without a mouse", () => {
    const commands = () => browser().api.commands.filter(({ path }) => path.endsWith("/decision"));
    const declare = async (): Promise<void> => {
      const { page } = browser();
      await page.getByLabel("Barnens situation").fill("Hyran är betald och barnet bor kvar i samma skola.");
      await page.getByRole("heading", { level: 1 }).focus();
      await page.keyboard.press("j");
    };

    test("from the queue to a recorded decision", async () => {
      const { page, open, violations } = browser();
      await open("/arenden");
      await page.getByRole("link", { name: "2511-0412" }).focus();
      await page.keyboard.press("Enter");
      await page.getByText("hyran är 210 kr högre").waitFor();
      await declare();
      await page.keyboard.press("Control+Enter");
      const confirm = page.getByRole("dialog", { name: /^Bevilja 10 480 kr\?$/ });
      await confirm.waitFor();
      expect(await violations()).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByText("Beviljat 10 480 kr").waitFor();
      expect(commands()).toHaveLength(1);
      expect(commands()[0]?.body).toMatchObject({ sequence: 1, outcome: "granted", noConflictOfInterest: true });
    });

    test("but not before the children's situation is described and the declaration is made", async () => {
      const { page, open } = browser();
      await open(ready);
      await page.getByRole("heading", { name: "Beräkning" }).waitFor();
      await page.keyboard.press("Control+Enter");
      await page.getByText("Beskriv först barnens situation.").waitFor();
      expect(await page.getByLabel("Barnens situation").evaluate((field) => field === document.activeElement)).toBe(
        true,
      );
      await page.getByLabel("Barnens situation").fill("Hyran är betald, inget ändras för barnet.");
      await page.keyboard.press("Control+Enter");
      await page.getByText("Intyga först att du inte är jävig.").waitFor();
      expect(await page.getByRole("dialog").count()).toBe(0);
      expect(commands()).toEqual([]);
    });

    test("and is told plainly when someone else was first, with the way on", async () => {
      const { page, api, open } = browser();
      const title = "Någon annan har redan fattat beslut i ärendet.";
      api.overrides.set(`POST /api/cases/${ids.ready}/decision`, problem(409, title, "already-decided"));
      await open(ready);
      await page.getByRole("heading", { name: "Beräkning" }).waitFor();
      await declare();
      await page.keyboard.press("Control+Enter");
      await page.getByRole("button", { name: /^Bevilja 10 480 kr$/ }).click();
      await page.getByText(title).waitFor();
      await page.getByRole("button", { name: "Läs på nytt" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    });

    test("moving between rows with the arrow keys and opening the evidence with Enter", async () => {
      const { page, api, open, violations } = browser();
      await open(ready);
      await cell("Hyra").focus();
      await page.getByRole("heading", { level: 3, name: "Hyresavi november 2025" }).waitFor();
      expect(api.opened).toEqual([]);
      await page.keyboard.press("ArrowDown");
      expect(await cell("Hushållsel").evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      const viewer = page.getByRole("dialog", { name: "Hyresavi november 2025" });
      await viewer.getByRole("img").waitFor();
      expect(await viewer.locator(".region").count()).toBe(2);
      expect(await violations()).toEqual([]);
      expect(api.opened).toHaveLength(1);
      await page.keyboard.press("Escape");
      await viewer.waitFor({ state: "detached" });
      expect(await cell("Hyra").evaluate((button) => button === document.activeElement)).toBe(true);
    });
  });

  test("corrects a fact only with a readable amount and a reason", async () => {
    const { page, api, open } = browser();
    await open(ready);
    await cell("Hyra").focus();
    await page.getByRole("button", { name: "Ändra uppgift …" }).click();
    const dialog = page.getByRole("dialog", { name: "Ändra en uppgift" });
    await dialog.getByLabel("Ny uppgift").fill("ungefär 6 500");
    await dialog.getByRole("button", { name: "Ändra och räkna om" }).click();
    await dialog.getByText("Skriv beloppet i kronor, till exempel 6 640.").waitFor();
    expect(api.commands).toEqual([]);
    await dialog.getByLabel("Ny uppgift").fill("6 500,50");
    await dialog.getByLabel("Varför?").fill("Avin visar 6 500,50 kr.");
    await dialog.getByLabel("Stöds av underlag").selectOption({ label: "Hyresavi november 2025" });
    await dialog.getByRole("button", { name: "Ändra och räkna om" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(api.commands.map(({ body }) => body)).toEqual([
      {
        sequence: 1,
        correction: { target: "cost", lineId: "k1", field: "assessedOre", value: 650_050 },
        reason: "Avin visar 6 500,50 kr.",
        evidenceId: ids.rentNotice,
      },
    ]);
  });

  test("takes in live updates without moving the row someone is reading", async () => {
    const { page, api, open } = browser();
    await open("/arenden");
    await page.getByRole("link", { name: "2511-0415" }).focus();
    const references = () => page.locator("tbody th a").allTextContents();
    const before = await references();
    api.queue = (tab) => {
      const queue = queueOf(tab);
      return { ...queue, rows: queue.rows.toReversed().slice(0, 2) };
    };
    api.tell({ kind: "case-changed", caseId: caseIdSchema.parse(ids.ready) });
    await page.getByText("Listan har ändrats medan du läste.").waitFor();
    expect(await references()).toEqual(before);
    expect(
      await page.getByRole("link", { name: "2511-0415" }).evaluate((link) => link === document.activeElement),
    ).toBe(true);
    await page.getByText("har lämnat listan").waitFor();
    await page.getByRole("button", { name: "Ordna om" }).click();
    expect(await references()).toEqual(["2511-0415", "2511-0409"]);
  });

  test("offers to read a case anew when it has changed, and leaves what is written alone", async () => {
    const { page, api, open } = browser();
    await open(ready);
    await page.getByLabel("Barnens situation").fill("Ett utkast som inte får försvinna.");
    api.tell({ kind: "case-changed", caseId: caseIdSchema.parse(ids.ready) });
    await page.getByText("Ärendet har ändrats sedan du öppnade det.").waitFor();
    await page.getByRole("button", { name: "Läs på nytt" }).click();
    await page.getByText("Ärendet har ändrats sedan du öppnade det.").waitFor({ state: "detached" });
    expect(await page.getByLabel("Barnens situation").inputValue()).toBe("Ett utkast som inte får försvinna.");
  });

  test("sends one who is not signed in to the sign-in, and back to where they were going", async () => {
    const { page, api } = browser();
    api.isSignedIn = false;
    await page.goto(`${api.address}/arenden?tab=mine`);
    await page.waitForURL(/\/api\/sign-in\?return=/);
    expect(new URL(page.url()).searchParams.get("return")).toBe("/arenden?tab=mine");
  });

  test("keeps the page and the draft when the session ends", async () => {
    const { page, api, open, violations } = browser();
    await open(ready);
    await page.getByLabel("Barnens situation").fill("Ett utkast som inte får försvinna.");
    api.isSignedIn = false;
    api.tell({ kind: "day-changed" });
    const dialog = page.getByRole("dialog", { name: "Du har loggats ut" });
    await dialog.waitFor();
    expect(await violations()).toEqual([]);
    api.isSignedIn = true;
    await dialog.getByRole("button", { name: "Jag har loggat in" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await page.getByLabel("Barnens situation").inputValue()).toBe("Ett utkast som inte får försvinna.");
  });

  test("says what is wrong and what to do when the server does not answer", async () => {
    const { page, api, open, violations } = browser();
    api.overrides.set("GET /api/month", problem(403, "Din roll ger inte tillgång till det här."));
    await open("/manaden");
    await page.getByRole("alert").getByText("Din roll ger inte tillgång till det här.").waitFor();
    expect(await violations()).toEqual([]);
    api.overrides.clear();
    await page.getByRole("button", { name: "Försök igen" }).click();
    await page.getByRole("heading", { name: "Från inkommen till avslutad" }).waitFor();
  });

  test("fetches nothing from anyone else", async () => {
    const { page, api, open } = browser();
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    await open(ready);
    await page.evaluate(() => document.fonts.ready);
    expect([...hosts]).toEqual([new URL(api.address).host]);
  });

  test("prints a case without its controls", async () => {
    const { page, open } = browser();
    await open(ready);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "Huvudmeny" }).isVisible()).toBe(false);
    expect(await page.locator(".decision-actions").isVisible()).toBe(false);
    expect(await page.getByText("Försörjningsstöd november").isVisible()).toBe(true);
  });
});
