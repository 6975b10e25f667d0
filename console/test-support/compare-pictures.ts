import sharp from "sharp";

/** How two pictures of the same page differ. */
export type PictureDifference = {
  /** Pixels that differ more than how letters are drawn can explain. */
  readonly pixels: number;
  /** The second picture, faded, with what differs in red. PNG. */
  readonly picture: Buffer;
};

/** Letters are smoothed a little differently from machine to machine: a blur of a pixel or two takes that away. */
const blurPx = 1.2;
/** Of 255. What is left after the blur of a letter that is drawn elsewhere within its pixel stays below. */
const channelTolerance = 40;

const pixelsOf = (png: Buffer) => sharp(png).removeAlpha().blur(blurPx).raw().toBuffer({ resolveWithObject: true });

/** Compares two pictures. Pictures of different sizes differ in every pixel. */
export const comparePictures = async (before: Buffer, after: Buffer): Promise<PictureDifference> => {
  const [one, other] = [await pixelsOf(before), await pixelsOf(after)];
  const { width, height, channels } = other.info;
  if (one.info.width !== width || one.info.height !== height) return { pixels: width * height, picture: after };
  const marked = await sharp(after).removeAlpha().modulate({ saturation: 0.2, lightness: 20 }).raw().toBuffer();
  let pixels = 0;
  for (let at = 0; at < other.data.length; at += channels) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > channelTolerance,
    );
    if (!differs) continue;
    pixels += 1;
    marked.set([220, 0, 0], at);
  }
  return {
    pixels,
    picture: await sharp(marked, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  };
};
