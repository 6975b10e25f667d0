import { readFileSync } from "node:fs";
import { z } from "zod";
import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import { Fault, isFault } from "../../contracts/faults.js";
import { printableData } from "../letters/printable.js";
import { secondsAt } from "../letters/render.js";
import { typeset } from "../letters/typeset.js";
import { runIsolated, type Limits } from "../sandbox/run-isolated.js";
import { sniff, type MediaType } from "../read/sniff.js";

/** One document of a case, as it came. */
export type BundlePart = { readonly title: string; readonly bytes: Uint8Array };

/** What a bundle is made of: the letter first, then the documents in the order given. */
export type BundleInput = {
  readonly caseNumber: string;
  readonly createdOn: LocalDate;
  readonly letter?: Uint8Array;
  readonly documents: readonly BundlePart[];
};

/** The bundle, and the titles of documents that could not be put into it: they are opened on their own. */
export type Bundle = { readonly bytes: Uint8Array; readonly pages: number; readonly leftOut: readonly string[] };

const limits: Limits = { cpuSeconds: 20, wallMs: 120_000, memoryMiB: 700, answerMiB: 120 };
const template = readFileSync(new URL("cover.typ", import.meta.url), "utf8");
const mergedSchema = z.strictObject({ pages: z.int().min(1) });

type Merged = { readonly bytes: Uint8Array; readonly pages: number };
type Clean = Merged & { readonly title: string };
type Whole = { readonly title: string; readonly createdOn: LocalDate };

const merge = async (parts: readonly { bytes: Uint8Array; mediaType: MediaType }[], whole: Whole): Promise<Merged> => {
  const answer = await runIsolated(
    "bundle",
    { data: { ...whole, parts: parts.map(({ mediaType }) => mediaType) }, blobs: parts.map(({ bytes }) => bytes) },
    limits,
  );
  const [bytes] = answer.blobs;
  if (bytes === undefined) throw new Fault("InvariantBroken", "The bundle came back without its bytes.");
  return { bytes, pages: mergedSchema.parse(answer.data).pages };
};

/** One document as clean pages; undefined where its bytes do not allow it. Each has a process of its own, so that one cannot spoil the rest. */
const clean = async ({ title, bytes }: BundlePart, createdOn: LocalDate): Promise<Clean | undefined> => {
  const sniffed = sniff(bytes);
  if ("refusal" in sniffed) return undefined;
  try {
    return { title, ...(await merge([{ bytes, mediaType: sniffed.mediaType }], { title, createdOn })) };
  } catch (error) {
    if (isFault(error) && error.name === "DocumentRefused") return undefined;
    throw error;
  }
};

type Row = { readonly number: string; readonly title: string; readonly page: string };

const coverOf = (input: BundleInput, rows: readonly Row[]): Uint8Array => {
  const { createdOn, caseNumber } = input;
  const cover = {
    title: "Handlingar i ärendet",
    caseNumber,
    dateInWords: dateInWords(createdOn),
    year: Number(createdOn.slice(0, 4)),
    month: Number(createdOn.slice(5, 7)),
    day: Number(createdOn.slice(8, 10)),
    rows,
  };
  return typeset({
    template,
    data: { cover: JSON.stringify(printableData(cover)) },
    createdAtSeconds: secondsAt(createdOn),
  });
};

const rowsOf = (parts: readonly BundlePart[], cleaned: readonly (Clean | undefined)[]): Row[] => {
  let page = 2;
  return parts.map(({ title }, index) => {
    const pages = cleaned[index]?.pages;
    const row = { number: String(index + 1), title, page: pages === undefined ? "öppnas för sig" : String(page) };
    page += pages ?? 0;
    return row;
  });
};

/**
 * Puts a case's letter and documents into one PDF behind a page that lists them. Only pages are taken along: what a
 * file could do beside being looked at stays behind. A document that cannot be taken in is listed and left out.
 */
export const makeBundle = async (input: BundleInput): Promise<Bundle> => {
  const parts: readonly BundlePart[] = [
    ...(input.letter === undefined ? [] : [{ title: "Brev", bytes: input.letter }]),
    ...input.documents,
  ];
  const cleaned: (Clean | undefined)[] = [];
  for (const part of parts) cleaned.push(await clean(part, input.createdOn));
  const whole = { title: `Handlingar i ärende ${input.caseNumber}`, createdOn: input.createdOn };
  const sheets = [
    coverOf(input, rowsOf(parts, cleaned)),
    ...cleaned.flatMap((part) => (part === undefined ? [] : [part.bytes])),
  ];
  const { bytes, pages } = await merge(
    sheets.map((sheet) => ({ bytes: sheet, mediaType: "application/pdf" })),
    whole,
  );
  return { bytes, pages, leftOut: parts.filter((_, index) => cleaned[index] === undefined).map(({ title }) => title) };
};
