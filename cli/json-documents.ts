import { createInterface } from "node:readline";
import { Readable } from "node:stream";

/** A JSON text, or what could not be read as one. `line` is given where it is one of a stream of JSON Lines. */
export type JsonDocument = { readonly line?: number } & (
  { readonly ok: true; readonly value: unknown } | { readonly ok: false }
);

const parse = (text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
};

/** A line that is an object of its own. Lines of one object spread over several are indented, or do not parse. */
const isWholeObject = (line: string): boolean => line.startsWith("{") && parse(line).ok;

type Line = { readonly number: number; readonly text: string };

async function* nonEmptyLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of createInterface({ input: Readable.from(input), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() !== "") yield { number, text };
  }
}

/**
 * Reads one JSON text spread over any number of lines, or a stream of JSON Lines: several lines of which at least one
 * is an object of its own. As soon as that is seen the lines are given out one by one, and memory stays small.
 */
export async function* readDocuments(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<JsonDocument> {
  const held: Line[] = [];
  let wholeObjectSeen = false;
  let streaming = false;
  for await (const line of nonEmptyLines(input)) {
    if (streaming) {
      yield { line: line.number, ...parse(line.text) };
      continue;
    }
    held.push(line);
    wholeObjectSeen ||= isWholeObject(line.text);
    if (held.length > 1 && wholeObjectSeen) {
      streaming = true;
      for (const { number, text } of held.splice(0)) yield { line: number, ...parse(text) };
    }
  }
  if (!streaming) yield parse(held.map(({ text }) => text).join("\n"));
}
