import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { prepareDataFolder } from "./data-folder.js";

it("makes a data folder that only its owner may read, and files that only their owner may read", () => {
  const base = mkdtempSync(join(tmpdir(), "skalig-data-"));
  const before = process.umask(0o022);
  try {
    const folder = prepareDataFolder(join(base, "data"));
    writeFileSync(join(folder.path, "careless"), "", { mode: 0o666 });
    for (const [path, mode] of [
      [folder.path, 0o700],
      [folder.locks, 0o700],
      [folder.temporal, 0o700],
      [join(folder.path, "careless"), 0o600],
    ] as const)
      expect(statSync(path).mode & 0o777).toBe(mode);
  } finally {
    process.umask(before);
    rmSync(base, { recursive: true });
  }
});
