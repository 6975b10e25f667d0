import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MissingPart } from "../missing.js";

/** Where the set-up leaves the server it has built or fetched. */
const projectCache = fileURLToPath(new URL("../../.cache/temporal/temporal", import.meta.url));

/**
 * The Temporal server's program: the one pointed out, one on PATH, or the one the set-up has made. What is pointed out is
 * never passed over.
 *
 * @throws MissingPart where there is none.
 */
export const resolveTemporalExecutable = ({
  pointedOut,
  searchPath = "",
}: {
  readonly pointedOut?: string;
  readonly searchPath?: string;
}): string => {
  if (pointedOut !== undefined) {
    if (isExecutable(pointedOut)) return pointedOut;
    throw new MissingPart("TEMPORAL_CLI_PATH pekar inte på ett program som går att köra.", "Rätta sökvägen.");
  }
  const onPath = searchPath
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, "temporal"));
  const found = [...onPath, projectCache].find(isExecutable);
  if (found !== undefined) return found;
  throw new MissingPart(
    "Temporal-servern saknas.",
    "Kör npm start, som bygger den om Go finns, eller ange TEMPORAL_CLI_PATH eller TEMPORAL_ADDRESS.",
  );
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
