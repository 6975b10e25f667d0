import sharp from "sharp";
import { documentCaps } from "./limits.js";
import type { Picture } from "./pdf-picture.js";

/** Engine versions of the image library. */
export const imageLibraryVersion = (): string => sharp.versions.vips;

/**
 * Opens a photograph or a scan as greyscale, turned the way its camera says. Where the file is larger than we read or
 * breaks off, says so. Metadata, such as where a photograph was taken, is left behind.
 */
export const openImage = async (bytes: Uint8Array): Promise<Picture | "too-large" | "truncated"> => {
  const options = { limitInputPixels: documentCaps.pixels, failOn: "truncated", sequentialRead: true } as const;
  try {
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (width * height > documentCaps.pixels) return "too-large";
    const { data, info } = await sharp(bytes, options)
      .rotate()
      .flatten({ background: "#ffffff" })
      .toColourspace("b-w")
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: data };
  } catch {
    return "truncated";
  }
};
