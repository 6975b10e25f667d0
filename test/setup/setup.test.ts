import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { runScript } from "./run-script.js";

const partsSchema = z.array(z.strictObject({ part: z.string(), ok: z.boolean(), detail: z.string() }));

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "skalig-setup-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that answers everything with one line. */
const program = (path: string, says: string): string => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "${says}"\n`);
  chmodSync(file, 0o755);
  return file;
};

/** Only what Node and the shell need: no go, no browser, no temporal. */
const barePath = () => [dirname(process.execPath), join(folder, "bin")].join(":");
const bare = () => ({
  PATH: barePath(),
  SKALIG_CACHE_DIR: join(folder, "cache"),
  TEMPORAL_ADDRESS: undefined,
  TEMPORAL_CLI_PATH: undefined,
});

/** What `setup --check` sees of one part. */
const seen = async (part: string, env: Readonly<Record<string, string | undefined>>) => {
  const { exitCode, stdout } = await runScript("setup.mjs", ["--check", "--json"], env);
  const found = partsSchema.parse(JSON.parse(stdout)).find((entry) => entry.part === part);
  return { ...found, exitCode };
};

describe("what a user points out is never passed over in silence", () => {
  test.each([
    ["TEMPORAL_CLI_PATH", "/nonexistent/temporal", "Temporal-server"],
    ["TEMPORAL_ADDRESS", "127.0.0.1:1", "Temporal-server"],
    ["CHROMIUM_PATH", "/nonexistent/chromium", "webbläsare"],
    ["TEST_DATABASE_URL", "postgres://nobody@127.0.0.1:1/none", "PostgreSQL"],
  ])("%s=%s is named as what is wrong", async (name, value, part) => {
    const { ok, detail, exitCode } = await seen(part, { TEMPORAL_ADDRESS: undefined, [name]: value });
    expect(ok).toBe(false);
    expect(detail).toContain(name);
    expect(detail).toContain(value.replace("postgres://nobody@127.0.0.1:1/none", "TEST_DATABASE_URL"));
    expect(exitCode).toBe(3);
  });

  test("npm start stops before anything is started, with one line and exit code 3", async () => {
    const { exitCode, stderr } = await runScript("start.mjs", ["--once"], {
      TEMPORAL_CLI_PATH: "/nonexistent/temporal",
    });
    expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(/^✗ .*TEMPORAL_CLI_PATH/)]);
    expect(exitCode).toBe(3);
  });
});

describe("the Temporal server", () => {
  test("is taken from PATH before any cache", async () => {
    program("cache/temporal-v1.5.1/temporal", "temporal version 1.5.1 (Server 1.29.1)");
    program("bin/temporal", "temporal version 9.9.9 (Server 9.9.9)");
    expect(await seen("Temporal-server", bare())).toMatchObject({ ok: true, detail: "9.9.9 (PATH)" });
  });

  test("is not another program that happens to have its name", async () => {
    program("bin/temporal", "Temporal networks 2.0");
    program("cache/temporal-v1.5.1/temporal", "temporal version 1.5.1 (Server 1.29.1)");
    const { detail } = await seen("Temporal-server", bare());
    expect(detail).toMatch(/1\.5\.1 \((projektets|användarens) cache\)/);
  });
});

test("a part that is missing says how to get it, and nothing is installed by looking", async () => {
  const { exitCode, stdout } = await runScript("setup.mjs", ["--check"], { ...bare(), CHROMIUM_PATH: "/nonexistent" });
  expect(stdout).toMatch(/✗ webbläsare: CHROMIUM_PATH \(\/nonexistent\) .*Rätta den/);
  expect(exitCode).toBe(3);
});

describe("npm test", () => {
  test("fails and says so on its last line where no test ran", async () => {
    const { exitCode, stdout } = await runScript("test.mjs", ["no-such-test-anywhere"]);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("0 passed, 1 failed");
    expect(exitCode).toBe(1);
  });

  test("counts what passed on its last line", async () => {
    const { exitCode, stdout } = await runScript("test.mjs", ["contracts/money"]);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^[1-9]\d* passed, 0 failed$/);
    expect(exitCode).toBe(0);
  });
});
