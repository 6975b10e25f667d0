import type { Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import { letterPackSchema, type LetterPack } from "../../contracts/letter.js";
import sv2025 from "../packs/letters/sv-2025.json" with { type: "json" };

/** Every pack of letter texts as shipped. */
export const letterPacks: readonly LetterPack[] = [letterPackSchema.parse(sv2025)];

const find = (month: Month): LetterPack | undefined => letterPacks.find(({ from, to }) => from <= month && month <= to);

/** Whether there are texts for a month of need; where not, no decision may be recorded that has to be told. */
export const hasLetterPackFor = (month: Month): boolean => find(month) !== undefined;

/**
 * The texts whose citations are in force for a month of need.
 * @throws Fault `InvariantBroken` where there are none: then a person writes the letter.
 */
export const letterPackFor = (month: Month): LetterPack => {
  const pack = find(month);
  if (pack === undefined) throw new Fault("InvariantBroken", "Det finns inga brevtexter för månadens lag.", { month });
  return pack;
};
