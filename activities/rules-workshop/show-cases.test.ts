import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvents } from "../../audit/events.js";
import { readLog } from "../../audit/questions/reads.js";
import type { CaseId } from "../../contracts/ids.js";
import { changeCase } from "../../store/cases.js";
import { logged, someone } from "../decide/test-support/asked.js";
import { shippedSuites } from "./shipped-suites.js";
import { aWorkshop, valueOf } from "./test-support/a-workshop.js";
import { decideMonth, publish, storeMonth, withRentCap } from "./test-support/stored-months.js";
import type { Asking } from "./workshop-deps.js";
import { samplePacks } from "../../rules/index.js";

let workshop: Awaited<ReturnType<typeof aWorkshop>>;
let lead: Asking;
let undecided: CaseId;
let decided: CaseId;
let hidden: CaseId;
const correction = { content: withRentCap(720_000), from: "2025-01", kind: "correction" } as const;

beforeAll(async () => {
  workshop = await aWorkshop({ suites: () => ({ national: shippedSuites(samplePacks).national, local: [] }) });
  lead = { id: await someone(workshop.town, "lead", ["team-lead"]), roles: ["team-lead"] };
  undecided = await storeMonth(workshop, { reference: "R-1", rent: 7_100 });
  decided = await storeMonth(workshop, { reference: "R-2", rent: 7_100 });
  hidden = await storeMonth(workshop, { reference: "R-3", rent: 7_100 });
  await decideMonth(workshop, decided, 900_000);
  await logged(workshop.town, (tx) => changeCase(tx, hidden, { protected: true }));
});
afterAll(() => workshop.town.stop());

const listed = (caseId: CaseId) =>
  workshop.town.store.read(async (tx) =>
    (await listEvents(tx, { caseId, action: "case.listed" })).map(({ actor, details }) => [
      actor.id,
      details["kind"],
      details["change"],
    ]),
  );

test("a list of the cases that a draft would touch is a reading of each, and of a protected case there is none", async () => {
  const { one, workshop: asked, tried } = workshop;
  const { id } = await tried(correction);
  for (const asking of [one, lead]) {
    const { cases, hidden: left } = valueOf(await asked.rehearsalCases(asking, id));
    expect([cases.length, left]).toEqual([2, 1]);
  }
  const readings = [
    [one.id, "rehearsal", id],
    [lead.id, "rehearsal", id],
  ];
  expect(await listed(undecided)).toEqual(readings);
  expect(await listed(decided)).toEqual(readings);
  expect(await listed(hidden)).toEqual([]);
});

test("so are a list of those that a publication affects and the report to the board, and an auditor finds who had them", async () => {
  const { one, workshop: asked, town } = workshop;
  const id = await publish(workshop, correction);
  const before = await listed(undecided);
  const view = valueOf(await asked.affected(lead, id));
  expect([view.undecided.length, view.decided.length, view.hidden]).toEqual([1, 1, 1]);
  expect(view.undecided[0]).not.toHaveProperty("caseId");
  expect(await listed(undecided)).toEqual([...before, [lead.id, "affected", id]]);
  valueOf(await asked.boardReport(one, id));
  expect((await listed(decided)).at(-1)).toEqual([one.id, "board-report", id]);
  expect(await listed(undecided)).toHaveLength(before.length + 1);
  expect(await listed(hidden)).toEqual([]);
  const reads = await town.store.read((tx) => readLog(tx, { actorId: one.id, limit: 10 }));
  expect(reads[0]).toMatchObject({ action: "case.listed", caseId: decided, what: "board-report", worked: false });
});
