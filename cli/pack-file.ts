import type { MunicipalPack, RulePack } from "../contracts/rule-pack.js";
import { parsePack } from "../rules/packs.js";
import { InputRefused, refuse } from "./input-error.js";
import { readJsonFile } from "./json-file.js";

/** The rule pack in a file. @throws InputRefused with every field that is wrong. */
export const packIn = async (path: string): Promise<RulePack> => {
  const parsed = parsePack(await readJsonFile(path));
  if (!parsed.ok) throw new InputRefused(parsed.errors);
  return parsed.pack;
};

/** The overlay in a file. @throws InputRefused where it is no municipality's pack. */
export const overlayIn = async (path: string): Promise<MunicipalPack> => {
  const pack = await packIn(path);
  if (pack.layer !== "municipal")
    throw refuse("layer", "not-municipal", "Ett överlägg är en kommuns regelpaket (layer: municipal).");
  return pack;
};
