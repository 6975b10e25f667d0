import { z } from "zod";
import { codesOf, type CodeEntry } from "./codes/coded.js";

/** Kinds of document that can be read. `unknown` is every other kind: a person looks at it. */
export const documentKinds = {
  "rent-notice": { title: "Hyresavi" },
  "bank-statement": { title: "Kontoutdrag" },
  "electricity-bill": { title: "Elräkning" },
  "home-insurance": { title: "Hemförsäkring" },
  payslip: { title: "Lönespecifikation" },
  "a-kassa-fee": { title: "A-kasseavgift" },
  "union-fee": { title: "Fackavgift", restricted: true },
  "medical-receipt": { title: "Kvitto för vård eller medicin" },
  unknown: { title: "Okänt underlag" },
} as const satisfies Record<string, CodeEntry>;

/** Code of a kind of document. */
export const documentKindSchema = z.enum(codesOf(documentKinds));
export type DocumentKind = z.output<typeof documentKindSchema>;

/** `blocks`: with this mark no field of the document is accepted, whatever it says. */
export type DocumentFlagEntry = CodeEntry & { readonly blocks: boolean };

/** What a person should know about a document that could be read. */
export const documentFlags = {
  javascript: { title: "Filen innehåller program (JavaScript)", blocks: true },
  "launch-action": { title: "Filen försöker starta ett annat program", blocks: true },
  "embedded-file": { title: "Filen innehåller en annan fil", blocks: false },
  "external-link": { title: "Filen innehåller länkar", blocks: false },
  "hidden-text": { title: "Filen innehåller text som inte syns", blocks: true },
  "text-picture-differ": { title: "Texten i filen är en annan än den som syns", blocks: true },
  "low-confidence": { title: "Bilden är för otydlig för att läsas säkert", blocks: true },
  "kind-differs": { title: "Underlaget är av ett annat slag än det lämnades som", blocks: true },
  "kind-unknown": { title: "Underlagets slag gick inte att avgöra", blocks: true },
  "sum-differs": { title: "Raderna stämmer inte med summan", blocks: false },
} as const satisfies Record<string, DocumentFlagEntry>;

/** Code of a flag on a reading. */
export const documentFlagSchema = z.enum(codesOf(documentFlags));
export type DocumentFlag = z.output<typeof documentFlagSchema>;

/**
 * Why a file was refused as a whole: the `code` in the details of the `DocumentRefused` fault.
 * A refused file yields no fields at all.
 */
export const documentRefusals = {
  empty: { title: "Filen är tom." },
  "not-a-document": { title: "Filen är inte en PDF, JPEG eller PNG." },
  truncated: { title: "Filen är avbruten eller skadad." },
  encrypted: { title: "Filen är låst med lösenord." },
  "too-large": { title: "Filen är för stor för att läsas." },
  unreadable: { title: "Filen gick inte att läsa." },
  "limit-reached": { title: "Filen krävde mer tid eller minne än en läsning får ta." },
} as const satisfies Record<string, CodeEntry>;
export type DocumentRefusal = keyof typeof documentRefusals;

/** Upright rectangle on the page as fractions of its width and height: left, top, width, height. */
export const regionSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Region = z.output<typeof regionSchema>;

/** One value that a document states. Amounts are integers in öre (`…Ore`), dates `YYYY-MM-DD`, months `YYYY-MM`. */
export const readFieldSchema = z.strictObject({
  /** Such as `amountDueOre`, or `rows.3.amountOre` for a row counted from zero. */
  name: z.string().max(60),
  value: z.union([z.string().max(300), z.int()]),
  /** 0–1: 1 for a text layer, the engine's weakest word for a picture. */
  confidence: z.number().min(0).max(1),
  /** Counted from 1. */
  page: z.int().min(1),
  region: regionSchema,
  /** False: the value may be shown to a person but never used as a fact. */
  accepted: z.boolean(),
});
export type ReadField = z.output<typeof readFieldSchema>;

/** What a document says: `skalig.reading.v1`. A reading is what the page said, never a conclusion. */
export const documentReadingSchema = z
  .strictObject({
    schema: z.literal("skalig.reading.v1"),
    kind: documentKindSchema,
    pages: z.int().min(1),
    source: z.enum(["text", "ocr", "mixed"]),
    fields: z.array(readFieldSchema),
    flags: z.array(documentFlagSchema),
    /** Name and version of every engine that took part, so that a reading can be repeated. */
    engines: z.record(z.string(), z.string()).exactOptional(),
  })
  .meta({ id: "DocumentReading", title: "skalig.reading.v1" });
export type DocumentReading = z.output<typeof documentReadingSchema>;
