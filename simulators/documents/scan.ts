import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import { seedOf } from "./numbers.js";
import { newPdf, paper } from "./page.js";

/** A sequence of numbers in [0, 1) that is the same for the same seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Grain of a worn scanner, and of a picture so blurred that little grain is left. In steps of grey. */
const grain = { worn: 34, blurred: 6 } as const;

const rasterise = async (pdf: Uint8Array, dpi: number): Promise<{ pixels: Buffer; width: number; height: number }> => {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    try {
      const { data, width, height } = await document.getPage(0).render({ scale: dpi / 72, render: "bitmap" });
      return { pixels: Buffer.from(data), width, height };
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
};

const withGrain = (pixels: Buffer, at: { steps: number; random: () => number }): Buffer =>
  Buffer.from(pixels.map((value) => Math.max(0, Math.min(255, value + Math.round((at.random() - 0.5) * at.steps)))));

/**
 * What comes out when a printed page is laid askew on a worn scanner: 120–160 dpi, tilted 1–3°, grainy, JPEG
 * quality 35, no text layer. `illegible` is what a shaking hand in a dark hall makes of it. Same seed, same scan.
 */
export const scanOf = async (
  pdf: Uint8Array,
  at: { title: string; seed: string; illegible: boolean },
): Promise<Uint8Array> => {
  const random = randomFrom(seedOf(at.seed));
  const dpi = at.illegible ? 50 : 120 + Math.floor(random() * 41);
  const degrees = (1 + random() * 2) * (random() < 0.5 ? -1 : 1);
  const { pixels, width, height } = await rasterise(pdf, dpi);
  const tilted = sharp(pixels, { raw: { width, height, channels: 4 } })
    .flatten({ background: "#fff" })
    .rotate(at.illegible ? degrees * 4 : degrees, { background: "#f4f2ee" })
    .greyscale();
  const { data, info } = await (at.illegible ? tilted.blur(2.2).linear(0.35, 70) : tilted)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const jpeg = await sharp(withGrain(data, { steps: at.illegible ? grain.blurred : grain.worn, random }), {
    raw: { width: info.width, height: info.height, channels: info.channels },
  })
    .jpeg({ quality: 35 })
    .toBuffer();
  const scanned = await newPdf(at.title);
  const image = await scanned.embedJpg(jpeg);
  const scale = Math.min(paper.width / info.width, paper.height / info.height);
  const sheet = scanned.addPage([info.width * scale, info.height * scale]);
  sheet.drawImage(image, { x: 0, y: 0, width: info.width * scale, height: info.height * scale });
  return scanned.save();
};
