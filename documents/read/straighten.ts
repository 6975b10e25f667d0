import sharp, { type Sharp } from "sharp";
import { inkThreshold } from "./ink-threshold.js";
import type { Picture } from "./pdf-picture.js";

const widest = 4;
/** Below this a turn would blur more than it mends. */
const leastAngle = 0.15;
/** Narrower pictures are enlarged to this before they are read; it helps small photographs a great deal. */
const readingWidth = 1_800;
const measuringWidth = 900;

const raw = (picture: Picture): Sharp =>
  sharp(picture.pixels, { raw: { width: picture.width, height: picture.height, channels: 1 } });

const toPicture = async (image: Sharp): Promise<Picture> => {
  const { data, info } = await image.toColourspace("b-w").extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
};

type Point = readonly [x: number, y: number];

const inkOf = (picture: Picture): Point[] => {
  const threshold = inkThreshold(picture.pixels);
  const points: Point[] = [];
  picture.pixels.forEach((value, index) => {
    if (value <= threshold) points.push([index % picture.width, Math.floor(index / picture.width)]);
  });
  return points;
};

/** How sharply the ink falls into rows when the page is sheared by the angle: greatest when the lines lie level. */
const levelness = (ink: readonly Point[], degrees: number): number => {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  for (const [x, y] of ink) {
    const row = Math.round(y - x * slope);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
};

const bestOf = (ink: readonly Point[], angles: readonly number[]): number =>
  angles
    .map((degrees) => ({ degrees, score: levelness(ink, degrees) }))
    .reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).degrees;

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);

/**
 * Measures how much a page's lines slope, in degrees, positive when they fall to the right. Looks within ±4°:
 * what leans more is asked for again rather than guessed at.
 */
export const measureSlope = async (picture: Picture): Promise<number> => {
  const small = await toPicture(raw(picture).resize({ width: Math.min(measuringWidth, picture.width) }));
  const ink = inkOf(small);
  const coarse = bestOf(ink, range(-widest, widest, 0.25));
  return bestOf(ink, range(coarse - 0.2, coarse + 0.2, 0.05));
};

/** Levels a page and enlarges a small one. Grey levels are left alone: stretching them turns paper noise into ink. */
export const straighten = async (picture: Picture): Promise<Picture> => {
  const slope = await measureSlope(picture);
  const turned = Math.abs(slope) < leastAngle ? raw(picture) : raw(picture).rotate(-slope, { background: "#ffffff" });
  const level = await toPicture(turned);
  if (level.width >= readingWidth) return level;
  return toPicture(raw(level).resize({ width: readingWidth, kernel: "lanczos3" }));
};
