import { z } from "zod";
import type { MunicipalPack, RulePack } from "../contracts/rule-pack.js";
import { parsePack } from "../rules/packs.js";
import { whyProtected } from "../rules/proofs/protected-keys.js";
import { InputRefused, inputErrorsOf, refuse, type InputError } from "./input-error.js";
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

const overlaySchema = z.looseObject({ layer: z.literal("municipal") });

/** Every field of a malformed pack that is wrong; a field that an overlay cannot have, since it is law, is told why. */
export const packErrorsOf = (error: z.ZodError, pack: unknown): InputError[] => {
  const isOverlay = overlaySchema.safeParse(pack).success;
  return inputErrorsOf(error).map((one) =>
    isOverlay && one.code === "unrecognized-keys" ? { ...one, ...whyProtected(one.path) } : one,
  );
};
