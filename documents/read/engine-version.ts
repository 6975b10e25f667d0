import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";

const packageFile = z.object({ name: z.string().optional(), version: z.string().optional() });

const versionIn = (folder: string, name: string): string | undefined => {
  try {
    const found = packageFile.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    return found.name === name ? found.version : undefined;
  } catch {
    return undefined;
  }
};

/** Version of an installed engine. Looked up from its entry file, as not every package exports its package file. */
export const versionOf = (name: string): string => {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (folder !== dirname(folder)) {
    const version = versionIn(folder, name);
    if (version !== undefined) return version;
    folder = dirname(folder);
  }
  throw new Error(`The package file of ${name} was not found.`);
};
