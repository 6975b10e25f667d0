import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { projectRoot } from "./places.mjs";

/** @param {string} path @returns {string[]} */
const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules" && entry.name !== "dist")
    .flatMap((entry) => filesUnder(join(path, entry.name)))
    .sort();
};

/**
 * SHA-256 over the names and contents of files and folders, so that a new checkout with old content needs no rebuild.
 * @param {string[]} paths
 */
export const fingerprint = (paths) => {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesUnder))
    hash.update(relative(projectRoot, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
};

/**
 * Whether a stamp says the same as a fingerprint.
 * @param {string} stamp path of the stamp file
 * @param {string} value
 */
export const isStamped = (stamp, value) => existsSync(stamp) && readFileSync(stamp, "utf8").trim() === value;

/**
 * Writes a stamp after the work it vouches for is done.
 * @param {string} stamp path of the stamp file
 * @param {string} value
 */
export const writeStamp = (stamp, value) => {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${value}\n`);
};
