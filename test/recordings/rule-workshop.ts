import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import { format } from "prettier";
import sharp from "sharp";
import { findChromium } from "../../bots/core/chromium.js";
import { until } from "../../platform/until.js";
import { openTown } from "../e2e/town.js";

/**
 * Records two changes of the rules from draft to effect, as two administrators make them in the real console on the whole
 * town: a new rent cap with its board minute, and next year's table. Writes `docs/rule-workshop.md` and its pictures. Run
 * by hand when the workshop has changed, with `TEMPORAL_CLI_PATH` at the Temporal server's program:
 * `npx vite build console && npx tsx test/recordings/rule-workshop.ts`.
 */
const docs = new URL("../../docs/", import.meta.url).pathname;
const pictures = join(docs, "images", "workshop");
const size = { width: 1440, height: 900 };
const households = ["01", "04", "12", "16"];
const source = "Riktlinjer för ekonomiskt bistånd, Exempelköpings socialnämnd 2025-10-22 § 91";

type Step = { readonly title: string; readonly text: string; readonly picture: string };

/** Takes a picture of what a step came to. */
const recorder = () => {
  const steps: Step[] = [];
  const step = async (page: Page, { name, ...words }: Omit<Step, "picture"> & { readonly name: string }) => {
    const shot = await page.screenshot({ animations: "disabled" });
    await sharp(shot)
      .png({ palette: true, colours: 64, compressionLevel: 9 })
      .toFile(join(pictures, `${name}.png`));
    steps.push({ ...words, picture: `images/workshop/${name}.png` });
  };
  return { steps, step };
};

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const next = (page: Page) => page.keyboard.press("Control+Enter");

type Begun = { readonly title: string; readonly source: string; readonly year: string; readonly month: string };

const begin = async (page: Page, { title, source: read, year, month }: Begun, file?: string): Promise<void> => {
  await page.goto(new URL("/regler/andringar", page.url()).href);
  await button(page, "Ny ändring").press("Enter");
  await page.getByLabel("Vad ändras?").fill(title);
  await page.getByLabel("Källa").fill(read);
  if (file !== undefined) {
    await page.getByLabel("Regelpaket").selectOption("file");
    await page.getByLabel("Fil med regelpaketet (JSON)").setInputFiles(file);
  }
  await page.getByLabel("Gäller från år").selectOption(year);
  await page.getByLabel("Gäller från månad").selectOption(month);
};

/** Proofs, tests and rehearsal of a saved draft, and its handing over. */
const tryOut = async (page: Page): Promise<void> => {
  await next(page);
  await page.getByText(/exempel blev som väntat/).waitFor();
  await next(page);
  await page.getByRole("heading", { name: /Om reglerna hade gällt/ }).waitFor();
};

const asMarkdown = (parts: readonly (readonly [string, readonly Step[]])[]): string =>
  [
    "# A change of the rules, from draft to effect",
    "",
    "Two administrators, Kim and Leila, change the rules of the invented municipality without a developer: in the real",
    "console, with everything behind it running. Fictive people only. You can walk the same way after `npm start`: log in as",
    "Kim to write, and as Leila in another browser (or a private window) to approve.",
    "",
    "What always holds: the author cannot approve; an approval is bound to the text, the tests and the rehearsal that were",
    "shown, and falls if any of them changes; what the board decides takes effect only with its minute; decided months are",
    "never touched. What stands in the way is said on the bar at the foot of the page, where the next step always is.",
    "",
    ...parts.flatMap(([heading, steps], part) => [
      `## ${heading}`,
      "",
      ...steps.flatMap(({ title, text, picture }, at) => [
        `### ${String(part + 1)}.${String(at + 1)} ${title}`,
        "",
        text,
        "",
        `![${title}](${picture})`,
        "",
      ]),
    ]),
    "## How the pictures were made",
    "",
    "`npx vite build console && npx tsx test/recordings/rule-workshop.ts` starts the town with four households, walks both",
    "changes in a browser, and writes this page and its pictures. It stops with an error if a step does not come about.",
    "The rehearsal is over the few cases that this town has; over a year of a municipality it reads the same.",
    "",
  ].join("\n");

const town = await openTown(households);
const { executablePath } = await findChromium({ chromiumPath: process.env["CHROMIUM_PATH"] ?? "" });
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
const signIn = async (name: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: size, locale: "sv-SE", timezoneId: "Europe/Stockholm" });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(town.publicUrl);
  await button(page, new RegExp(name)).press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
};

try {
  mkdirSync(pictures, { recursive: true });
  const isReady = await until(async () => {
    const cases = await town.status();
    return (
      cases.length === households.length &&
      cases.every(({ state }) => ["prefilled", "referred", "waiting"].includes(state))
    );
  }, 240_000);
  if (!isReady) throw new Error(`The cases did not come to rest: ${JSON.stringify(await town.status())}`);
  const kim = await signIn("Kim Åström");
  const leila = await signIn("Leila Noori");

  const cap = recorder();
  await begin(kim, { title: "Högre tak för hyra", source, year: "2026", month: "01" });
  await cap.step(kim, {
    name: "1-begin",
    title: "Kim begins a change",
    text: "What it is about, where it is read and from which month it is to hold. A new rule cannot be backdated; only a correction may start earlier, and never of the delegation order or a setting.",
  });
  await next(kim);
  const rent = (household: string) => button(kim, new RegExp(`^Hyra, Tak för ${household}`));
  const write = async (household: string, kronor: string): Promise<void> => {
    await rent(household).focus();
    await kim.keyboard.type(kronor);
    await kim.keyboard.press("Enter");
  };
  await write("högst 2 vuxna, inga barn", "9000");
  await next(kim);
  await kim.getByRole("heading", { name: "Bevisen håller inte" }).waitFor();
  await cap.step(kim, {
    name: "2-proofs",
    title: "A slip: the proofs fail, and name the household",
    text: "9 000 kr for two adults would be more than two adults with a child get. The proofs say so on save, with a household that falls in the hole.",
  });
  await kim.getByRole("link", { name: "Ändra", exact: true }).click();
  await write("högst 1 vuxen, inga barn", "7 200");
  await write("högst 2 vuxna, inga barn", "7 900");
  await write("högst 1 vuxen, högst 1 barn", "7 900");
  await cap.step(kim, {
    name: "3-edit",
    title: "Kim mends the table, by keyboard",
    text: "Arrows move, a figure opens the cell, Enter takes it. What is written and not saved stands beside, in words. The table can also be downloaded, edited in a spreadsheet and read in again.",
  });
  await next(kim);
  await kim.getByText("är inte sparad").waitFor({ state: "detached" });
  await kim.getByText("är inte sparade").waitFor({ state: "detached" });
  await tryOut(kim);
  await cap.step(kim, {
    name: "4-rehearsal",
    title: "Tests and rehearsal: whom would it have touched?",
    text: "Every scenario is run on the draft, then the assessments of the last twelve months are computed again. None of them is changed.",
  });
  await kim.getByRole("link", { name: "Prov", exact: true }).click();
  await kim.getByText("Alla exempel", { exact: true }).click();
  await button(kim, /^Visa spår/)
    .first()
    .press("Enter");
  await dialog(kim, /^Så räknar utkastet/)
    .getByRole("row")
    .nth(1)
    .waitFor();
  await cap.step(kim, {
    name: "5-trace",
    title: "The trace of one scenario",
    text: "Each line of the calculation with the rows that matched, the facts that were read and the paragraphs.",
  });
  await kim.keyboard.press("Escape");
  await dialog(kim, /^Så räknar utkastet/).waitFor({ state: "detached" });
  await next(kim);
  await kim.getByText("Den som skrev ändringen kan inte själv godkänna den.").waitFor();
  await leila.goto(kim.url());
  await button(leila, "Godkänn").press("Enter");
  await dialog(leila, "Godkänn ändringen?").waitFor();
  await cap.step(leila, {
    name: "6-approve",
    title: "Leila approves; Kim cannot",
    text: "The approval is of exactly the text, the tests and the rehearsal that were shown.",
  });
  await next(leila);
  await button(leila, "Publicera …").press("Enter");
  await dialog(leila, "Publicera ändringen?").waitFor();
  await leila.getByRole("spinbutton").first().focus();
  await leila.keyboard.type("20251022");
  await leila.getByLabel("Paragraf").fill("§ 91");
  await cap.step(leila, {
    name: "7-minute",
    title: "The board's minute",
    text: "A guideline is the board's to decide: without the day and the paragraph nothing is published.",
  });
  await next(leila);
  await leila.getByText("Publicerad. Ändringen är bunden").waitFor();
  await leila.getByRole("heading", { name: /Ärenden som inte är beslutade/ }).waitFor();
  await cap.step(leila, {
    name: "8-published",
    title: "Published, and in force from its month",
    text: "Undecided cases were assessed with the version before: they are listed, with what they come to now, and assessed again one, some, all. Decided months that would have come to more are listed for a person, never changed.",
  });
  await leila.goto(new URL("/regler?month=2026-01", leila.url()).href);
  await leila.getByText("7 200").first().waitFor();
  await leila.getByText("7 200").first().scrollIntoViewIfNeeded();
  await cap.step(leila, {
    name: "9-in-force",
    title: "The rules of January 2026, as everyone reads them",
    text: "December's say what they said.",
  });

  const table = recorder();
  const practice = { title: "Nästa års tabell", source: "Övningstabell (påhittad), 2027", year: "2027", month: "01" };
  await begin(leila, practice, join(docs, "practice-table.json"));
  await table.step(leila, {
    name: "10-table",
    title: "Leila loads next year's table from a file",
    text: "[practice-table.json](practice-table.json) is the table of 2026 with 100 kr more in every row but the addition above seven persons: invented, and named *Övningstabell (påhittad)*. The file is held against the schema of rule packs before it is sent. **In any municipality but the invented one it is refused**, whatever is done with it.",
  });
  await next(leila);
  await leila.getByRole("heading", { level: 1, name: /Nästa års tabell/ }).waitFor();
  await table.step(leila, {
    name: "11-table-read",
    title: "Every row beside the year before",
    text: "Nothing holds in January 2027 yet, and the table says so. Beside it stands what each row was the year before, with who decides of it: this is law, so the board is not asked, but a second person is.",
  });
  await tryOut(leila);
  await table.step(leila, {
    name: "12-table-rehearsal",
    title: "Tried as if it had always held",
    text: "A table for a year to come touches no month there is. The rehearsal computes the last twelve months as if it had held then.",
  });
  await next(leila);
  await leila.getByText("Den som skrev ändringen kan inte själv godkänna den.").waitFor();
  await kim.goto(leila.url());
  await button(kim, "Godkänn").press("Enter");
  await dialog(kim, "Godkänn ändringen?").waitFor();
  await next(kim);
  await button(kim, "Publicera …").press("Enter");
  await dialog(kim, "Publicera ändringen?").waitFor();
  await next(kim);
  await kim.getByText("Publicerad. Ändringen är bunden").waitFor();
  await kim.goto(new URL("/regler/andringar", kim.url()).href);
  await kim.getByText("att månaden börjar").first().waitFor();
  await table.step(kim, {
    name: "13-both",
    title: "Both changes wait for their month",
    text: "Kim has approved and published. Each version stays: any of them can be gone back to, as a change of its own.",
  });

  const text = asMarkdown([
    ["A new rent cap", cap.steps],
    ["Next year's table", table.steps],
  ]);
  writeFileSync(join(docs, "rule-workshop.md"), await format(text, { parser: "markdown", printWidth: 120 }));
} finally {
  await browser.close();
  await town.close();
}
