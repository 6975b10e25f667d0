import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeLock } from "./lock.js";

const lockModule = fileURLToPath(new URL("./lock.ts", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));

describe("the lock of a data folder", () => {
  let folder: string;
  const started: { kill: (signal: "SIGKILL") => boolean }[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "skalig-lock-"));
  });
  afterEach(() => {
    for (const child of started.splice(0)) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  /** Another process that takes the lock, says how it went, and stays until it is ended. */
  const contender = () => {
    const program = `
      import { takeLock } from ${JSON.stringify(lockModule)};
      try { takeLock(${JSON.stringify(folder)}); console.log("holds"); process.stdin.resume(); }
      catch (error) { console.log(error.name); }`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      cwd: root,
      stdio: ["pipe", "pipe", "inherit"],
    });
    started.push(child);
    const said = once(child.stdout.setEncoding("utf8"), "data").then(([text]) => String(text).trim());
    return { child, said };
  };

  it("is held by one: a second taker in the same process is refused", () => {
    takeLock(folder);
    expect(() => takeLock(folder)).toThrow("redan av den här processen");
  });

  it("can be taken again once it is let go", () => {
    takeLock(folder).release();
    expect(readdirSync(folder)).toEqual([]);
    takeLock(folder).release();
  });

  it("refuses while another process holds it, naming the process", async () => {
    const { child, said } = contender();
    expect(await said).toBe("holds");
    expect(() => takeLock(folder)).toThrow(`process ${String(child.pid)}`);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("is free at once when its holder is killed with kill -9, however long it was held", async () => {
    const { child, said } = contender();
    expect(await said).toBe("holds");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(readdirSync(folder)).toHaveLength(1);
    takeLock(folder);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("is not taken for free because another process has got the dead holder's id", () => {
    const lock = takeLock(folder);
    const [mine = ""] = readdirSync(folder);
    lock.release();
    writeFileSync(join(folder, mine.replace(/-\w+\.lock$/, "-1.lock")), "");
    takeLock(folder);
    expect(readdirSync(folder)).toEqual([mine]);
  });

  it("is never stolen from another machine, whose processes cannot be seen", () => {
    writeFileSync(join(folder, "0123456789ab-1-1.lock"), "");
    expect(() => takeLock(folder)).toThrow("från en annan dator");
    expect(readdirSync(folder)).toEqual(["0123456789ab-1-1.lock"]);
  });

  it("is held by at most one of several that come at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => contender().said));
    expect(answers.filter((answer) => answer === "holds").length).toBeLessThanOrEqual(1);
    expect(answers.filter((answer) => answer === "DataFolderLocked").length).toBeGreaterThanOrEqual(3);
  });
});
