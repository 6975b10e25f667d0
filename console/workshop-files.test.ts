import { readXlsx, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { simpleRenewal, storeCase } from "../api/test-support/a-household.js";
import { append } from "../audit/append.js";
import { testActor } from "../store/test-support/test-store.js";
import { useRealConsole } from "./test-support/real-console.js";

/** The case's number in the case system. */
const number = "2025-00501";

describe("what the workshop takes in, against the api itself", () => {
  const console = useRealConsole();

  test("a scenario from a real case is run only when a second person has checked it, and never names the case", async () => {
    const { api, signIn } = console();
    const { caseId } = await storeCase(api.store, { reference: "T-1", input: simpleRenewal() });
    await api.store.transaction(async (tx) => {
      await tx.db.updateTable("cases").set({ number }).where("id", "=", caseId).execute();
      await append(tx, { action: "case.read", caseId, actor: testActor });
    });
    const one = await signIn(["administrator"]);
    await one.open("/regler/exempel");
    await one.page.getByRole("button", { name: "Exempel ur ett ärende …" }).press("Enter");
    await one.page.getByLabel("Ärendets nummer").fill(number);
    await one.page.getByLabel("Vad exemplet prövar, utan namn och nummer").fill("Enkel förlängning");
    await one.page.keyboard.press("Control+Enter");
    const mine = one.page.getByRole("row").filter({ hasText: "Enkel förlängning" });
    await mine.getByText("väntar på kontroll av en annan person").waitFor();
    await mine.getByText("ändrat ärende").waitFor();
    expect(await mine.innerText()).not.toContain(number);
    expect(await mine.getByRole("button", { name: /^Kontrollerat/ }).count()).toBe(0);
    expect(await one.violations()).toEqual([]);

    const other = await signIn(["administrator"]);
    await other.open("/regler/exempel");
    const theirs = other.page.getByRole("row").filter({ hasText: "Enkel förlängning" });
    await theirs.getByRole("button", { name: /^Kontrollerat/ }).press("Enter");
    await theirs.getByText("körs", { exact: true }).waitFor();
  });

  test("a table taken out as a workbook comes back with one cell changed, and a file that cannot be read is refused by its cell", async () => {
    const { signIn } = console();
    const { page, open } = await signIn(["administrator"]);
    await open("/regler/andringar");
    await page.getByRole("button", { name: "Ny ändring" }).press("Enter");
    await page.getByRole("dialog", { name: "Ny ändring" }).waitFor();
    await page.keyboard.type("Tak ur kalkylblad");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Socialnämnden 2025-10-22 § 91");
    await page.getByLabel("Gäller från år").selectOption("2026");
    await page.getByLabel("Gäller från månad").selectOption("01");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: /Tak ur kalkylblad/ }).waitFor();

    const address = await page.getByRole("link", { name: "Ladda ner tabellen (XLSX)" }).getAttribute("href");
    const bytes = await page.evaluate(
      async (from) => [...new Uint8Array(await (await fetch(from)).arrayBuffer())],
      address ?? "",
    );
    const [sheet] = (await readXlsx(Uint8Array.from(bytes))).sheets;
    if (sheet === undefined) throw new Error("The workbook is empty.");
    const column = sheet.rows[0]?.indexOf("caps.capOre") ?? -1;
    const fileWith = async (value: string | number) => ({
      name: "tabell.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from(
        await writeXlsx({
          sheets: [{ name: sheet.name, rows: sheet.rows.map((row, at) => (at === 1 ? row.with(column, value) : row)) }],
        }),
      ),
    });
    const upload = page.getByLabel("Läs in tabellen (CSV eller XLSX)");
    await upload.setInputFiles(await fileWith("många"));
    await page.getByRole("alert").getByText(/^H2: /).first().waitFor();
    expect(await page.getByText("→ 7 000 kr").count()).toBe(0);

    await upload.setInputFiles(await fileWith(7000));
    await page.getByText("6 900 kr → 7 000 kr").first().waitFor();

    // The file changed the row that holds since 2025 and did not begin another: the way says so, and the proofs are made.
    const step = (title: string) => page.locator(".way-step").filter({ hasText: title });
    await step("Ändring och källa")
      .getByText("En rad ändras för en månad före den som ändringen ska gälla från.")
      .waitFor();
    await step("Bevis").getByText("Ingen lucka, ingen överlappning, ingen spärr bruten").waitFor();
  });
});
