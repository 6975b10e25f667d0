import { Fault } from "../../contracts/faults.js";

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/**
 * What a document is, by its first bytes: neither the name nor the portal's word for it is trusted.
 * Throws `DocumentRefused` for anything we do not read.
 */
export const documentType = (bytes: Uint8Array): "application/pdf" | "image/png" | "image/jpeg" => {
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return "application/pdf";
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (starts(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  throw new Fault("DocumentRefused", "A document is neither PDF, PNG nor JPEG.");
};
