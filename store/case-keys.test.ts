import { sql } from "kysely";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "../audit/append.js";
import { openContent } from "../audit/events.js";
import { verifyLog } from "../audit/verify-log.js";
import type { AuditEvent } from "../contracts/audit-event.js";
import type { CaseId } from "../contracts/ids.js";
import { systemClock } from "../platform/clock.js";
import { deriveKeys, newMasterKey } from "../platform/keys.js";
import { MissingPart } from "../platform/missing.js";
import { listApplications, receiveApplication } from "./applications.js";
import { listMembers } from "./members.js";
import { openStore, type Store } from "./open-store.js";
import { anApplication } from "./test-support/an-application.js";
import { databaseKinds } from "./test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "./test-support/test-store.js";
import { destroyCaseKey } from "./transaction.js";

describe.each(databaseKinds)("the key of a case, on $name", (kind) => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await openTestStore(kind);
    store = test.store;
  });
  afterAll(() => test.stop());

  const receive = (reference: string, month: string): Promise<{ caseId: CaseId; event: AuditEvent }> =>
    store.transaction(async (tx) => {
      const application = anApplication({ reference, month });
      const { caseId } = await receiveApplication(tx, { application, municipality: "0000" });
      return { caseId, event: await append(tx, { ...anyEvent, caseId, content: { reference } }) };
    });

  it("erases everything of the case when it is destroyed, and nothing of another's", async () => {
    const erased = await receive("A-1", "2025-01");
    const kept = await receive("A-2", "2025-02");
    await store.transaction(async (tx) => {
      await destroyCaseKey(tx, erased.caseId);
      await append(tx, { ...anyEvent, action: "case.erased", caseId: erased.caseId });
    });
    await expect(store.read((tx) => listMembers(tx, erased.caseId))).rejects.toThrow("its content is erased");
    expect(await store.read((tx) => openContent(tx, erased.event))).toBeUndefined();
    expect(await store.read((tx) => listApplications(tx, kept.caseId))).toHaveLength(1);
    expect(await store.read((tx) => openContent(tx, kept.event))).toEqual({ reference: "A-2" });
  });

  it("leaves a log that still verifies when it is destroyed", async () => {
    expect(await store.read((tx) => verifyLog(tx))).toMatchObject({ ok: true, events: 3 });
  });

  it("does not open content that was moved from another row", async () => {
    const [one, other] = [await receive("B-1", "2025-03"), await receive("B-2", "2025-04")];
    await store.transaction(async (tx) => {
      await sql`UPDATE application SET content = (SELECT content FROM application WHERE case_id = ${other.caseId})
        WHERE case_id = ${one.caseId}`.execute(tx.db);
      await append(tx, anyEvent);
    });
    await expect(store.read((tx) => listApplications(tx, one.caseId))).rejects.toMatchObject({
      name: "InvariantBroken",
    });
  });
});

describe("the master key", () => {
  it("must be the one the database was sealed under: another one stops the start, and the right one goes on", async () => {
    const folder = mkdtempSync(join(tmpdir(), "skalig-key-"));
    const location = { kind: "embedded", folder: join(folder, "database") } as const;
    const [keys, otherKeys] = [deriveKeys(newMasterKey()), deriveKeys(newMasterKey())];
    try {
      const store = await openStore({ location, keys, clock: systemClock });
      const written = await store.transaction((tx) => append(tx, { ...anyEvent, content: { kept: true } }));
      await store.close();
      const wrongStart = openStore({ location, keys: otherKeys, clock: systemClock });
      await expect(wrongStart).rejects.toThrow(MissingPart);
      await expect(wrongStart).rejects.toThrow("annan huvudnyckel");
      const again = await openStore({ location, keys, clock: systemClock });
      expect(await again.read((tx) => openContent(tx, written))).toEqual({ kept: true });
      await again.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
