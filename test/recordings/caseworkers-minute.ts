import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Locator, type Page } from "playwright";
import { format } from "prettier";
import sharp from "sharp";
import { findChromium } from "../../bots/core/chromium.js";
import { until } from "../../platform/until.js";
import { openTown } from "../e2e/town.js";

/**
 * Records what it takes to approve a simple renewal: each key, the time until the screen had answered, how many words
 * stood there to read, and a picture, in the real console on the whole town, without a mouse. Run by hand when the desk
 * has changed, with `TEMPORAL_CLI_PATH` at the Temporal server's program:
 * `npx vite build console && npx tsx test/recordings/caseworkers-minute.ts`.
 */
const docs = new URL("../../docs/", import.meta.url).pathname;
const pictures = join(docs, "images", "minute");
const size = { width: 1440, height: 900 };

type Step = {
  readonly what: string;
  readonly keys: readonly string[];
  readonly seconds: number;
  readonly words: number;
  readonly picture: string;
};

type Act = {
  readonly keys: readonly string[];
  /** Resolves when the screen shows what follows from the keys. */
  readonly shown: () => Promise<void>;
  /** What a careful person reads before going on. */
  readonly read: readonly Locator[];
  readonly name: string;
};

const wordsIn = async (parts: readonly Locator[]): Promise<number> => {
  const texts = await Promise.all(parts.map((part) => part.innerText()));
  return texts.flatMap((text) => text.split(/\s+/)).filter((word) => /[\p{L}\d]/u.test(word)).length;
};

const recorder = (page: Page) => {
  const steps: Step[] = [];
  const step = async (what: string, { keys, shown, read, name }: Act): Promise<void> => {
    const startedAt = performance.now();
    for (const key of keys) await page.keyboard.press(key);
    await shown();
    const seconds = (performance.now() - startedAt) / 1000;
    const shot = await page.screenshot({ animations: "disabled" });
    await sharp(shot)
      .png({ palette: true, colours: 64, compressionLevel: 9 })
      .toFile(join(pictures, `${name}.png`));
    steps.push({ what, keys, seconds, words: await wordsIn(read), picture: `images/minute/${name}.png` });
  };
  return { step, steps };
};

const asMarkdown = (steps: readonly Step[]): string => {
  const presses = steps.reduce((sum, { keys }) => sum + keys.length, 0);
  const seconds = steps.reduce((sum, one) => sum + one.seconds, 0);
  const words = steps.reduce((sum, one) => sum + one.words, 0);
  return [
    "# A caseworker's minute",
    "",
    "A simple renewal, from the queue to the recorded decision, by keyboard alone, in the real console with everything",
    "behind it running: the simulated municipality, the robots, Temporal, the database, the application. Fictive people only.",
    "",
    `**${String(presses)} key presses. ${seconds.toFixed(1)} seconds of the machine's time. ${String(words)} words to read.**`,
    "",
    "| Step | Keys | Machine, s | Words |",
    "| --- | --- | --: | --: |",
    ...steps.map(
      ({ what, keys, seconds: taken, words: read }) =>
        `| ${what} | ${keys.map((key) => `\`${key}\``).join(" ")} | ${taken.toFixed(2)} | ${String(read)} |`,
    ),
    "",
    "## How it was made, and what it does not show",
    "",
    "`npx vite build console && npx tsx test/recordings/caseworkers-minute.ts` starts the town, waits for the case, presses the",
    "keys, and writes this page and its pictures. **No person was timed.** The seconds are the machine's: from the first",
    "key of a step until the screen shows what follows, with no pause between keys. The words are counted on the same screens:",
    "what a careful person would read once before the next key. They are not a time: whoever wants one divides them by a pace",
    "of their own, and an experienced caseworker skims what is as last month. Whether it is done under a minute with a clear",
    "conscience has to be measured with caseworkers.",
    "",
    ...steps.flatMap(({ what, picture }) => [`## ${what}`, "", `![${what}](${picture})`, ""]),
  ].join("\n");
};

const households = ["01", "12", "14"];
const town = await openTown(households);
const { executablePath } = await findChromium({ chromiumPath: process.env["CHROMIUM_PATH"] ?? "" });
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
  mkdirSync(pictures, { recursive: true });
  const isReady = await until(async () => {
    const cases = await town.status();
    return (
      cases.length === households.length &&
      cases.every(({ state }) => ["prefilled", "referred", "waiting"].includes(state))
    );
  }, 200_000);
  if (!isReady) throw new Error(`The cases did not come to rest: ${JSON.stringify(await town.status())}`);
  const page = await browser.newPage({ viewport: size, locale: "sv-SE", timezoneId: "Europe/Stockholm" });
  await page.goto(town.publicUrl);
  await page
    .getByRole("button", { name: /handläggare/i })
    .first()
    .press("Enter");
  const row = page.getByRole("row").filter({ hasText: /6.190/ });
  await row.waitFor();
  const { step, steps } = recorder(page);
  const confirmation = page.getByRole("dialog", { name: /^Bevilja 6.190 kr\?$/ });
  const bar = page.locator("footer.decision-bar");
  const above = (await page.locator("tbody tr").allInnerTexts()).findIndex((text) => /6.190/.test(text));
  await step("The queue: down to the case", {
    keys: Array.from({ length: above + 1 }, () => "ArrowDown"),
    shown: () => row.locator(":focus").waitFor(),
    read: [row],
    name: "1-queue",
  });
  await step("The case, with everything that has to be weighed", {
    keys: ["Enter"],
    shown: () => page.getByRole("button", { name: /^Bevilja/ }).waitFor(),
    read: [
      page.locator("main header").first(),
      page.locator(".desk .panel").nth(0),
      page.locator(".desk .panel").nth(1),
      bar,
    ],
    name: "2-case",
  });
  await step("No conflict of interest, and grant: the confirmation repeats the amount", {
    keys: ["j", "Control+Enter"],
    shown: () => confirmation.waitFor(),
    read: [confirmation],
    name: "3-confirm",
  });
  await step("Confirm: the decision is recorded, and the payment can still be stopped", {
    keys: ["Enter"],
    shown: () => bar.getByText(/Beviljat 6.190 kr/).waitFor(),
    read: [bar],
    name: "4-decided",
  });
  writeFileSync(join(docs, "caseworkers-minute.md"), await format(asMarkdown(steps), { parser: "markdown" }));
  process.stdout.write(`${JSON.stringify(steps, null, 2)}\n`);
} finally {
  await browser.close();
  await town.close();
}
