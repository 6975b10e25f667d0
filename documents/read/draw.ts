import sharp from "sharp";
import { z } from "zod";
import type { Frame } from "../sandbox/frame.js";
import { openCamera } from "./pdf-picture.js";
import { straighten } from "./straighten.js";

const requestSchema = z.strictObject({ page: z.int().min(1) });

/** Task `draw`: a PDF and a page in, the page out as a PNG, levelled as it was when its fields were read. */
export const draw = async (request: Frame): Promise<Frame> => {
  const { page } = requestSchema.parse(request.data);
  const [bytes] = request.blobs;
  if (bytes === undefined) throw new Error("There is no document to draw.");
  const camera = await openCamera(bytes);
  try {
    const { width, height, pixels } = await straighten(await camera.draw(page));
    const png = await sharp(pixels, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer();
    return { data: null, blobs: [png] };
  } finally {
    camera.close();
  }
};
