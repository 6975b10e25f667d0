import { readFile } from "node:fs/promises";
import type { DocumentReading } from "../../contracts/document-reading.js";
import { documentFlags, documentKinds } from "../../contracts/document-reading.js";
import { isFault } from "../../contracts/faults.js";
import { readDocument } from "../../documents/read/read-document.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { refuse } from "../input-error.js";
import { readableFile } from "../readable-file.js";
import type { Terminal } from "../terminal.js";

const linesOf = ({ kind, pages, source, fields, flags }: DocumentReading): string[] => [
  `${documentKinds[kind].title}, ${String(pages)} sidor, läst som ${source}`,
  ...flags.map((flag) => `  ! ${documentFlags[flag].title}`),
  ...fields.map(
    ({ name, value, confidence, page, accepted }) =>
      `  ${accepted ? "✓" : "?"} ${name}: ${String(value)} (sida ${String(page)}, säkerhet ${confidence.toFixed(2)})`,
  ),
];

/**
 * `skalig documents read FIL`: what a document says, with where on the page and how surely. A file that cannot be
 * taken as a document at all is refused with its reason.
 */
export const documentsRead = async (
  terminal: Terminal,
  { file, json }: { readonly file: string; readonly json: boolean },
): Promise<ExitCode> => {
  const bytes = await readFile(await readableFile(file));
  const reading = await readDocument({ bytes }).catch((error: unknown) => {
    if (isFault(error) && error.name === "DocumentRefused")
      throw refuse(file, String(error.details["code"] ?? "refused"), error.message);
    throw error;
  });
  await terminal.out(json ? `${JSON.stringify(reading)}\n` : `${linesOf(reading).join("\n")}\n`);
  return exitCodes.ok;
};
