import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import sharp from "sharp";
import { z } from "zod";
import { comparePictures } from "./compare-pictures.js";
import { layoutOf, layoutSchema, movedParts, type Layout } from "./layout.js";

const folder = join(import.meta.dirname, "..", "screenshots");

/** A page as it was recorded: what it says, where its parts stand, what it looks like, and in which browser. */
export type RecordedPage = {
  readonly words: string;
  readonly layout: Layout;
  readonly picture: Buffer;
  /** Major version of the Chromium that drew it. */
  readonly major: number;
};

const recordSchema = z.strictObject({ major: z.int(), layout: layoutSchema });

/** Drawn with the machine's own fonts and widgets, and so not compared; what they say and where they stand is. */
const foreign = ".hash, .entry-mark, .proof, kbd, select";

/**
 * Draws anew what sticks while the page scrolls. The browser keeps it as a picture of its own, at the fraction of a
 * pixel where it first stood, and so a page whose parts arrive in another order looks a little different.
 */
const redrawWhatSticks = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const sticks = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (element) => getComputedStyle(element).position === "sticky",
    );
    for (const element of sticks) element.style.position = "static";
    await frame();
    await frame();
    for (const element of sticks) element.style.position = "";
    await frame();
  });

/** The page as it is now. */
export const recordPage = async (page: Page, major: number): Promise<RecordedPage> => {
  await page.evaluate(() => document.fonts.ready);
  await redrawWhatSticks(page);
  const mask = [page.locator(foreign)];
  const picture = await page.screenshot({ animations: "disabled", caret: "hide", mask, maskColor: "#dddddd" });
  return { words: await page.locator("body").ariaSnapshot(), layout: await layoutOf(page), picture, major };
};

/** Stores a page as what it is to be compared with from now on. */
export const storePage = async (name: string, { words, layout, picture, major }: RecordedPage): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.txt`), `${words}\n`);
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify({ major, layout })}\n`);
  await sharp(picture)
    .png({ compressionLevel: 9, effort: 10 })
    .toFile(join(folder, `${name}.png`));
};

/** The page as it was stored. */
export const storedPage = async (name: string): Promise<RecordedPage> => ({
  words: (await readFile(join(folder, `${name}.txt`), "utf8")).trimEnd(),
  picture: await readFile(join(folder, `${name}.png`)),
  ...recordSchema.parse(JSON.parse(await readFile(join(folder, `${name}.json`), "utf8"))),
});

/** About what one or two letters have, and above the noise between two drawings; words are compared by themselves. */
const toleratedPixels = 60;

/**
 * How a page differs from what was stored, in words; empty where it does not. What it says is always compared, letter by
 * letter. Pixels are compared where the same major version of the browser drew both, and where parts stand where not.
 */
export const differences = async (before: RecordedPage, after: RecordedPage): Promise<string[]> => {
  const said = before.words === after.words ? [] : [`says something else:\n${changedLines(before.words, after.words)}`];
  if (before.major !== after.major) return [...said, ...movedParts(before.layout, after.layout)];
  const { pixels, picture } = await comparePictures(before.picture, after.picture);
  if (pixels <= toleratedPixels) return said;
  const file = join(await mkdtemp(join(tmpdir(), "skalig-screenshot-")), "difference.png");
  await writeFile(file, picture);
  return [...said, `looks different in ${String(pixels)} pixels: ${file}`];
};

const changedLines = (before: string, after: string): string => {
  const [was, is] = [before.split("\n"), after.split("\n")];
  return [
    ...was.filter((line) => !is.includes(line)).map((line) => `- ${line}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`),
  ].join("\n");
};
