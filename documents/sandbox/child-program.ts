import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sha256Hex } from "../../platform/canonical.js";

const entry = fileURLToPath(new URL("child.ts", import.meta.url));
/** Inside the project, so that the program finds its packages. */
const folder = fileURLToPath(new URL("../../.cache/sandbox/", import.meta.url));

let made: Promise<string> | undefined;

/**
 * The isolated process's program as plain JavaScript: inside the fence no compiler can be started, and none is wanted.
 * Made once in each process; the same sources give the same folder, which is shared.
 */
export const childProgram = (): Promise<string> => (made ??= make());

const make = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    // Each task loads its own engines only.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    write: false,
    logLevel: "silent",
  });
  const files = outputFiles.toSorted((one, other) => one.path.localeCompare(other.path));
  const home = join(folder, sha256Hex(Buffer.concat(files.map(({ contents }) => contents))).slice(0, 16));
  if (!existsSync(home)) place(files, home);
  return join(home, "child.mjs");
};

/** Writes the program beside its place and moves it there whole, since others may be doing the same. */
const place = (files: readonly { readonly path: string; readonly contents: Uint8Array }[], home: string): void => {
  mkdirSync(dirname(home), { recursive: true });
  const draft = mkdtempSync(`${home}-`);
  for (const { path, contents } of files) writeFileSync(join(draft, basename(path)), contents);
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true });
    // Somebody else was first, with the same bytes.
    if (!existsSync(home)) throw error;
  }
};
