import { inkThreshold } from "./ink-threshold.js";
import type { Picture } from "./pdf-picture.js";

/**
 * The share of neighbouring pixels of which one is ink and one is paper. A page printed full in 9 points has 0.07 at
 * most when it is scanned, also grainily; pure noise has 0.16 and more.
 */
const mostEdges = 0.11;
/**
 * A stroke of print is 5 pixels wide and more on a page that is 1 800 wide, also where the scan is poor; a speck of
 * noise is 1 or 2. A page with few specks is read all the same.
 */
const leastStroke = 2.5;
const fewEdges = 0.02;

/**
 * Whether a levelled picture is noise instead of print. Recognising it would cost half a minute and give nothing: the
 * engine tries every speck as a letter. Measured on our own scans, from a near empty page to one that is full.
 */
export const isNoise = ({ width, pixels }: Picture): boolean => {
  const threshold = inkThreshold(pixels);
  let ink = 0;
  let edges = 0;
  let before = false;
  for (const [index, value] of pixels.entries()) {
    const isInk = value <= threshold;
    if (isInk) ink += 1;
    if (isInk !== before && index % width !== 0) edges += 1;
    before = isInk;
  }
  const share = edges / pixels.length;
  // Each stroke has two edges.
  const stroke = edges === 0 ? Infinity : (2 * ink) / edges;
  return share > mostEdges || (share > fewEdges && stroke < leastStroke);
};
