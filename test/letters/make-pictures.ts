import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { renderLetter } from "../../documents/letters/render.js";
import { drawPage } from "../../documents/read/draw-page.js";
import { everyKind } from "../../rules/letters/test-support/every-kind.js";

/** `npx tsx test/letters/make-pictures.ts [FOLDER]`: every kind of letter as one picture, its pages side by side. */

const folder = process.argv[2] ?? fileURLToPath(new URL("../../docs/pictures/letters/", import.meta.url));
const pageWidth = 520;
const gap = 12;
const largestBytes = 150_000;

const pagesOf = async (pdf: Uint8Array): Promise<Buffer[]> => {
  const pages: Buffer[] = [];
  for (let page = 1; ; page += 1) {
    const drawn = await drawPage(pdf, page).catch(() => undefined);
    if (drawn === undefined) return pages;
    pages.push(await sharp(drawn).resize({ width: pageWidth }).toBuffer());
  }
};

mkdirSync(folder, { recursive: true });
for (const [name, letter] of Object.entries(everyKind)) {
  const pages = await pagesOf(renderLetter(letter));
  const { height } = await sharp(pages[0]).metadata();
  const picture = await sharp({
    create: {
      width: pages.length * (pageWidth + gap) + gap,
      height: height + 2 * gap,
      channels: 3,
      background: "#888",
    },
  })
    .composite(pages.map((input, index) => ({ input, left: gap + index * (pageWidth + gap), top: gap })))
    .png({ palette: true, colours: 16, compressionLevel: 9 })
    .toBuffer();
  if (picture.length > largestBytes) throw new Error(`The picture of ${name} is ${String(picture.length)} bytes.`);
  writeFileSync(`${folder}/${name}.png`, picture);
  process.stdout.write(`${name}: ${String(pages.length)} pages, ${String(picture.length)} bytes\n`);
}
