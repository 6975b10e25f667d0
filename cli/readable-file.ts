import { access, constants } from "node:fs/promises";
import { refuse } from "./input-error.js";

/** A file's path, after it has been seen to be readable. @throws InputRefused where it is not. */
export const readableFile = async (path: string): Promise<string> => {
  try {
    await access(path, constants.R_OK);
    return path;
  } catch {
    throw refuse(path, "unreadable-file", "Filen går inte att läsa.");
  }
};
