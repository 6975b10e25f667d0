/** The four things that are written to the case system, in this order. */
export const writeKinds = ["calculation", "decision", "payment", "journal"] as const;
/** One kind of record in the case system. */
export type WriteKind = (typeof writeKinds)[number];
