import type { Ore } from "../../contracts/money.js";
import type { ReceiptLine } from "../../contracts/receipt.js";

/** The ids of one list of the case that a line of the receipt has read: `costs.k1.appliedOre` gives `k1`. */
export const idsRead = (line: ReceiptLine, path: string): string[] => {
  const prefix = `${path}.`;
  const ids = line.facts
    .filter((fact) => fact.startsWith(prefix))
    .map((fact) => fact.slice(prefix.length).split(".")[0] ?? "");
  return [...new Set(ids)];
};

/** The line of a kind that was made from one row of the case, or undefined. */
export const lineFor = (
  lines: readonly ReceiptLine[],
  { kind, path, id }: { readonly kind: ReceiptLine["kind"]; readonly path: string; readonly id: string },
): ReceiptLine | undefined => lines.find((line) => line.kind === kind && idsRead(line, path).includes(id));

/** The facts a line has read; none where there is no line. */
export const factIdsOf = (line: ReceiptLine | undefined): string[] => [...(line?.facts ?? [])];

/** A difference, or null where either side is unknown. */
export const minus = (one: Ore | null, other: Ore | null): Ore | null =>
  one === null || other === null ? null : one - other;

/** An amount that lowers the need; zero stays zero. */
export const negative = (amountOre: Ore | null): Ore | null => (amountOre === null ? null : 0 - amountOre);
