import { canonicalJson } from "../../platform/canonical.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import type { WriteState } from "../../store/schema.js";

/** What a look in the case system says of one intended record. */
export type FoundInTarget = "confirmed" | "absent" | "ambiguous";

/** What the record says, whoever wrote it: everything but our reference. */
const contentOf = (record: CaseSystemRecord): string => canonicalJson({ ...record, reference: "" });

/**
 * Compares what stands in the case system for the person and month with what is to be written.
 * Ours is known by its reference and must say what we wrote. A record of the same kind under another reference makes
 * the matter a person's, as journal notes alone may be several; but once a person has been asked, a record that they
 * entered by hand with the same content settles it.
 */
export const foundInTarget = (
  intended: { readonly record: CaseSystemRecord; readonly state: WriteState },
  found: readonly CaseSystemRecord[],
): FoundInTarget => {
  const { record, state } = intended;
  const ours = found.filter(({ reference }) => reference === record.reference);
  const others = record.kind === "journal" ? [] : found.filter(({ reference }) => reference !== record.reference);
  const [first] = ours.length > 0 ? ours : others;
  const enteredByHand = state === "unclear" && ours.length === 0;
  if (first === undefined) return "absent";
  const only = ours.length + others.length === 1 && (ours.length === 1 || enteredByHand);
  return only && contentOf(first) === contentOf(record) ? "confirmed" : "ambiguous";
};
