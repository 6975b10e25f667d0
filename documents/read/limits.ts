import type { Limits } from "../sandbox/run-isolated.js";

const mebi = 1024 * 1024;

/** What a document may be. Above these it is refused as `too-large`; a person opens it instead. */
export const documentCaps = {
  bytes: 20 * mebi,
  pages: 20,
  /** Pages that are read as pictures; each costs seconds. */
  picturePages: 8,
  pixels: 40_000_000,
  /** All streams of a PDF together, unpacked. */
  inflatedBytes: 160 * mebi,
  /** Longest side of a PDF page in points (1/72 inch): twice A3. */
  pageSidePoints: 2_400,
} as const;

/**
 * Parsing and rasterising. Known bombs are refused long before; this holds the unknown ones. The processor's time is
 * what counts; the clock only catches a process that waits, and a busy machine must not refuse an honest file.
 */
export const inspectLimits: Limits = { cpuSeconds: 5, wallMs: 60_000, memoryMiB: 500, answerMiB: 80 };

/** Drawing one page for a person to look at. */
export const drawLimits: Limits = { cpuSeconds: 10, wallMs: 60_000, memoryMiB: 500, answerMiB: 20 };

/** Recognising our own clean greyscale pictures, by the number of pages. A page takes about two seconds, a very noisy one minutes. */
export const recogniseLimits = (pages: number): Limits => ({
  cpuSeconds: 10 + 12 * pages,
  wallMs: 60_000 + 120_000 * pages,
  memoryMiB: 900,
  answerMiB: 20,
});
