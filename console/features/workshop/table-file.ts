import type { TableFile } from "./change-commands.js";

/** What a workbook (xlsx) begins with, as any ZIP file does. */
const zipSign = [0x50, 0x4b] as const;

const base64Of = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** A file that somebody has chosen, as the table's route takes it: a workbook by its bytes, whatever it is called. */
export const tableFileOf = async (file: Blob): Promise<TableFile> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isWorkbook = zipSign.every((sign, at) => bytes[at] === sign);
  return isWorkbook ? { xlsx: base64Of(bytes) } : { csv: new TextDecoder().decode(bytes) };
};
