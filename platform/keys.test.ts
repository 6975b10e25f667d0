import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deriveKeys, loadKeys, masterKeyFile, newMasterKey } from "./keys.js";
import { MissingPart } from "./missing.js";

describe("the master key", () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), "skalig-keys-"));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true }));

  it("is made for a new data folder, for the owner alone, and is the same the next time", () => {
    const first = loadKeys({ dataFolder });
    expect(loadKeys({ dataFolder }).id).toBe(first.id);
    expect(statSync(masterKeyFile(dataFolder)).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataFolder, "keys")).mode & 0o777).toBe(0o700);
  });

  it("is not made anew where there is a database whose key is gone", () => {
    mkdirSync(join(dataFolder, "database"));
    expect(() => loadKeys({ dataFolder })).toThrow(MissingPart);
    expect(() => loadKeys({ dataFolder })).toThrow("säkerhetskopian");
    expect(readdirSync(dataFolder)).toEqual(["database"]);
  });

  it("is taken from the setting before the file", () => {
    const master = newMasterKey();
    loadKeys({ dataFolder });
    expect(loadKeys({ dataFolder, masterKey: master.toString("base64") }).id).toBe(deriveKeys(master).id);
  });

  it.each(["", "short", Buffer.alloc(31).toString("base64"), `${Buffer.alloc(32).toString("base64")}x`])(
    "is refused in the form %j, without being quoted",
    (masterKey) => {
      expect(() => loadKeys({ dataFolder, masterKey })).toThrow("SKALIG_MASTER_KEY har fel form");
    },
  );

  it("is refused from a file that was cut off", () => {
    mkdirSync(join(dataFolder, "keys"));
    writeFileSync(masterKeyFile(dataFolder), "AAAA\n");
    expect(() => loadKeys({ dataFolder })).toThrow("keys/master.key har fel form");
  });
});

describe("the derived keys", () => {
  const keys = deriveKeys(Buffer.alloc(32, 7));

  it("differ from each other: what one sealed the other does not open", () => {
    const sealed = keys.system.seal(Buffer.from("x"), "p");
    expect(() => keys.wrapping.open(sealed, "p")).toThrow("does not open");
  });

  it("find a value again for one purpose only, and only under the same master key", () => {
    const found = keys.lookup("person", "198903152398");
    expect(deriveKeys(Buffer.alloc(32, 7)).lookup("person", "198903152398")).toBe(found);
    expect(keys.lookup("household", "198903152398")).not.toBe(found);
    expect(deriveKeys(Buffer.alloc(32, 8)).lookup("person", "198903152398")).not.toBe(found);
    expect(found).toMatch(/^[0-9a-f]{64}$/);
  });
});
