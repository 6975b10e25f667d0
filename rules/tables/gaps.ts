import type { CellValue } from "../../contracts/decision-table.js";
import { valueOf } from "./cell-codes.js";
import type { CompiledTable } from "./compile.js";
import type { Looked } from "./evaluate.js";

/** The stretches of each column that differ in what they allow, with the first value of each. */
const kindsOf = ({ columns }: CompiledTable): { readonly value: CellValue; readonly bits: readonly number[] }[][] =>
  columns.map(({ input, starts, bits }) => {
    const kinds = new Map<string, { value: CellValue; bits: readonly number[] }>();
    starts.forEach((start, at) => {
      const ofStretch = bits.map((ofWord) => ofWord[at] ?? 0);
      const key = ofStretch.join();
      if (!kinds.has(key)) kinds.set(key, { value: valueOf(input, start), bits: ofStretch });
    });
    return [...kinds.values()];
  });

/**
 * A case that no row covers, with a value for every column; undefined where the table is total. Looks at one value of
 * each stretch, which stands for the whole stretch, and leaves a branch as soon as no row is left in it.
 */
export const firstGap = (table: CompiledTable): Looked | undefined => {
  const kinds = kindsOf(table);
  const search = (at: number, kept: Int32Array): CellValue[] | undefined => {
    if (kept.every((bits) => bits === 0)) return kinds.slice(at).flatMap(([first]) => first?.value ?? []);
    for (const { value, bits } of kinds[at] ?? []) {
      const rest = search(
        at + 1,
        kept.map((before, word) => before & (bits[word] ?? 0)),
      );
      if (rest !== undefined) return [value, ...rest];
    }
    return undefined;
  };
  const values = search(0, new Int32Array(table.words).fill(-1));
  return (
    values && Object.fromEntries(table.columns.flatMap(({ input }, at) => [[input.name, values[at] ?? ""] as const]))
  );
};
