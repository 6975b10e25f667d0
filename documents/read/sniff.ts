import type { DocumentRefusal } from "../../contracts/document-reading.js";

/** Media types that can be read. Decided from the bytes; a file's name and its claimed type say nothing. */
export type MediaType = "application/pdf" | "image/jpeg" | "image/png";

/** What the first and last bytes of a file say. */
export type Sniffed = { readonly mediaType: MediaType } | { readonly refusal: DocumentRefusal };

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const tailHas = (bytes: Uint8Array, marker: string, within: number): boolean =>
  Buffer.from(bytes.subarray(Math.max(0, bytes.length - within))).includes(marker, 0, "latin1");

/** Readers accept a PDF header within the first kilobyte; we ask for it at once, where honest files have it. */
const pdfHeader = [0x25, 0x50, 0x44, 0x46, 0x2d];
const jpegHeader = [0xff, 0xd8, 0xff];
const pngHeader = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const ifWhole = (mediaType: MediaType, whole: boolean): Sniffed => (whole ? { mediaType } : { refusal: "truncated" });

/**
 * Tells what a file is and whether its end is there. A file without its end is refused even where a lenient
 * parser could repair it: the missing part may be the page that matters.
 */
export const sniff = (bytes: Uint8Array): Sniffed => {
  if (bytes.length === 0) return { refusal: "empty" };
  if (startsWith(bytes, pdfHeader)) return ifWhole("application/pdf", tailHas(bytes, "%%EOF", 2048));
  if (startsWith(bytes, jpegHeader)) return ifWhole("image/jpeg", tailHas(bytes, "\u00ff\u00d9", 65_536));
  if (startsWith(bytes, pngHeader)) return ifWhole("image/png", tailHas(bytes, "IEND", 4096));
  return { refusal: "not-a-document" };
};
