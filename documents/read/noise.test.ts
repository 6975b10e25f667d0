import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { buildPdf } from "../test-support/page-builder.js";
import { columnNotice, slipNotice } from "../test-support/rent-notices.js";
import { inTextMode, ordinaryScan, scanOf } from "../test-support/scan.js";
import { openImage } from "./image-picture.js";
import { isNoise } from "./noise.js";
import { readDocument } from "./read-document.js";
import { straighten } from "./straighten.js";

/** A picture of nothing, from a fixed series: each pixel by itself. */
const noise = (
  { width, height }: { readonly width: number; readonly height: number },
  pixel: (random: number) => number,
): Promise<Uint8Array> => {
  let state = 42;
  const pixels = Uint8Array.from({ length: width * height }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return pixel(state / 2 ** 32);
  });
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
};
const a4 = { width: 1_654, height: 2_339 };
const grey = (random: number): number => Math.floor(random * 256);
const specks = (share: number) => (random: number) => (random < share ? 0 : 255);

const line = "Insättning överföring hyra kortköp livsmedel 2025-10-24  1 234,50  23 456,70  avgift Provköping";
const fullPage = Array.from({ length: 70 }, (_, row) => ({ text: line, x: 30, y: 800 - row * 11 }));

describe("a picture that is nothing but noise", () => {
  it.each([
    ["grey", noise(a4, grey)],
    ["small and grey", noise({ width: 600, height: 800 }, grey)],
    ["a tenth of specks", noise(a4, specks(0.1))],
    ["a thirtieth of specks", noise(a4, specks(0.03))],
    ["a fiftieth of specks", noise(a4, specks(0.02))],
  ])("fault 47: is refused before anything tries to read it: %s", async (_, picture) => {
    const bytes = await picture;
    const before = performance.now();
    await expect(readDocument({ bytes })).rejects.toMatchObject({
      name: "DocumentRefused",
      details: { code: "unreadable" },
    });
    // Recognising it takes six times as long, on a machine with nothing else to do.
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it.each([
    [245, 2_480],
    [235, 1_240],
    [215, 1_654],
    [190, 2_480],
    [150, 1_654],
  ])("is not taken for a page in black and white whose paper of grey %d is dots, %d wide", async (paper, width) => {
    const picture = await openImage(await inTextMode(await buildPdf([fullPage]), { paper, width }));
    if (typeof picture === "string") throw new Error(picture);
    expect(await isNoise(await straighten(picture))).toBe(false);
  });

  it.each([
    ["of a notice", columnNotice(), ordinaryScan],
    ["that is grainy", columnNotice(), { ...ordinaryScan, noise: 30, jpegQuality: 30 }],
    ["that is poor", slipNotice(), { dpi: 45, degrees: 4, noise: 12, jpegQuality: 20 }],
    ["of a full page", fullPage, ordinaryScan],
    ["of a full page that is very grainy", fullPage, { ...ordinaryScan, noise: 60, jpegQuality: 30 }],
  ])("is not taken for a scan %s", async (_, page, quality) => {
    const picture = await openImage(await scanOf(await buildPdf([page]), quality));
    if (typeof picture === "string") throw new Error(picture);
    expect(await isNoise(await straighten(picture))).toBe(false);
  });
});
