import sharp from "sharp";
import { openCamera } from "../read/pdf-picture.js";

/** How bad a scan is. Noise is drawn from a fixed series, so that a test reads the same picture every time. */
export type ScanQuality = {
  readonly dpi: number;
  readonly degrees: number;
  readonly noise: number;
  readonly jpegQuality: number;
};

export const ordinaryScan: ScanQuality = { dpi: 150, degrees: 1.2, noise: 18, jpegQuality: 35 };

const series = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Prints the first page of a PDF, lays it askew on the glass, and scans it as a noisy JPEG. */
export const scanOf = async (pdf: Uint8Array, quality: ScanQuality = ordinaryScan): Promise<Uint8Array> => {
  const camera = await openCamera(pdf);
  const drawn = await camera.draw(1);
  camera.close();
  const { data, info } = await sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 1 } })
    .resize({ width: Math.round((drawn.width * quality.dpi) / 200) })
    .rotate(quality.degrees, { background: "#ffffff" })
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const next = series(42);
  const noisy = data.map((value) =>
    Math.max(0, Math.min(255, Math.round(value * 0.92 + (next() - 0.5) * 2 * quality.noise))),
  );
  return sharp(noisy, { raw: { width: info.width, height: info.height, channels: 1 } })
    .jpeg({ quality: quality.jpegQuality })
    .toBuffer();
};

/** Scans the first page of a PDF in a scanner's text mode: black and white, with paper of a grey made out of dots. */
export const inTextMode = async (
  pdf: Uint8Array,
  { paper, width }: { readonly paper: number; readonly width: number },
): Promise<Uint8Array> => {
  const camera = await openCamera(pdf);
  const drawn = await camera.draw(1);
  camera.close();
  const { data, info } = await sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 1 } })
    .resize({ width })
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = Float32Array.from(data, (value) => (value * paper) / 255);
  const add = (index: number, amount: number): void => {
    grey[index] = (grey[index] ?? 0) + amount;
  };
  // Floyd and Steinberg's way: what is lost in one pixel is given to those after it.
  const dots = Uint8Array.from(grey, (_, index) => {
    const value = grey[index] ?? 0;
    const dot = value < 128 ? 0 : 255;
    const [error, x] = [(value - dot) / 16, index % info.width];
    if (x + 1 < info.width) add(index + 1, error * 7);
    if (x > 0) add(index + info.width - 1, error * 3);
    add(index + info.width, error * 5);
    if (x + 1 < info.width) add(index + info.width + 1, error);
    return dot;
  });
  return sharp(dots, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png()
    .toBuffer();
};
