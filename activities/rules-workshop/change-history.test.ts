import { afterAll, beforeAll, expect, test } from "vitest";
import { appendAll } from "../../audit/append.js";
import { auditActions } from "../../contracts/codes/audit-actions.js";
import { aWorkshop, rentsFrom, valueOf } from "./test-support/a-workshop.js";

let workshop: Awaited<ReturnType<typeof aWorkshop>>;

beforeAll(async () => {
  workshop = await aWorkshop();
});
afterAll(() => workshop.town.stop());

/** Logs a stage as the reassessing does: its beginning, each case, and how it ended where it did. */
const stage = (change: string, { cases, end }: { readonly cases: number; readonly end?: "done" | "stopped" }) =>
  workshop.town.store.transaction((tx) =>
    appendAll(
      tx,
      [
        ...Array.from({ length: cases + 1 }, (_, reassessed) => ({ reassessed, state: "started" })),
        ...(end === undefined ? [] : [{ reassessed: cases, state: end }]),
      ].map((came) => ({
        action: "rule.recomputed" as const,
        actor: { kind: "staff" as const, id: workshop.one.id },
        details: { change, stage: "all", skipped: 0, ...came },
      })),
    ),
  );

const recomputed = async (id: string): Promise<readonly string[]> => {
  const { history } = valueOf(await workshop.workshop.change(workshop.one, id));
  const { title } = auditActions["rule.recomputed"];
  return history
    .map((line) => line.title)
    .filter((line) => line.startsWith(title))
    .map((line) => line.slice(title.length));
};

test("a large stage is one line in its change's history, and cuts nothing off another change's", async () => {
  const content = rentsFrom([{ from: "2026-01", moreOre: 100_00 }]);
  const small = await workshop.drafted({ content, from: "2026-01" });
  const large = await workshop.drafted({ content, from: "2026-01" });
  await stage(small.id, { cases: 1, end: "done" });
  await stage(small.id, { cases: 3, end: "stopped" });
  await stage(large.id, { cases: 1100, end: "done" });
  await stage(large.id, { cases: 2 });
  expect(await recomputed(small.id)).toEqual([": 3", ": 1"]);
  expect(await recomputed(large.id)).toEqual([": 0", ": 1100"]);
  const { history } = valueOf(await workshop.workshop.change(workshop.one, small.id));
  expect(history.at(-1)?.title).toBe(auditActions["rule-change.drafted"].title);
});
