import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseId } from "../../contracts/ids.js";
import { samplePacks } from "../../rules/index.js";
import { findAssessment } from "../../store/assessments.js";
import { changeCase } from "../../store/cases.js";
import { logged } from "../decide/test-support/asked.js";
import { shippedSuites } from "./shipped-suites.js";
import { aWorkshop, valueOf } from "./test-support/a-workshop.js";
import { assessStored, decideMonth, publish, storeMonth, withRentCap } from "./test-support/stored-months.js";

let workshop: Awaited<ReturnType<typeof aWorkshop>>;
let cases: readonly CaseId[];
/** What a caseworker does while the process assesses a case again; answers whether the process takes it. */
let meanwhile: (caseId: CaseId) => Promise<boolean> = () => Promise.resolve(true);

const reassess = async (caseId: CaseId): Promise<boolean> => {
  if (!(await meanwhile(caseId))) return false;
  await logged(workshop.town, (tx) => assessStored(tx, workshop, { caseId, rent: 7_100 }));
  return true;
};

beforeAll(async () => {
  workshop = await aWorkshop({
    suites: () => ({ national: shippedSuites(samplePacks).national, local: [] }),
    reassess,
  });
  const stored: CaseId[] = [];
  for (const at of [1, 2, 3, 4, 5, 6])
    stored.push(await storeMonth(workshop, { reference: `R-${String(at)}`, rent: 7_100 }));
  cases = stored;
});
afterAll(() => workshop.town.stop());

test("a stage goes on where caseworkers decide and end cases while it runs, and counts those it left alone", async () => {
  const { one, workshop: asked, town } = workshop;
  const id = await publish(workshop, { content: withRentCap(720_000), from: "2025-01", kind: "correction" });
  const visited = new Set<CaseId>();
  const left: CaseId[] = [];
  /** A case whose turn has not come yet. */
  const another = (): CaseId => {
    const found = cases.find((caseId) => !visited.has(caseId) && !left.includes(caseId));
    if (found === undefined) throw new Error("There are too few cases.");
    left.push(found);
    return found;
  };
  meanwhile = async (caseId) => {
    visited.add(caseId);
    if (visited.size === 2) await decideMonth(workshop, another(), 900_000);
    if (visited.size === 4) await logged(town, (tx) => changeCase(tx, another(), { endedAs: "withdrawn" }));
    if (visited.size !== 3) return true;
    left.push(caseId);
    await decideMonth(workshop, caseId, 900_000);
    return false;
  };
  expect(valueOf(await asked.recompute(one, id, "one")).runs).toMatchObject([
    { state: "done", reassessed: 1, skipped: 0 },
  ]);
  const after = valueOf(await asked.recompute(one, id, "few"));
  expect(after.runs.at(-1)).toMatchObject({ state: "done", reassessed: 2, skipped: 3, stoppedBecause: null });
  expect(after.undecided).toEqual([]);
  for (const caseId of left) expect((await town.store.read((tx) => findAssessment(tx, caseId)))?.sequence).toBe(1);
});
