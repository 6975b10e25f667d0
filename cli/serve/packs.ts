import { readFileSync } from "node:fs";
import type { Packs } from "../../contracts/rule-pack.js";
import { MissingPart } from "../../platform/missing.js";
import { nationalPacks, parsePack, samplePacks } from "../../rules/packs.js";

const format =
  "Den ska vara ett regelpaket för en kommun: JSON enligt docs/schemas/pack.schema.json, med layer municipal.";

const unreadable = (why: string): MissingPart =>
  new MissingPart(`Filen i SKALIG_RULES går inte att läsa: ${why}.`, format);

/**
 * The rules that the program starts from: national law as shipped, with the municipality's own pack from its file.
 * Without a file it is the invented municipality's. What is published in the console takes its place.
 *
 * @throws MissingPart where the file cannot be read, is no pack, or is another municipality's.
 */
export const readPacks = (file: string | undefined, municipality: string): Packs => {
  if (file === undefined) return samplePacks;
  const parsed = parsePack(jsonOf(file));
  if (!parsed.ok) throw unreadable(parsed.errors.map(({ path }) => path).join(", "));
  const { pack } = parsed;
  if (pack.layer !== "municipal") throw unreadable("layer");
  if (pack.municipality !== municipality) throw unreadable(`municipality är inte ${municipality}`);
  return { national: nationalPacks, municipal: pack };
};

const jsonOf = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw unreadable("den finns inte eller är inte JSON");
  }
};
