import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newMasterKey, masterKeyFile } from "../platform/keys.js";
import type { DataFolder } from "../platform/data-folder.js";
import { newDataFolder, openStoreIn, receiveCase } from "./test-support/data-folder.js";
import { runCli } from "./test-support/run-cli.js";

describe("a backup of the data folder", () => {
  let folder: DataFolder;
  let shelf: string;
  let number: string;

  const add = async (month: string): Promise<string> => {
    const store = await openStoreIn(folder);
    const added = await receiveCase(store, month);
    await store.close();
    return added;
  };
  /** Copies the folder of a stopped application, as the runbook says. */
  const backUp = (name: string): string => {
    const copy = join(shelf, name);
    cpSync(folder.path, copy, { recursive: true });
    return copy;
  };
  const lose = (): void => {
    rmSync(folder.path, { recursive: true });
  };

  beforeEach(async () => {
    folder = newDataFolder();
    shelf = mkdtempSync(join(tmpdir(), "skalig-shelf-"));
    number = await add("2025-11");
  });
  afterEach(() => {
    rmSync(folder.path, { recursive: true, force: true });
    rmSync(shelf, { recursive: true });
  });

  test("restored elsewhere verifies against the witness's checkpoint, and its cases open", async () => {
    const witness = join(shelf, "witness.jsonl");
    expect(await runCli(["audit", "export", witness, "--data", folder.path])).toMatchObject({ exitCode: 0 });
    const restored = backUp("restored");
    lose();

    const verified = await runCli(["audit", "verify", "--checkpoint", witness, "--data", restored, "--json"]);
    expect(verified.exitCode).toBe(0);
    const shown = await runCli(["case", "show", number, "--data", restored, "--json"]);
    expect(JSON.parse(shown.stdout)).toMatchObject({ number, month: "2025-11" });
  });

  test("fault 57: a restored backup from before the witness's checkpoint is found out, though the log itself holds", async () => {
    const yesterday = backUp("yesterday");
    await add("2025-10");
    const witness = join(shelf, "witness.jsonl");
    await runCli(["audit", "export", witness, "--data", folder.path]);
    lose();

    const alone = await runCli(["audit", "verify", "--data", yesterday, "--json"]);
    expect(alone.exitCode).toBe(0);
    const against = await runCli(["audit", "verify", "--checkpoint", witness, "--data", yesterday, "--json"]);
    expect(against.exitCode).toBe(4);
    expect(JSON.parse(against.stdout)).toMatchObject({ ok: false, firstBroken: { reason: "wrong-checkpoint" } });
  });

  test("fault 19: without its key nothing is read and no new key is made; with another key it is refused by name of key", async () => {
    const restored = backUp("restored");
    const key = readFileSync(masterKeyFile(restored), "utf8");
    rmSync(masterKeyFile(restored));
    const keyless = await runCli(["case", "show", number, "--data", restored, "--json"]);
    expect(keyless).toMatchObject({ exitCode: 3, stdout: "" });
    expect(keyless.stderr.trim().split("\n")).toHaveLength(1);
    expect(keyless.stderr).toContain("Huvudnyckeln saknas");

    const other = newMasterKey().toString("base64");
    const wrong = await runCli(["case", "show", number, "--data", restored, "--json"], {
      env: { SKALIG_MASTER_KEY: other },
    });
    expect(wrong).toMatchObject({ exitCode: 3, stdout: "" });
    expect(wrong.stderr).toContain("en annan huvudnyckel");
    expect(wrong.stderr).not.toContain(other);

    writeFileSync(masterKeyFile(restored), key, { mode: 0o600 });
    expect(await runCli(["case", "show", number, "--data", restored])).toMatchObject({ exitCode: 0 });
  });
});
