import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BreakageReason, TreeHead } from "../contracts/audit-event.js";
import type { Store } from "../store/open-store.js";
import { anyEvent, openTestStore, type TestStore } from "../store/test-support/test-store.js";
import { append } from "./append.js";
import { destroyContent, readHead } from "./events.js";
import { exportLog, verifyLines } from "./log-file.js";

const size = 6;

describe("an exported log", () => {
  let test: TestStore;
  let store: Store;
  let head: TreeHead;
  let lines: readonly string[];
  beforeAll(async () => {
    test = await openTestStore();
    store = test.store;
    for (let step = 1; step <= size; step += 1)
      await store.transaction((tx) =>
        append(tx, { ...anyEvent, details: { step }, content: { secret: `word ${String(step)}` } }),
      );
    head = await store.read(readHead);
    lines = await exported({ includeContent: true });
  });
  afterAll(() => test.stop());

  const exported = async (options: { readonly includeContent?: boolean }): Promise<readonly string[]> => {
    const written: string[] = [];
    await store.read((tx) => exportLog(tx, (line) => void written.push(line.trimEnd()), options));
    return written;
  };

  it("has one line for each event and a closing line with size and root, and verifies", async () => {
    expect(lines).toHaveLength(size + 1);
    expect(lines.at(-1)).toBe(`{"root":"${head.root}","schema":"skalig.checkpoint.v1","size":${String(size)}}`);
    expect(await verifyLines(lines)).toEqual({ ok: true, events: size, head: head.root });
  });

  it("says nothing personal unless it is asked to, and verifies all the same", async () => {
    const open = await exported({});
    expect(open.join()).not.toContain("word");
    expect(lines.join()).toContain("word 3");
    expect(await verifyLines(open)).toEqual({ ok: true, events: size, head: head.root });
  });

  const changed = (index: number, from: string | RegExp, to: string): string[] =>
    lines.map((line, at) => (at === index ? line.replace(from, to) : line));
  const line = (index: number): string => lines[index] ?? "";

  const tamperings: readonly (readonly [
    string,
    () => readonly string[],
    { readonly seq: number; readonly reason: BreakageReason },
  ])[] = [
    ["an edited event", () => changed(2, '"step":3', '"step":4'), { seq: 3, reason: "wrong-leaf" }],
    ["altered content", () => changed(3, "word 4", "word 5"), { seq: 4, reason: "wrong-commitment" }],
    [
      "an altered salt",
      () => changed(3, /"salt":"[0-9a-f]{64}/, `"salt":"${"0".repeat(64)}`),
      { seq: 4, reason: "wrong-commitment" },
    ],
    [
      "an altered commitment",
      () => changed(1, /"commitment":"[0-9a-f]{64}/, `"commitment":"${"0".repeat(64)}`),
      { seq: 2, reason: "wrong-leaf" },
    ],
    ["the last event missing", () => lines.toSpliced(size - 1, 1), { seq: size, reason: "wrong-size" }],
    ["an event missing in the middle", () => lines.toSpliced(2, 1), { seq: 3, reason: "wrong-number" }],
    ["the first event missing", () => lines.toSpliced(0, 1), { seq: 1, reason: "wrong-number" }],
    ["two events swapped", () => lines.toSpliced(1, 2, line(2), line(1)), { seq: 2, reason: "wrong-number" }],
    ["an event twice", () => lines.toSpliced(2, 0, line(1)), { seq: 3, reason: "wrong-number" }],
    ["no closing line", () => lines.slice(0, -1), { seq: size + 1, reason: "no-closing-line" }],
    ["a line cut in half", () => [...lines.slice(0, 3), line(3).slice(0, 40)], { seq: 4, reason: "not-an-event" }],
    [
      "a closing line of another log",
      () => changed(size, head.root, "0".repeat(64)),
      { seq: size, reason: "wrong-root" },
    ],
    ["something after the closing line", () => [...lines, line(0)], { seq: size + 1, reason: "wrong-size" }],
    ["nothing in it", () => [], { seq: 1, reason: "no-closing-line" }],
  ];

  it.each(tamperings)("is rejected with %s, and the event is named", async (_, tampered, firstBroken) => {
    expect(await verifyLines(tampered())).toMatchObject({ ok: false, firstBroken });
  });

  it("is rejected where it is shorter than a checkpoint that was kept outside, though whole in itself", async () => {
    const shorter = await verifyLines(lines, { checkpoint: { size: size + 4, root: head.root } });
    expect(shorter).toMatchObject({ ok: false, firstBroken: { seq: size + 1, reason: "wrong-checkpoint" } });
  });

  it("leaves out content that was destroyed, and verifies", async () => {
    await store.transaction(async (tx) => {
      await destroyContent(tx, 3);
      await append(tx, { ...anyEvent, action: "case.erased" });
    });
    const after = await exported({ includeContent: true });
    expect(after.join()).not.toContain("word 3");
    expect(await verifyLines(after)).toMatchObject({ ok: true, events: size + 1 });
  });
});
