import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DataFolder } from "../../platform/data-folder.js";
import { takeLock } from "../../platform/lock.js";
import { newDataFolder, openStoreIn, receiveCase } from "../test-support/data-folder.js";
import { runCli } from "../test-support/run-cli.js";
import { inspectStore } from "./inspect-store.js";
import { serveInspection } from "./serve-inspection.js";

let folder: DataFolder;
let open: string;
let hidden: string;
beforeAll(async () => {
  folder = newDataFolder();
  const store = await openStoreIn(folder);
  open = await receiveCase(store, "2025-11");
  hidden = await receiveCase(store, "2025-10", { isProtected: true });
  await store.close();
});
afterAll(() => rmSync(folder.path, { recursive: true }));

const onFolder = (...args: string[]) => runCli([...args, "--data", folder.path]);

describe("on a data folder that nobody holds", () => {
  test("case show prints the case and its log, and the reading is logged", async () => {
    const { exitCode, stdout } = await onFolder("case", "show", open, "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      number: open,
      month: "2025-11",
      state: "received",
      receipt: null,
      events: [{ action: "application.received", title: "Ansökan togs emot" }],
    });
    const again = await onFolder("case", "show", open);
    expect(again.stdout).toContain("Ärendet öppnades för läsning");
  });

  test("a protected case is not shown", async () => {
    const { exitCode, stdout } = await onFolder("case", "show", hidden, "--json");
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code: "protected" }] });
  });

  test("an exported log verifies on its own, and a changed one names the event that was changed", async () => {
    const file = join(folder.path, "export.jsonl");
    expect(await onFolder("audit", "export", file)).toMatchObject({ exitCode: 0, stdout: "" });
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const whole = await runCli(["audit", "verify", file, "--json"]);
    expect(whole.exitCode).toBe(0);
    expect(JSON.parse(whole.stdout)).toMatchObject({ ok: true, events: 4 });

    const changed = join(folder.path, "changed.jsonl");
    writeFileSync(changed, readFileSync(file, "utf8").replace('"id":"test"', '"id":"nobody"'));
    const broken = await runCli(["audit", "verify", changed, "--json"]);
    expect(broken.exitCode).toBe(4);
    expect(JSON.parse(broken.stdout)).toMatchObject({ ok: false, firstBroken: { seq: 1 } });

    // The log has grown since; it must still begin as it did.
    const later = await onFolder("audit", "verify", "--checkpoint", file, "--json");
    expect(later.exitCode).toBe(0);
    const foreign = join(folder.path, "foreign.json");
    writeFileSync(foreign, `{"schema":"skalig.checkpoint.v1","size":2,"root":"${"0".repeat(64)}"}\n`);
    const forked = await onFolder("audit", "verify", "--checkpoint", foreign, "--json");
    expect(forked.exitCode).toBe(4);
  });
});

describe("who may sign in", () => {
  test("is registered, given roles and shut out from the command line, and the log tells", async () => {
    const added = await onFolder("staff", "add", "anna@kommun", "--name", "Anna Ek", "--unit", "Försörjning");
    expect(added.exitCode).toBe(0);
    expect(added.stdout).toContain("Anna Ek, Försörjning: inga roller");
    const granted = await onFolder("staff", "grant", "anna@kommun", "caseworker", "--json");
    expect(JSON.parse(granted.stdout)).toMatchObject({ staff: [{ subject: "anna@kommun", roles: ["caseworker"] }] });
    const shutOut = await onFolder("staff", "shut-out", "anna@kommun");
    expect(shutOut.stdout).toContain("(avstängd)");
    expect(shutOut.stdout).toContain("inga roller");
    await onFolder("staff", "let-in", "anna@kommun");
    expect((await onFolder("staff", "revoke", "anna@kommun", "caseworker")).stdout).toContain("inga roller");
    const log = join(folder.path, "staff.jsonl");
    await onFolder("audit", "export", log);
    const said = readFileSync(log, "utf8");
    for (const action of ["staff.registered", "role.granted", "staff.shut-out", "staff.let-in", "role.removed"])
      expect(said).toContain(action);
    expect(said).not.toContain("Anna");
  });

  test.each([
    ["a role that does not exist", ["grant", "anna@kommun", "boss"], "no-such-role"],
    ["somebody who is not registered", ["grant", "nobody@kommun", "auditor"], "not-registered"],
  ])("is not changed for %s", async (_what, args, code) => {
    const refused = await onFolder("staff", ...args, "--json");
    expect(refused.exitCode).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({ errors: [{ code }] });
  });
});

describe("the robots' work against a portal", () => {
  test("is stopped and resumed from the command line, and the log tells", async () => {
    const paused = await onFolder("portals", "pause", "register", "--json");
    expect(paused.exitCode).toBe(0);
    expect(JSON.parse(paused.stdout)).toMatchObject({
      portals: [{ state: "working" }, { state: "working" }, { portal: "register", state: "paused" }, {}],
    });
    const listed = await onFolder("portals", "list");
    expect(listed.stdout).toContain("Folkbokföringen: stoppad av en medarbetare");
    const resumed = await onFolder("portals", "resume", "register", "--json");
    expect(resumed.stdout).not.toContain("paused");
    const exported = await onFolder("audit", "export", "-");
    expect(exported.stdout.match(/"portal\.(paused|resumed)"/g)).toEqual(['"portal.paused"', '"portal.resumed"']);
    expect((await onFolder("portals", "resume", "skatteverket")).exitCode).toBe(2);
  });
});

describe("on a data folder that the application holds", () => {
  test("the commands ask it over loopback, and get the same answers", async () => {
    const lock = takeLock(folder.locks);
    const store = await openStoreIn(folder);
    const served = await serveInspection(inspectStore(store), { folder: folder.path });
    try {
      const verified = await onFolder("audit", "verify", "--json");
      expect(verified.exitCode).toBe(0);
      expect((await onFolder("portals", "pause", "agencies")).stdout).toContain("agencies     stoppad");
      expect((await onFolder("portals", "resume", "agencies")).stdout).toContain("agencies     arbetar");
      const shown = await onFolder("case", "show", open, "--json");
      expect(JSON.parse(shown.stdout)).toMatchObject({ number: open });
      const exported = await onFolder("audit", "export", "-");
      const again = await runCli(["audit", "verify", "-", "--json"], { input: exported.stdout });
      expect(JSON.parse(again.stdout)).toMatchObject({ ok: true });
    } finally {
      await served.close();
      await store.close();
      lock.release();
    }
  });

  test("a caller without the word of the data folder gets nothing", async () => {
    const lock = takeLock(folder.locks);
    const served = await serveInspection(
      {
        showCase: () => Promise.reject(new Error()),
        verify: () => Promise.reject(new Error()),
        exportLog: () => Promise.reject(new Error()),
        portals: () => Promise.reject(new Error()),
        staff: () => Promise.reject(new Error()),
        changeStaff: () => Promise.reject(new Error()),
        changePortal: () => Promise.reject(new Error()),
      },
      { folder: folder.path },
    );
    try {
      const { port } = JSON.parse(readFileSync(join(folder.path, "running.json"), "utf8")) as { port: number };
      const body = JSON.stringify({ ask: "verify" });
      const refused = await fetch(`http://127.0.0.1:${port}/`, {
        method: "POST",
        headers: { authorization: "Bearer x" },
        body,
      });
      expect(refused.status).toBe(403);
    } finally {
      await served.close();
      lock.release();
    }
  });

  test("an application that cannot be asked is told of, with nothing read behind its back", async () => {
    const lock = takeLock(folder.locks);
    try {
      const { exitCode, stdout, stderr } = await onFolder("audit", "verify", "--json");
      expect(exitCode).toBe(3);
      expect(stdout).toBe("");
      expect(stderr).toContain("Datamappen används redan");
    } finally {
      lock.release();
    }
  });
});
