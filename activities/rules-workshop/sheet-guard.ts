import { inflateRawSync } from "node:zlib";
import type { CellProblem } from "./read-table.js";

/** Far above any table of a pack, far below what would trouble the process. */
const limits = { entries: 100, unpackedBytes: 10 * 1024 * 1024, lines: 5_000, columns: 400 } as const;

/** A part of the file, as its directory declares it. Sizes in bytes. */
type Entry = {
  readonly name: string;
  readonly isPlain: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerAt: number;
};

const notReadable: CellProblem = { row: "filen", message: "Filen är inte en arbetsbok (xlsx) som går att läsa." };
const tooLarge: CellProblem = { row: "filen", message: "Filen är större än någon tabell. Spara bara tabellen." };

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const headerBytes = 30;
const deflated = 8;

/** The parts that the directory at the end of a ZIP file names (APPNOTE 4.3.12, 4.3.16). ZIP64 is for larger files. */
const entriesOf = (file: Buffer): readonly Entry[] | undefined => {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endBytes > file.length || file.readUInt32LE(end) !== endSign) return undefined;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count === 0 || count > limits.entries) return undefined;
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + entryBytes > file.length || file.readUInt32LE(at) !== entrySign) return undefined;
    const nameBytes = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + entryBytes, at + entryBytes + nameBytes);
    const [packedBytes, unpackedBytes] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
    const [flags, method, headerAt] = [
      file.readUInt16LE(at + 8),
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 42),
    ];
    const isEncrypted = (flags & 1) !== 0;
    // A size of nothing would let a reader look for another one elsewhere.
    const isDeclared = (packedBytes === 0) === (unpackedBytes === 0) && (packedBytes > 0 || (flags & 8) === 0);
    if (isEncrypted || !isDeclared || (method !== 0 && method !== deflated)) return undefined;
    if (entries.some((entry) => entry.name === name)) return undefined;
    entries.push({ name, isPlain: method === 0, packedBytes, unpackedBytes, headerAt });
    at += entryBytes + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
};

/** What a part holds, never more than it declares. Undefined where it cannot be unpacked to that. */
const textOf = (file: Buffer, { isPlain, packedBytes, unpackedBytes, headerAt }: Entry): string | undefined => {
  if (headerAt + headerBytes > file.length) return undefined;
  const from = headerAt + headerBytes + file.readUInt16LE(headerAt + 26) + file.readUInt16LE(headerAt + 28);
  const packed = file.subarray(from, from + packedBytes);
  if (isPlain || packedBytes === 0) return packed.toString("utf8");
  try {
    return inflateRawSync(packed, { maxOutputLength: unpackedBytes }).toString("utf8");
  } catch {
    return undefined;
  }
};

/** Parts that are programs, or figures from other files. */
const isForeign = /vbaProject|externalLinks|embeddings|activeX/iu;

const columnNumber = (letters: string): number => {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - 64;
  return number;
};

/** Every formula of a sheet, by the cell it is in; also those without a text of their own, as in a data table. */
const formulasIn = (sheet: string): readonly CellProblem[] =>
  [...sheet.matchAll(/<(?:[\w.-]+:)?f[\s/>]/gu)].slice(0, 20).map(({ index }) => {
    const before = sheet.slice(Math.max(0, index - 2_000), index);
    const cell = [...before.matchAll(/\sr\s*=\s*["']([A-Z]+\d+)["']/gu)].at(-1)?.[1];
    return { row: cell ?? "arket", message: "Cellen är en formel. Formler räknas aldrig; skriv värdet." };
  });

/** The first cell that stands further away than any table reaches: a reader would fill the space up to it. */
const farAway = (sheet: string): readonly CellProblem[] => {
  for (const [, letters = "", line = ""] of sheet.matchAll(/\sr\s*=\s*["']([A-Z]*)(\d+)["']/gu))
    if (Number(line) > limits.lines || columnNumber(letters) > limits.columns)
      return [{ row: `${letters}${line}`, message: "Cellen står utanför tabellen. Ta bort den." }];
  return [];
};

/**
 * Why a workbook must not be opened: it is no such file, unpacks to more than a table can be, holds a program or another
 * file, a formula, or a cell far away. Looked for in the file's own text, since the library that opens it takes the last
 * calculated figure of some formulas for a value, and fills space before it counts it. Empty where it may be opened.
 */
export const sheetGuard = (file: Buffer): readonly CellProblem[] => {
  const entries = entriesOf(file);
  if (entries === undefined) return [notReadable];
  const bytes = entries.reduce((sum, { packedBytes, unpackedBytes }) => sum + Math.max(packedBytes, unpackedBytes), 0);
  if (bytes > limits.unpackedBytes) return [tooLarge];
  const foreign = entries.find(({ name }) => isForeign.test(name));
  if (foreign !== undefined)
    return [{ row: "filen", message: "Filen har makron eller delar av andra filer. Spara bara tabellen, som xlsx." }];
  const texts = entries.map((entry) => textOf(file, entry));
  if (texts.some((text) => text === undefined || /<!DOCTYPE/iu.test(text))) return [notReadable];
  const sheets = texts.filter((text) => text !== undefined).filter((text) => /<(?:[\w.-]+:)?sheetData\b/u.test(text));
  return sheets.flatMap((sheet) => [...formulasIn(sheet), ...farAway(sheet)]);
};
