import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../platform/canonical.js";
import { rulebookVersion } from "../rules/rulebook.js";
import type { Rulebook } from "./sealed-receipt.js";

const folder = join(import.meta.dirname, "..", "rules");

/**
 * The rulebook as it lies in this copy of the program. Its hash covers the name and text of every source file in
 * `rules/`, tests left out, so that a receipt tells two rulebooks apart even where nobody raised the version.
 * The packs carry hashes of their own.
 */
export const shippedRulebook = (): Rulebook => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.includes("test-support"))
    .sort();
  const parts = files.flatMap((name) => [name, "\0", readFileSync(join(folder, name)), "\0"]);
  return { version: rulebookVersion, hash: sha256Hex(...parts) };
};
