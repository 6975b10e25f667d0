import type { DocumentFlag, DocumentRefusal } from "../../contracts/document-reading.js";
import type { Frame } from "../sandbox/frame.js";
import type { Inspection } from "./inspection.js";
import { imageLibraryVersion, openImage } from "./image-picture.js";
import { versionOf } from "./engine-version.js";
import { documentCaps } from "./limits.js";
import { isNoise } from "./noise.js";
import type { PageText } from "./page-text.js";
import { openCamera, type Picture } from "./pdf-picture.js";
import { lookThroughPdf } from "./pdf-structure.js";
import { pdfjsVersion, readTextLayer } from "./pdf-text.js";
import { sniff } from "./sniff.js";
import { straighten } from "./straighten.js";
import { separateHidden } from "./visible-words.js";

/** A page with fewer visible characters than this is read as a picture. */
const leastCharacters = 20;

const refuse = (refusal: DocumentRefusal): Frame => ({
  data: { result: "refused", refusal } satisfies Inspection,
  blobs: [],
});

type Gathered = {
  texts: PageText[];
  pictures: { page: number; picture: Picture }[];
  flags: DocumentFlag[];
  engines: Record<string, string>;
};

const answer = (gathered: Gathered): Frame => ({
  data: {
    result: "inspected",
    pages: gathered.texts.length + gathered.pictures.length,
    texts: gathered.texts,
    pictures: gathered.pictures.map(({ page, picture }) => ({ page, width: picture.width, height: picture.height })),
    flags: gathered.flags,
    engines: gathered.engines,
  } satisfies Inspection,
  blobs: gathered.pictures.map(({ picture }) => picture.pixels),
});

const characters = (page: PageText): number => page.words.reduce((sum, word) => sum + word.text.length, 0);

const inspectImage = async (bytes: Uint8Array): Promise<Frame> => {
  const picture = await openImage(bytes);
  if (picture === "too-large" || picture === "truncated") return refuse(picture);
  const level = await straighten(picture);
  if (await isNoise(level)) return refuse("unreadable");
  return answer({
    texts: [],
    pictures: [{ page: 1, picture: level }],
    flags: [],
    engines: { libvips: imageLibraryVersion() },
  });
};

const inspectPdf = async (bytes: Uint8Array): Promise<Frame> => {
  const structure = await lookThroughPdf(bytes);
  if (structure.tooLarge) return refuse("too-large");
  if (structure.encrypted) return refuse("encrypted");
  const layer = await readTextLayer(bytes);
  if ("refusal" in layer) return refuse(layer.refusal);
  const gathered: Gathered = {
    texts: [],
    pictures: [],
    flags: [...structure.flags],
    engines: { pdfjs: pdfjsVersion, pdfium: versionOf("@hyzyla/pdfium"), libvips: imageLibraryVersion() },
  };
  const camera = await openCamera(bytes);
  for (const page of layer.pages) {
    const drawn = await camera.draw(page.page);
    const { visible, hidden } = separateHidden(page, drawn);
    if (characters(visible) >= leastCharacters) {
      gathered.texts.push(visible);
      if (hidden > 0) gathered.flags.push("hidden-text");
      continue;
    }
    // A scanner's own invisible text layer is common and harmless: the picture is read, the layer is not.
    if (gathered.pictures.length === documentCaps.picturePages) return refuse("too-large");
    const level = await straighten(drawn);
    if (await isNoise(level)) return refuse("unreadable");
    gathered.pictures.push({ page: page.page, picture: level });
  }
  camera.close();
  return answer({ ...gathered, flags: [...new Set(gathered.flags)] });
};

/** Task `inspect`: one file in, its visible text and clean pictures out. Runs in the isolated process only. */
export const inspect = async (request: Frame): Promise<Frame> => {
  const [bytes] = request.blobs;
  if (bytes === undefined) return refuse("empty");
  if (bytes.length > documentCaps.bytes) return refuse("too-large");
  const sniffed = sniff(bytes);
  if ("refusal" in sniffed) return refuse(sniffed.refusal);
  switch (sniffed.mediaType) {
    case "application/pdf":
      return inspectPdf(bytes);
    case "image/jpeg":
    case "image/png":
      return inspectImage(bytes);
  }
};
