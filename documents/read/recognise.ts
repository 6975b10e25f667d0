import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { createWorker, OEM, PSM, type Word as RecognisedWord } from "tesseract.js";
import type { Frame } from "../sandbox/frame.js";
import { recogniseRequestSchema, type Recognised } from "./inspection.js";
import type { PageText } from "./page-text.js";
import { versionOf } from "./engine-version.js";

/** The Swedish model comes with the package; nothing is fetched and nothing is cached outside it. */
const modelFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/swe/package.json")), "4.0.0_best_int");

const toWord = ({ text, confidence, bbox }: RecognisedWord): PageText["words"][number] => ({
  text,
  x: bbox.x0,
  y: bbox.y0,
  width: bbox.x1 - bbox.x0,
  height: bbox.y1 - bbox.y0,
  confidence: Math.min(1, Math.max(0, confidence / 100)),
});

/** Task `recognise`: greyscale pictures in, words with places and confidences out. A fresh engine for each document. */
export const recognise = async (request: Frame): Promise<Frame> => {
  const heads = recogniseRequestSchema.parse(request.data);
  const worker = await createWorker(["swe"], OEM.LSTM_ONLY, {
    langPath: modelFolder(),
    gzip: true,
    cacheMethod: "none",
  });
  // Bills and statements are islands of words: the layouts that expect running text drop whole columns of amounts.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, user_defined_dpi: "200" });
  const pages: PageText[] = [];
  for (const [index, { page, width, height }] of heads.entries()) {
    const pixels = request.blobs[index];
    if (pixels?.length !== width * height) throw new Error("A picture is missing.");
    const png = await sharp(pixels, { raw: { width, height, channels: 1 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const { data } = await worker.recognize(png, {}, { text: false, blocks: true });
    const words = (data.blocks ?? []).flatMap((block) => block.paragraphs).flatMap((paragraph) => paragraph.lines);
    pages.push({ page, width, height, source: "ocr", words: words.flatMap((line) => line.words).map(toWord) });
  }
  await worker.terminate();
  const answer: Recognised = {
    pages,
    engines: {
      tesseract: versionOf("tesseract.js"),
      "tesseract-swe": `${versionOf("@tesseract.js-data/swe")} 4.0.0_best_int`,
    },
  };
  return { data: answer, blobs: [] };
};
