import type { DocumentFlag, ReadField } from "../../contracts/document-reading.js";
import { agree, confidenceOf, regionOf, type Found } from "./find.js";

/** What an extractor found, before the document's flags have had their say. */
export type Extraction = { readonly fields: readonly ReadField[]; readonly flags: readonly DocumentFlag[] };

/**
 * How sure a value must be. `proved`: it carries its own proof, such as a check digit, a sum that adds up or a second
 * place that says the same. `plausible`: nothing contradicts it. `contradicted`: something does.
 */
export type Standing = "proved" | "plausible" | "contradicted";

/** A text layer is certain (1). A picture's weakest word must reach these; measured on noisy scans of 120–160 dpi. */
const leastConfidence = { proved: 0.6, plausible: 0.85 } as const;

const accepts = (confidence: number, standing: Standing): boolean =>
  standing !== "contradicted" && confidence >= leastConfidence[standing];

/** Makes a field of a finding. */
export const fieldOf = (name: string, found: Found<string | number>, standing: Standing): ReadField => {
  const confidence = Math.round(confidenceOf(found) * 100) / 100;
  return {
    name,
    value: found.value,
    confidence,
    page: found.page.page,
    region: regionOf(found),
    accepted: accepts(confidence, standing),
  };
};

/** The best of several findings; where they disagree it is shown but never accepted. */
export const fieldOfAll = (name: string, found: readonly Found<string | number>[], standing: Standing): ReadField[] => {
  const [best] = [...found].sort((one, other) => confidenceOf(other) - confidenceOf(one));
  return best === undefined ? [] : [fieldOf(name, best, agree(found) ? standing : "contradicted")];
};
