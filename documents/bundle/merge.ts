import { PDFDocument, PDFName } from "pdf-lib";
import { z } from "zod";
import { localDateSchema } from "../../contracts/dates.js";
import type { Frame } from "../sandbox/frame.js";

/** One blob for each part, in order. */
export const mergeRequestSchema = z.strictObject({
  title: z.string(),
  createdOn: localDateSchema,
  parts: z.array(z.enum(["application/pdf", "image/jpeg", "image/png"])).min(1),
});

const a4 = { width: 595.28, height: 841.89, margin: 36 } as const;

/** What a page may do beside being shown: nothing of it comes along. */
const active = ["Annots", "AA", "B", "PieceInfo", "Metadata"] as const;

const appendPdf = async (target: PDFDocument, bytes: Uint8Array): Promise<void> => {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  for (const page of await target.copyPages(source, source.getPageIndices())) {
    for (const key of active) page.node.delete(PDFName.of(key));
    target.addPage(page);
  }
};

const appendImage = async (
  target: PDFDocument,
  image: { readonly bytes: Uint8Array; readonly jpeg: boolean },
): Promise<void> => {
  const embedded = image.jpeg ? await target.embedJpg(image.bytes) : await target.embedPng(image.bytes);
  const room = { width: a4.width - 2 * a4.margin, height: a4.height - 2 * a4.margin };
  const size = embedded.scaleToFit(room.width, room.height);
  target
    .addPage([a4.width, a4.height])
    .drawImage(embedded, { x: a4.margin, y: a4.height - a4.margin - size.height, ...size });
};

/**
 * Task `bundle`: puts PDFs and pictures after one another. Only pages are copied: programs, actions, links, forms and
 * files inside the files stay behind. Runs in the isolated process only.
 */
export const merge = async (request: Frame): Promise<Frame> => {
  const { title, createdOn, parts } = mergeRequestSchema.parse(request.data);
  const target = await PDFDocument.create({ updateMetadata: false });
  for (const [index, mediaType] of parts.entries()) {
    const blob = request.blobs[index];
    if (blob === undefined) throw new Error("A part is missing.");
    // The image readers look at the whole underlying buffer, so a part must have one of its own.
    const bytes = Uint8Array.from(blob);
    if (mediaType === "application/pdf") await appendPdf(target, bytes);
    else await appendImage(target, { bytes, jpeg: mediaType === "image/jpeg" });
  }
  target.setTitle(title, { showInWindowTitleBar: true });
  target.setLanguage("sv");
  target.setProducer("Skälig");
  target.setCreationDate(new Date(`${createdOn}T00:00:00Z`));
  target.setModificationDate(new Date(`${createdOn}T00:00:00Z`));
  return { data: { pages: target.getPageCount() }, blobs: [await target.save()] };
};
