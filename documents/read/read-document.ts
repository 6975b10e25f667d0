import { Fault } from "../../contracts/faults.js";
import {
  documentFlags,
  documentRefusals,
  type DocumentFlag,
  type DocumentKind,
  type DocumentReading,
  type DocumentRefusal,
} from "../../contracts/document-reading.js";
import { extractFields } from "../extract/extract.js";
import { layOut } from "../extract/find.js";
import { detectKind } from "../extract/kind.js";
import { runIsolated } from "../sandbox/run-isolated.js";
import { inspectionSchema, recognisedSchema, type Inspection, type Recognised } from "./inspection.js";
import { documentCaps, inspectLimits, recogniseLimits } from "./limits.js";
import type { PageText } from "./page-text.js";
import { sniff } from "./sniff.js";

/** What to read, and what it was handed in as, if that is known: a check, never an instruction. */
export type ReadDocumentInput = { readonly bytes: Uint8Array; readonly kindHint?: DocumentKind };

const refused = (code: DocumentRefusal): Fault => new Fault("DocumentRefused", documentRefusals[code].title, { code });

type Inspected = Extract<Inspection, { result: "inspected" }>;

const inspect = async (bytes: Uint8Array): Promise<{ inspected: Inspected; pictures: readonly Uint8Array[] }> => {
  const sniffed = sniff(bytes);
  if ("refusal" in sniffed) throw refused(sniffed.refusal);
  if (bytes.length > documentCaps.bytes) throw refused("too-large");
  const answer = await runIsolated("inspect", { data: null, blobs: [bytes] }, inspectLimits);
  const inspection = inspectionSchema.parse(answer.data);
  if (inspection.result === "refused") throw refused(inspection.refusal);
  return { inspected: inspection, pictures: answer.blobs };
};

const recognise = async (inspected: Inspected, pictures: readonly Uint8Array[]): Promise<Recognised> => {
  if (inspected.pictures.length === 0) return { pages: [], engines: {} };
  const request = { data: inspected.pictures, blobs: pictures };
  const answer = await runIsolated("recognise", request, recogniseLimits(inspected.pictures.length));
  return recognisedSchema.parse(answer.data);
};

/** Below this mean the engine is guessing; a better picture is asked for instead. Usable pages lie above 0.75, hopeless ones below 0.4. */
const leastMeanConfidence = 0.6;

const meanConfidence = (page: PageText): number =>
  page.words.length === 0 ? 0 : page.words.reduce((sum, word) => sum + word.confidence, 0) / page.words.length;

const kindFlags = (kind: DocumentKind, hint: DocumentKind | undefined): DocumentFlag[] =>
  hint === undefined || hint === "unknown" || kind === "unknown" || kind === hint ? [] : ["kind-differs"];

/**
 * Reads one document of a stranger's: its text layer where it has one that can be seen, else its picture. Parsing and
 * recognition run in processes of their own, within limits. Text that looks like an instruction is text.
 *
 * Throws `DocumentRefused`, with the refusal as `code`, where nothing can be read; never returns half a document.
 */
export const readDocument = async (input: ReadDocumentInput): Promise<DocumentReading> => {
  const { inspected, pictures } = await inspect(input.bytes);
  const recognised = await recognise(inspected, pictures);
  const layout = layOut([...inspected.texts, ...recognised.pages].sort((one, other) => one.page - other.page));
  const kind = detectKind(layout);
  const extraction = extractFields(kind, layout);
  const unclear = recognised.pages.some((page) => meanConfidence(page) < leastMeanConfidence);
  const flags = new Set<DocumentFlag>([
    ...inspected.flags,
    ...extraction.flags,
    ...kindFlags(kind, input.kindHint),
    ...(unclear ? (["low-confidence"] as const) : []),
  ]);
  const blocked = [...flags].some((flag) => documentFlags[flag].blocks);
  return {
    schema: "skalig.reading.v1",
    kind,
    pages: inspected.pages,
    source: layout.source,
    fields: extraction.fields.map((field) => (blocked ? { ...field, accepted: false } : field)),
    flags: [...flags].sort(),
    engines: { ...inspected.engines, ...recognised.engines },
  };
};
