import sharp from "sharp";
import { inkThreshold } from "./ink-threshold.js";
import type { Picture } from "./pdf-picture.js";

/**
 * How far the picture is blurred first, in pixels on a page at least 1 800 wide: it melts the dots that a scanner in
 * text mode makes grey paper of, and leaves strokes of print as strokes.
 */
const blurSigma = 2;
/**
 * The share of neighbouring pixels of which one is ink and one is paper, after the blur. A page full of 9-point print
 * has 0.055 at most, grainy or dithered; noise, from 2 % of specks to nothing else, has 0.094 and more.
 */
const mostEdges = 0.075;

/**
 * Whether a levelled picture is noise instead of print. Recognising it would cost half a minute and give nothing: the
 * engine tries every speck as a letter. Measured on our own scans, from a near empty page to one that is full.
 */
export const isNoise = async ({ width, height, pixels }: Picture): Promise<boolean> => {
  const soft = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .blur(blurSigma)
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer();
  const threshold = inkThreshold(soft);
  let edges = 0;
  let before = false;
  for (const [index, value] of soft.entries()) {
    const isInk = value <= threshold;
    if (isInk !== before && index % width !== 0) edges += 1;
    before = isInk;
  }
  return edges / soft.length > mostEdges;
};
