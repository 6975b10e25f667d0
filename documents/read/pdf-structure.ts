import { createInflate } from "node:zlib";
import type { DocumentFlag } from "../../contracts/document-reading.js";
import { documentCaps } from "./limits.js";

/** What can be said of a PDF without interpreting it. */
export type PdfStructure = {
  readonly encrypted: boolean;
  readonly tooLarge: boolean;
  readonly flags: readonly DocumentFlag[];
};

type Stream = { readonly dictionary: string; readonly start: number; readonly end: number };

/** Streams in the order of the file, by their key words: their declared lengths may lie. */
const streamsOf = (text: string): Stream[] => {
  const found: Stream[] = [];
  const begin = /stream\r?\n/g;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    if (text.slice(match.index - 3, match.index) === "end") continue;
    const start = match.index + match[0].length;
    const closing = text.indexOf("endstream", start);
    const end = closing === -1 ? text.length : closing;
    const opening = text.lastIndexOf("obj", match.index);
    found.push({ dictionary: text.slice(Math.max(opening, match.index - 4000), match.index), start, end });
    begin.lastIndex = end;
  }
  return found;
};

type Inflated = { readonly bytes: number; readonly text: string };

/** Unpacks a stream only to count it. Stops at the cap; keeps the beginning where the text is asked for. */
const inflate = async (
  packed: Uint8Array,
  options: { readonly layers: number; readonly cap: number; readonly keep: boolean },
): Promise<Inflated> => {
  const first = createInflate();
  let last = first;
  for (let layer = 1; layer < options.layers; layer += 1) last = last.pipe(createInflate());
  first.on("error", () => last.destroy());
  let bytes = 0;
  const kept: Buffer[] = [];
  first.end(packed);
  try {
    for await (const chunk of last) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      if (options.keep && bytes < 4_000_000) kept.push(chunk);
      if (bytes > options.cap) break;
    }
  } catch {
    // A broken stream is the parser's business; what was unpacked before the break has been counted.
  }
  first.destroy();
  last.destroy();
  return { bytes, text: Buffer.concat(kept).toString("latin1") };
};

/** Writes escaped names out, so that `/J#61vaScript` is seen as what it is. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const marks = [
  [/\/(?:JavaScript|JS)\b/, "javascript"],
  [/\/Launch\b/, "launch-action"],
  [/\/(?:EmbeddedFiles?|RichMedia|Filespec)\b/, "embedded-file"],
  [/\/(?:URI|GoToR|SubmitForm|ImportData)\b/, "external-link"],
] as const satisfies readonly (readonly [RegExp, DocumentFlag])[];

const outsideStreams = (text: string, streams: readonly Stream[]): string => {
  let position = 0;
  const parts: string[] = [];
  for (const stream of streams) {
    parts.push(text.slice(position, stream.start));
    position = stream.end;
  }
  parts.push(text.slice(position));
  return parts.join("\n");
};

/**
 * Looks through a PDF's objects, packed ones included, for what no household's document needs: programs, actions,
 * files inside the file; and adds up what its streams unpack to, before any parser is let near them.
 */
export const lookThroughPdf = async (bytes: Uint8Array): Promise<PdfStructure> => {
  const text = Buffer.from(bytes).toString("latin1");
  const streams = streamsOf(text);
  const texts = [outsideStreams(text, streams)];
  let left = documentCaps.inflatedBytes;
  for (const { dictionary, start, end } of streams) {
    const layers = (plainNames(dictionary).match(/\/(?:FlateDecode|Fl)\b/g) ?? []).length;
    if (layers === 0) continue;
    const unpacked = await inflate(bytes.subarray(start, end), {
      layers,
      cap: left,
      keep: /\/ObjStm\b/.test(dictionary),
    });
    left -= unpacked.bytes;
    if (left < 0) return { encrypted: false, tooLarge: true, flags: [] };
    texts.push(unpacked.text);
  }
  const objects = texts.map(plainNames);
  const has = (mark: RegExp): boolean => objects.some((part) => mark.test(part));
  return {
    encrypted: has(/\/Encrypt\b/),
    tooLarge: false,
    flags: marks.filter(([mark]) => has(mark)).map(([, flag]) => flag),
  };
};
