import type { Packs } from "../contracts/rule-pack.js";
import { nationalLawAlone, samplePacks } from "../rules/packs.js";
import { overlayIn } from "./pack-file.js";

/**
 * The packs a command computes with, by its `--overlay`: the sample municipality's where nothing is said, `none` for
 * national law alone, or a file. @throws InputRefused where the file is no municipality's pack.
 */
export const packsWith = async (overlay: string | undefined): Promise<Packs> => {
  if (overlay === undefined) return samplePacks;
  if (overlay === "none") return nationalLawAlone;
  return { national: nationalLawAlone.national, municipal: await overlayIn(overlay) };
};
