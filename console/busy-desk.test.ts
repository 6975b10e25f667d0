import { describe, expect, test } from "vitest";
import { queueViewSchema, type QueueView } from "../contracts/api/queue.js";
import { useConsoleBrowser } from "./test-support/console-browser.js";
import { queueOf } from "./test-support/view-fixtures.js";

describe("finding a case", () => {
  const browser = useConsoleBrowser();

  test("says why before it searches, and what was searched for stands in no address and nowhere in the browser", async () => {
    const { page, open } = browser();
    await open("/arenden");
    await page.keyboard.press("/");
    const dialog = page.getByRole("dialog", { name: "Sök ärende" });
    await dialog.getByText("Sökningen loggas med ditt namn, varför du söker").waitFor();
    await page.keyboard.type("Te");
    await page.keyboard.press("Enter");
    await dialog.getByText("Skriv minst tre tecken.").waitFor();

    await page.keyboard.type("stsson");
    await dialog.getByLabel("Varför söker du?").selectOption({ label: "Svara på en fråga från den sökande" });
    const asked = page.waitForRequest((request) => request.url().endsWith("/api/find"));
    await dialog.getByLabel(/^Namn, personnummer/).press("Enter");
    expect((await asked).postDataJSON()).toEqual({ query: "Testsson", purpose: "inquiry" });
    await dialog.getByRole("link", { name: "Test Testsson, 2511-0412" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /2511-0407/ }).waitFor();
    expect(await dialog.count()).toBe(0);
    const kept = await page.evaluate(() =>
      JSON.stringify([location.href, Object.entries(sessionStorage), Object.entries(localStorage)]),
    );
    expect(kept).not.toContain("Testsson");
  });
});

describe("a queue of five hundred cases", () => {
  const browser = useConsoleBrowser();
  const [cases, perPage] = [500, 50];

  /** A page of a large municipality's month, as the server sends it. */
  const pageOf = (page: number): QueueView => {
    const { rows, counts, ...queue } = queueOf("ready");
    const [row] = rows;
    return queueViewSchema.parse({
      ...queue,
      counts: { ...counts, ready: cases },
      total: cases,
      page,
      pages: cases / perPage,
      rows: Array.from({ length: perPage }, (_, index) => (page - 1) * perPage + index + 1).map((number) => ({
        ...row,
        caseId: `0b6a0c9e-5a0f-4a55-9f0a-${String(number).padStart(12, "0")}`,
        reference: `2511-${String(number).padStart(4, "0")}`,
      })),
    });
  };

  test("is walked by keyboard, page after page, with the case in focus always in sight", async () => {
    const { page, api, open } = browser();
    api.queue = () => pageOf(1);
    const startedAt = performance.now();
    await open("/arenden");
    await page.getByRole("link", { name: "2511-0001" }).waitFor();
    expect(performance.now() - startedAt).toBeLessThan(5000);
    await page.getByText("500 ärenden").waitFor();

    const focused = async () => {
      const name = await page.locator(":focus").innerText();
      const box = await page.locator(":focus").boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      return { name, isInSight: box !== null && box.y >= 0 && box.y + box.height <= height };
    };
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toEqual({ name: "2511-0001", isInSight: true });
    for (let step = 1; step < perPage; step += 1) await page.keyboard.press("ArrowDown");
    expect(await focused()).toEqual({ name: "2511-0050", isInSight: true });
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toEqual({ name: "2511-0050", isInSight: true });
    await page.keyboard.press("Home");
    expect(await focused()).toEqual({ name: "2511-0001", isInSight: true });

    await page.keyboard.press("End");
    api.queue = () => pageOf(2);
    await page.keyboard.press("Tab");
    expect(await focused()).toEqual({ name: "Nästa", isInSight: true });
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "2511-0051" }).waitFor();
    expect(new URL(page.url()).searchParams.get("page")).toBe("2");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toEqual({ name: "2511-0051", isInSight: true });
  });
});
