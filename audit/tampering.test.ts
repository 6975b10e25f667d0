import { sql, type Transaction } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BreakageReason, TreeHead } from "../contracts/audit-event.js";
import { canonicalJson } from "../platform/canonical.js";
import { databaseKinds } from "../store/test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "../store/test-support/test-store.js";
import type { Store } from "../store/open-store.js";
import { append } from "./append.js";
import { readHead } from "./events.js";
import { leafHash } from "./merkle.js";
import { verifyLog } from "./verify-log.js";

const size = 8;
const forged = canonicalJson({
  ...anyEvent,
  schema: "skalig.event.v1",
  seq: 4,
  at: "2025-10-27T08:15:00.000Z",
  details: { forged: true },
});
const forgedLeaf = leafHash(forged);

/** What somebody with every right in the database may try, and where the verification must find it. */
const tamperings: readonly (readonly [string, string, { readonly seq: number; readonly reason: BreakageReason }])[] = [
  [
    "edits an event",
    `UPDATE audit_event SET event = jsonb_set(event, '{details,step}', '99') WHERE seq = 4`,
    { seq: 4, reason: "wrong-leaf" },
  ],
  [
    "edits an event and makes its leaf fit",
    `UPDATE audit_event SET event = '${forged}', leaf = '\\x${forgedLeaf.toString("hex")}' WHERE seq = 4`,
    { seq: 4, reason: "wrong-leaf" },
  ],
  [
    "backdates an event",
    `UPDATE audit_event SET event = event || '{"at":"2025-01-01T00:00:00.000Z"}' WHERE seq = 2`,
    { seq: 2, reason: "wrong-leaf" },
  ],
  [
    "puts another name on an event",
    `UPDATE audit_event SET event = jsonb_set(event, '{actor,id}', '"other"') WHERE seq = 1`,
    { seq: 1, reason: "wrong-leaf" },
  ],
  [
    "removes the last event",
    `DELETE FROM audit_content WHERE seq = ${String(size)}; DELETE FROM audit_event WHERE seq = ${String(size)}`,
    { seq: size, reason: "wrong-size" },
  ],
  [
    "removes the last event and shrinks the head's size",
    `DELETE FROM audit_content WHERE seq = ${String(size)}; DELETE FROM audit_event WHERE seq = ${String(size)}; UPDATE audit_head SET size = size - 1`,
    { seq: size - 1, reason: "wrong-root" },
  ],
  [
    "removes one in the middle",
    `DELETE FROM audit_content WHERE seq = 5; DELETE FROM audit_event WHERE seq = 5`,
    { seq: 5, reason: "wrong-number" },
  ],
  [
    "removes one in the middle and closes the gap",
    `DELETE FROM audit_content WHERE seq = 5; DELETE FROM audit_event WHERE seq = 5;
     UPDATE audit_content SET seq = seq - 1 WHERE seq > 5;
     UPDATE audit_event SET seq = seq - 1, event = jsonb_set(event, '{seq}', to_jsonb(seq - 1)) WHERE seq > 5`,
    { seq: 5, reason: "wrong-leaf" },
  ],
  [
    "swaps two events",
    `UPDATE audit_event a SET event = jsonb_set(b.event, '{seq}', to_jsonb(a.seq)), leaf = b.leaf, root = b.root
     FROM audit_event b WHERE (a.seq = 3 AND b.seq = 6) OR (a.seq = 6 AND b.seq = 3)`,
    { seq: 3, reason: "wrong-leaf" },
  ],
  [
    "adds a copy of an event at the end",
    `INSERT INTO audit_event (seq, event, leaf, root) SELECT ${String(size + 1)}, jsonb_set(event, '{seq}', '${String(size + 1)}'), leaf, root FROM audit_event WHERE seq = 2`,
    { seq: size + 1, reason: "wrong-leaf" },
  ],
  [
    "takes away a commitment",
    `UPDATE audit_event SET event = event - 'commitment' WHERE seq = 4`,
    { seq: 4, reason: "wrong-leaf" },
  ],
  [
    "changes a commitment",
    `UPDATE audit_event SET event = event || '{"commitment":"${"0".repeat(64)}"}' WHERE seq = 4`,
    { seq: 4, reason: "wrong-leaf" },
  ],
  [
    "changes sealed content",
    `UPDATE audit_content SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE seq = 4`,
    { seq: 4, reason: "unreadable-content" },
  ],
  [
    "gives an event another's content",
    `UPDATE audit_content SET sealed = (SELECT sealed FROM audit_content WHERE seq = 6) WHERE seq = 4`,
    { seq: 4, reason: "unreadable-content" },
  ],
  ["removes content without trace", `DELETE FROM audit_content WHERE seq = 4`, { seq: 4, reason: "content-missing" }],
  ["changes the head's root", `UPDATE audit_head SET root = sha256('x')`, { seq: size, reason: "wrong-root" }],
  [
    "changes a root on the way",
    `UPDATE audit_event SET root = sha256('x') WHERE seq = 7`,
    { seq: 7, reason: "wrong-leaf" },
  ],
  ["changes a leaf", `UPDATE audit_event SET leaf = sha256('x') WHERE seq = 7`, { seq: 7, reason: "wrong-leaf" }],
  [
    "writes an event that is none",
    `UPDATE audit_event SET event = '{"seq":3}' WHERE seq = 3`,
    { seq: 3, reason: "not-an-event" },
  ],
  [
    "empties the log",
    `DELETE FROM audit_content; DELETE FROM audit_event; UPDATE audit_head SET size = 0, frontier = '{}', root = sha256('')`,
    { seq: 1, reason: "wrong-checkpoint" },
  ],
];

describe.each(databaseKinds)("a log that somebody has changed, on $name", (kind) => {
  let test: TestStore;
  let store: Store;
  let checkpoint: TreeHead;
  beforeAll(async () => {
    test = await openTestStore(kind);
    store = test.store;
    for (let step = 1; step <= size; step += 1)
      await store.transaction((tx) => append(tx, { ...anyEvent, details: { step }, content: { step } }));
    checkpoint = await store.read(readHead);
  });
  afterAll(() => test.stop());

  /** Changes the log past every trigger, as only an owner of the database can; verifies; and takes it all back. */
  const verifyAfter = async (statements: string) => {
    let result: Awaited<ReturnType<typeof verifyLog>> | undefined;
    const takenBack = new Error("taken back");
    const attempt = store.transaction(async (tx) => {
      await disarm(tx.db);
      await sql.raw(statements).execute(tx.db);
      result = await verifyLog(tx, { checkpoint });
      throw takenBack;
    });
    await expect(attempt).rejects.toBe(takenBack);
    return result;
  };

  const disarm = async <T>(db: Transaction<T>): Promise<void> => {
    await sql`SET LOCAL session_replication_role = replica`.execute(db);
  };

  it("is accepted while nobody has", async () => {
    const whole = { ok: true, events: size, head: checkpoint.root };
    expect(await store.read((tx) => verifyLog(tx))).toEqual(whole);
    expect(await verifyAfter("SELECT 1")).toEqual(whole);
  });

  it.each(tamperings)(
    "is rejected with the number of the event where somebody %s",
    async (_, statements, firstBroken) => {
      expect(await verifyAfter(statements)).toMatchObject({ ok: false, firstBroken });
    },
  );

  it("is accepted where content was destroyed in the open", async () => {
    const result = await verifyAfter(
      "UPDATE audit_content SET sealed = NULL, destroyed_at = now() WHERE seq IN (2, 5)",
    );
    expect(result).toMatchObject({ ok: true, events: size });
  });

  it("is rejected against a checkpoint of another log, also where it is whole in itself", async () => {
    const other = { size: 5, root: "0".repeat(64) };
    expect(await store.read((tx) => verifyLog(tx, { checkpoint: other }))).toMatchObject({
      ok: false,
      firstBroken: { seq: 5, reason: "wrong-checkpoint" },
    });
  });
});
