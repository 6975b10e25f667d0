import { getDocument, version, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { DocumentRefusal } from "../../contracts/document-reading.js";
import { documentCaps } from "./limits.js";
import type { PageText, Word } from "./page-text.js";

/** The text layer of every page, or why there is none to be had. */
export type PdfText = { readonly pages: readonly PageText[] } | { readonly refusal: DocumentRefusal };

export const pdfjsVersion = version;

type Item = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>["items"][number];
type Run = Extract<Item, { str: string }>;

const isRun = (item: Item): item is Run => "str" in item;

const asNumber = (value: unknown): number => (typeof value === "number" ? value : 0);

/** Splits a run of text to words; a run's width is shared out by the number of characters. */
const wordsOfRun = (run: Run, pageHeight: number): Word[] => {
  const left = asNumber(run.transform[4]);
  const baseline = asNumber(run.transform[5]);
  const height = run.height;
  const perCharacter = run.str.length === 0 ? 0 : run.width / run.str.length;
  // Only what separates words: the no-break spaces inside an amount are split too, and joined again when it is parsed.
  return [...run.str.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    x: left + match.index * perCharacter,
    y: pageHeight - baseline - 0.8 * height,
    width: match[0].length * perCharacter,
    height,
    confidence: 1,
  }));
};

const refusalOf = (error: unknown): DocumentRefusal =>
  error instanceof Error && error.name === "PasswordException" ? "encrypted" : "truncated";

/**
 * Reads the text layer. Nothing of the file is run: no scripts, no fonts loaded into the process, no fetching.
 * A page with nothing on it has no words; whether it is a picture is for the caller to see.
 */
export const readTextLayer = async (bytes: Uint8Array): Promise<PdfText> => {
  try {
    const task = getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: true,
      verbosity: 0,
    });
    const document = await task.promise;
    if (document.numPages > documentCaps.pages) return { refusal: "too-large" };
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      if (Math.max(width, height) > documentCaps.pageSidePoints) return { refusal: "too-large" };
      const [left, bottom] = page.view;
      const content = await page.getTextContent({ disableNormalization: false });
      const words = content.items.filter(isRun).flatMap((run) => wordsOfRun(run, height));
      const shifted = words.map((word) => ({ ...word, x: word.x - (left ?? 0), y: word.y + (bottom ?? 0) }));
      // A turned page's coordinates would have to be turned too; its picture is read instead.
      pages.push({ page: number, width, height, source: "text", words: page.rotate === 0 ? shifted : [] });
    }
    await task.destroy();
    return pages.length === 0 ? { refusal: "truncated" } : { pages };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
};
