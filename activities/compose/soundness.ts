import type { DocumentFlag, DocumentReading } from "../../contracts/document-reading.js";

/**
 * Whether a document can be used: `sound`; `doubtful` where it contradicts itself or is not what it was handed in as,
 * so that a person has to look; `unreadable` where a better picture is what is needed.
 */
export type Soundness = "sound" | "doubtful" | "unreadable";

const doubtful: readonly DocumentFlag[] = [
  "javascript",
  "launch-action",
  "hidden-text",
  "text-picture-differ",
  "kind-differs",
  "sum-differs",
];

/** An unclear picture is asked for anew before anyone wonders at what it seems to say. */
export const soundnessOf = (reading: DocumentReading | undefined): Soundness => {
  if (reading === undefined || reading.flags.includes("low-confidence")) return "unreadable";
  if (reading.flags.some((flag) => doubtful.includes(flag))) return "doubtful";
  return reading.kind === "unknown" ? "unreadable" : "sound";
};

/** A field that may be used as a fact; undefined where it is absent or only to be shown. */
export const acceptedText = (reading: DocumentReading, name: string): string | undefined => {
  const value = acceptedValue(reading, name);
  return typeof value === "string" ? value : undefined;
};

/** An amount in öre that may be used as a fact. */
export const acceptedOre = (reading: DocumentReading, name: string): number | undefined => {
  const value = acceptedValue(reading, name);
  return typeof value === "number" ? value : undefined;
};

const acceptedValue = (reading: DocumentReading, name: string): string | number | undefined => {
  const field = reading.fields.find((one) => one.name === name);
  return field?.accepted === true ? field.value : undefined;
};
