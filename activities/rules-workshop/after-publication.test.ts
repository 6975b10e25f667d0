import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append } from "../../audit/append.js";
import { instantSchema, localDate, month } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { sha256Hex } from "../../platform/canonical.js";
import { caseOf, renewal, standing } from "../../rules/examples/cases.js";
import { samplePacks } from "../../rules/index.js";
import { receiveApplication } from "../../store/applications.js";
import { findAssessment, saveAssessment } from "../../store/assessments.js";
import { changeCase } from "../../store/cases.js";
import { addDecisionRequest, recordDecision } from "../../store/decisions.js";
import { beginRecompute, writeRecompute } from "../../store/rule-recomputes.js";
import { anApplication } from "../../store/test-support/an-application.js";
import { anyEvent, openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import { logged, someone } from "../decide/test-support/asked.js";
import { packsInForce } from "../packs-in-force.js";
import { assessAndSeal } from "../sealed-receipt.js";
import { createWorkshop } from "./create-workshop.js";
import { shippedSuites } from "./shipped-suites.js";
import type { Asking } from "./workshop-deps.js";

const { municipal } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
const overlay: MunicipalPack = municipal;
const source = "Riktlinjer, Exempelköpings socialnämnd 2024-11-20 § 118, rättad avskrift";
const rulebook = { version: "test", hash: sha256Hex("test") };

/** The rent guideline for a single adult as the board had decided it, in place of what was copied wrongly. */
const corrected: MunicipalPack = {
  ...overlay,
  costRules: overlay.costRules.map((row) =>
    row.type === "rent"
      ? { ...row, source, caps: row.caps.map((cap, at) => (at === 0 ? { ...cap, capOre: 720_000 } : cap)) }
      : row,
  ),
};

describe("after a correction is published", () => {
  let town: TestStore;
  let one: Asking;
  let other: Asking;
  let id: string;
  let misbehaves = false;
  const cases: CaseId[] = [];
  let workshop: ReturnType<typeof createWorkshop>;
  const inForce = packsInForce(samplePacks);

  /** A household with a rent between the wrong cap and the right one, assessed with what is in force. */
  const household = async (reference: string): Promise<CaseId> =>
    logged(town, async (tx) => {
      const application = anApplication({ reference, month: "2025-11" });
      const { caseId } = await receiveApplication(tx, { application, municipality: reference });
      await assessNow(tx, caseId, 7_100);
      return caseId;
    });
  const assessNow = async (tx: Parameters<typeof findAssessment>[0], caseId: CaseId, rent: number): Promise<void> => {
    const input = caseOf(renewal({ costs: [standing("rent", rent)] }));
    const { receipt, bytes } = assessAndSeal(input, { rulebook, packs: await inForce(tx) });
    const { outcome, reasons, grantOre: amountOre } = receipt;
    await saveAssessment(tx, {
      caseId,
      input,
      receiptBytes: bytes,
      outcome,
      reasons,
      amountOre,
      rulebookVersion: "test",
    });
    await changeCase(tx, caseId, { state: outcome });
  };
  const reassess = async (caseId: CaseId): Promise<boolean> => {
    await town.store.transaction(async (tx) => {
      await assessNow(tx, caseId, misbehaves ? 9_900 : 7_100);
      await append(tx, anyEvent);
    });
    return true;
  };
  const valueOf = <T>(came: { ok: true; value: T } | { ok: false; refusal: string }): T => {
    if (came.ok) return came.value;
    throw new Error(came.refusal);
  };

  beforeAll(async () => {
    town = await openTestStore();
    one = { id: await someone(town, "administrator-1", ["administrator"]), roles: ["administrator"] };
    other = { id: await someone(town, "administrator-2", ["administrator"]), roles: ["administrator"] };
    workshop = createWorkshop({
      store: town.store,
      rulebook,
      shipped: samplePacks,
      packsInForce: inForce,
      today: () => Promise.resolve(localDate("2025-10-27")),
      month: month("2025-11"),
      isInvented: true,
      suites: () => ({ national: shippedSuites(samplePacks).national, local: [] }),
      reassess,
    });
    for (let at = 0; at < 13; at += 1) cases.push(await household(`R-${String(at)}`));
    const [decided] = cases;
    if (decided === undefined) throw new Error("There is no case.");
    const requestId = await logged(town, (tx) =>
      addDecisionRequest(tx, {
        caseId: decided,
        sequence: 1,
        shownHash: "0".repeat(64),
        by: one.id,
        conflictDeclared: true,
        draft: { outcome: "granted", amountOre: 900_000 },
      }),
    );
    await logged(town, (tx) =>
      recordDecision(tx, {
        requestId,
        outcome: "granted",
        amountOre: 900_000,
        decidedOn: localDate("2025-10-27"),
        delegationItem: "3.1",
        hearing: "none",
      }),
    );
    const words = { title: "Rättad avskrift", source, kind: "correction", effectiveFrom: month("2025-01") } as const;
    const begun = valueOf(await workshop.create(one, { ...words, from: { start: "in-force", packId: overlay.id } }));
    id = begun.id;
    const saved = valueOf(await workshop.save(one, id, { ...words, revision: 1, content: corrected }));
    valueOf(await workshop.check(one, id, saved.revision));
    valueOf(await workshop.rehearse(one, id, saved.revision));
    const { contentHash, tests, rehearsal } = valueOf(await workshop.submit(one, id, saved.revision));
    const looked = { contentHash, testsHash: tests?.hash ?? "", rehearsalHash: rehearsal?.hash ?? "" };
    valueOf(await workshop.approve(other, id, looked));
    const late = await workshop.publish(one, id, {
      contentHash,
      minute: { on: localDate("2025-10-20"), paragraph: "§ 90" },
    });
    expect(late).toMatchObject({ refusal: "minute-after-effect" });
    const minute = { on: localDate("2024-11-20"), paragraph: "§ 118" };
    valueOf(await workshop.publish(one, id, { contentHash, minute }));
  });
  afterAll(() => town.stop());

  test("the rehearsal told whom it would touch, in figures only", async () => {
    const { rehearsal } = valueOf(await workshop.change(one, id));
    expect(rehearsal).toMatchObject({ assessed: 13, affected: 13, noLongerReferred: 13, unreadable: 0 });
    expect(rehearsal?.groups).toMatchObject([{ title: "1 vuxen", affected: 13 }]);
    const lines = valueOf(await workshop.rehearsalLines(id));
    expect(lines.flat().some((cell) => /\d{4}-\d{4}/u.test(cell))).toBe(false);
  });

  test("undecided cases wait to be reassessed, and a decided month is a person's, untouched", async () => {
    const view = valueOf(await workshop.affected(one, id));
    expect(view.undecided).toHaveLength(12);
    expect(view.undecided[0]).toMatchObject({
      storedOre: null,
      outcomeTitle: "Hos en person",
      expectedTitle: "Klar att besluta",
    });
    expect(view.undecided[0]?.expectedOre).toBeGreaterThan(0);
    expect(view.decided).toMatchObject([{ decidedOre: 900_000, household: "1 vuxen" }]);
    expect(view.decided[0]?.computedOre).toBe(view.undecided[0]?.expectedOre);
    expect(view.totalOre).toBe((view.undecided[0]?.expectedOre ?? 0) - 900_000);
    expect(view.next).toBe("one");
    const [decided] = cases;
    const before = decided && (await town.store.read((tx) => findAssessment(tx, decided)));
    expect(before?.sequence).toBe(1);
  });

  test("they are reassessed one, then ten, then all, and no stage is skipped", async () => {
    expect(await workshop.recompute(one, id, "all")).toMatchObject({ refusal: "stage-out-of-order" });
    // Two who ask at once: one of them does it, and the other is told.
    const both = await Promise.all([workshop.recompute(one, id, "one"), workshop.recompute(other, id, "one")]);
    expect(both.flatMap((came) => (came.ok ? [] : [came.refusal]))).toEqual(["stage-under-way"]);
    const first = valueOf(await workshop.affected(one, id));
    expect(first).toMatchObject({ next: "few", runs: [{ state: "done", reassessed: 1 }] });
    expect(first.undecided).toHaveLength(11);
    misbehaves = true;
    const stopped = valueOf(await workshop.recompute(one, id, "few"));
    expect(stopped.next).toBe("one");
    expect(stopped.runs.at(-1)).toMatchObject({ state: "stopped", reassessed: 0 });
    expect(stopped.runs.at(-1)?.stoppedBecause).toContain("andra uppgifter");
    misbehaves = false;
    const begun = await logged(town, (tx) => beginRecompute(tx, { changeId: id, stage: "few", madeBy: other.id }));
    expect(valueOf(await workshop.affected(one, id))).toMatchObject({ next: null });
    expect(await workshop.recompute(one, id, "one")).toMatchObject({ refusal: "stage-under-way" });
    // Its process is gone: it is shown as begun, and after a while as one that broke off.
    await logged(town, (tx) =>
      tx.db
        .updateTable("ruleRecompute")
        .set({ touchedAt: instantSchema.parse("2025-10-27T07:59:00.000Z") })
        .where("id", "=", begun?.id ?? "")
        .execute(),
    );
    const left = valueOf(await workshop.affected(one, id));
    expect([left.next, left.runs.at(-1)?.state]).toEqual(["one", "started"]);
    const again = valueOf(await workshop.recompute(one, id, "one"));
    expect(again.next).toBe("few");
    expect(again.runs.at(-2)).toMatchObject({ state: "stopped", stoppedBecause: "Avbröts utan att bli klar." });
    // The process that comes back does no more.
    const late = { id: begun?.id ?? "", state: "started", reassessed: 1, skipped: 0, stoppedBecause: null } as const;
    expect(await logged(town, (tx) => writeRecompute(tx, late))).toBeUndefined();
    expect(valueOf(await workshop.recompute(one, id, "few"))).toMatchObject({ next: null, undecided: [] });
    expect(await workshop.recompute(one, id, "all")).toMatchObject({ refusal: "nothing-to-recompute" });
    const [decided] = cases;
    const untouched = decided && (await town.store.read((tx) => findAssessment(tx, decided)));
    expect(untouched?.sequence).toBe(1);
  });

  test("the board gets its report without a case's number", async () => {
    const { lines } = valueOf(await workshop.boardReport(one, id));
    expect(lines[0]).toContain("Ändringen ger mer kr");
    expect(lines.flat().some((cell) => /^\d{4}-\d{4}$/u.test(cell))).toBe(false);
  });
});
