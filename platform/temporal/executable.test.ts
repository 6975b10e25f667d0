import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resolveTemporalExecutable } from "./executable.js";

describe("the Temporal server's program", () => {
  let folder: string;
  let program: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "skalig-path-"));
    program = join(folder, "temporal");
    writeFileSync(program, "", { mode: 0o755 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is the one pointed out, before the one on PATH", () => {
    expect(resolveTemporalExecutable({ pointedOut: process.execPath, searchPath: folder })).toBe(process.execPath);
  });

  it("is found on PATH, past folders that do not have it", () => {
    const searchPath = ["", "/nowhere", folder].join(delimiter);
    expect(resolveTemporalExecutable({ searchPath })).toBe(program);
  });

  it("is never another than the one pointed out, where that does not run", () => {
    expect(() => resolveTemporalExecutable({ pointedOut: join(folder, "none"), searchPath: folder })).toThrow(
      "TEMPORAL_CLI_PATH",
    );
  });
});
