import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import sharp from "sharp";
import { findChromium } from "../../bots/core/chromium.js";
import { until } from "../../platform/until.js";
import { openTown } from "../e2e/town.js";

/**
 * Records what it takes to approve a simple renewal: each key, the time, and what stood on the screen, in the real
 * console on the whole town, without a mouse. Run by hand when the desk has changed:
 * `npx tsx test/recordings/caseworkers-minute.ts`. It shows what the tool costs; reading takes as long as a person reads.
 */
const docs = new URL("../../docs/", import.meta.url).pathname;
const pictures = join(docs, "images", "minute");
const size = { width: 1440, height: 900 };

type Step = { readonly what: string; readonly keys: string; readonly seconds: number; readonly picture?: string };

const recorder = (page: Page) => {
  const steps: Step[] = [];
  const startedAt = performance.now();
  let last = startedAt;
  const step = async (
    what: string,
    {
      keys,
      shown,
      name,
    }: { readonly keys: readonly string[]; readonly shown: () => Promise<void>; readonly name?: string },
  ): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
    await shown();
    const now = performance.now();
    const picture = name === undefined ? {} : { picture: `images/minute/${name}.png` };
    if (name !== undefined) {
      const shot = await page.screenshot({ animations: "disabled" });
      await sharp(shot)
        .png({ palette: true, colours: 64, compressionLevel: 9 })
        .toFile(join(pictures, `${name}.png`));
    }
    steps.push({ what, keys: keys.join(" "), seconds: (now - last) / 1000, ...picture });
    last = performance.now();
  };
  return { step, steps };
};

const asMarkdown = (steps: readonly Step[]): string => {
  const presses = steps.reduce((sum, { keys }) => sum + keys.split(" ").filter((key) => key !== "").length, 0);
  const seconds = steps.reduce((sum, one) => sum + one.seconds, 0);
  return [
    "# A caseworker's minute",
    "",
    "A simple renewal, from the queue to the recorded decision, by keyboard alone in the real console on the simulated",
    "municipality. Recorded by `npx tsx test/recordings/caseworkers-minute.ts`; run it again when the desk has changed. The",
    "seconds are the machine's part: from the key press until the screen shows what follows. The rest of the minute is for reading.",
    "",
    `**${String(presses)} key presses, ${seconds.toFixed(1)} seconds of waiting.**`,
    "",
    "| Step | Keys | Seconds |",
    "| --- | --- | --: |",
    ...steps.map(
      ({ what, keys, seconds: taken }) => `| ${what} | ${keys === "" ? "" : `\`${keys}\``} | ${taken.toFixed(2)} |`,
    ),
    "",
    ...steps.flatMap(({ what, picture }) =>
      picture === undefined ? [] : [`## ${what}`, "", `![${what}](${picture})`, ""],
    ),
  ].join("\n");
};

const town = await openTown(["01", "12", "14"]);
const { executablePath } = await findChromium({
  ...(process.env["PATH"] !== undefined && { searchPath: process.env["PATH"] }),
});
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
  mkdirSync(pictures, { recursive: true });
  await until(async () => (await town.status()).some(({ state }) => state === "prefilled"), 120_000);
  const page = await browser.newPage({ viewport: size, locale: "sv-SE", timezoneId: "Europe/Stockholm" });
  await page.goto(town.publicUrl);
  await page
    .getByRole("button", { name: /handläggare/ })
    .first()
    .press("Enter");
  const row = page.getByRole("row").filter({ hasText: /6.190/ });
  await row.waitFor();
  const { step, steps } = recorder(page);
  const heading = page.getByRole("heading", { level: 1 });
  await step("The queue: what is ready to decide", { keys: [], shown: () => row.waitFor(), name: "1-queue" });
  await step("Open the case in focus", {
    keys: ["ArrowDown", "Enter"],
    shown: async () => {
      await page.waitForURL(/\/arenden\/[^/]+/);
      await heading.waitFor();
      await page.getByRole("button", { name: /Bevilja/ }).waitFor();
    },
    name: "2-case",
  });
  await step("Grant: the confirmation repeats the amount", {
    keys: ["Control+Enter"],
    shown: () => page.getByRole("alertdialog").or(page.getByRole("dialog")).waitFor(),
    name: "3-confirm",
  });
  await step("Declare that there is no conflict of interest, and confirm", {
    keys: ["Space", "Tab", "Enter"],
    shown: () =>
      page
        .getByText(/Beslut|beviljat/i)
        .first()
        .waitFor(),
    name: "4-decided",
  });
  writeFileSync(join(docs, "caseworkers-minute.md"), asMarkdown(steps));
  process.stdout.write(`${JSON.stringify(steps, null, 2)}\n`);
} finally {
  await browser.close();
  await town.close();
}
