import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../store/test-support/databases.js";
import { openTestStore, testActor, type TestStore } from "../store/test-support/test-store.js";
import { append } from "./append.js";
import { countVerifications, keepVerification } from "./verification.js";

describe.each(databaseKinds)("verifications that the log tells of, on $name", (kind) => {
  let here: TestStore;
  beforeAll(async () => {
    here = await openTestStore(kind);
  });
  afterAll(() => here.stop());

  test("are counted where they are stored, so that each counts once whoever asks and whoever is started anew", async () => {
    const { store } = here;
    const count = () => store.read(countVerifications);
    expect(await count()).toEqual({ held: 0, failed: 0 });
    for (const ok of [true, false, true])
      await store.transaction((tx) => keepVerification(tx, { ok, events: 0, head: "0".repeat(64) }, testActor));
    // One that does not say that the log held is never counted as if it did.
    await store.transaction((tx) => append(tx, { action: "log.verified", actor: testActor, details: {} }));
    await store.transaction((tx) => append(tx, { action: "rule.loaded", actor: testActor, details: { ok: true } }));
    for (let look = 0; look < 2; look += 1) expect(await count()).toEqual({ held: 2, failed: 2 });
  });
});
