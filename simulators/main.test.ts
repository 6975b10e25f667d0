import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const address = z.string();
const lineSchema = z.strictObject({
  urls: z.strictObject({
    eService: address,
    agencies: address,
    register: address,
    caseSystem: address,
    control: address,
  }),
});
const folders: string[] = [];
const started: ChildProcess[] = [];

const start = (extra: readonly string[] = []): ChildProcess => {
  const data = mkdtempSync(join(tmpdir(), "simulated-"));
  folders.push(data);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", main, "--data", data, "--today", "2025-10-27", "--households", "01,12", ...extra],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  started.push(child);
  return child;
};

const firstLine = async (child: ChildProcess): Promise<unknown> => {
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    if (printed.includes("\n")) break;
  }
  return JSON.parse(printed);
};

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "the process says where it listens and ends cleanly on %s",
  async (signal) => {
    const child = start();
    const line = await firstLine(child);
    const { urls } = lineSchema.parse(line);
    expect(Object.values(urls).map((url) => new URL(url).hostname)).toEqual(Array(5).fill("127.0.0.1"));
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  },
);

test("the process ends when the pipe from its parent closes", async () => {
  const child = start();
  await firstLine(child);
  child.stdin?.end();
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("the process refuses a host that others can reach", async () => {
  const child = start(["--host", "0.0.0.0"]);
  let said = "";
  child.stderr?.on("data", (chunk) => (said += String(chunk)));
  expect(await once(child, "close")).toEqual([1, null]);
  expect(said).toContain("loopback only");
});
