import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChangeView } from "../../contracts/api/workshop.js";
import type { Case } from "../../contracts/case.js";
import { firstDayOf, localDate, month } from "../../contracts/dates.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { sha256Hex } from "../../platform/canonical.js";
import { randomFrom } from "../../rules/examples/seeded-random.js";
import { samplePacks } from "../../rules/index.js";
import { asIfAlways } from "../../rules/rehearsal/as-if-always.js";
import { generateHouseholds } from "../../rules/rehearsal/households/generate.js";
import { rehearse } from "../../rules/rehearsal/rehearse.js";
import { receiveApplication } from "../../store/applications.js";
import { saveAssessment } from "../../store/assessments.js";
import { anApplication } from "../../store/test-support/an-application.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import { logged, someone } from "../decide/test-support/asked.js";
import { packsInForce } from "../packs-in-force.js";
import { assessAndSeal } from "../sealed-receipt.js";
import { createWorkshop } from "./create-workshop.js";
import { shippedSuites } from "./shipped-suites.js";
import { aWorkshop, rentsFrom, valueOf } from "./test-support/a-workshop.js";
import type { Asking } from "./workshop-deps.js";

const { municipal } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
const overlay: MunicipalPack = municipal;
const rulebook = { version: "test", hash: sha256Hex("test") };
const source = "Riktlinjer, Exempelköpings socialnämnd 2025-10-22 § 91";
const effectiveFrom = month("2026-01");

/** Every guideline for rent 500 kr higher from January on. */
const higherRents: MunicipalPack = {
  ...overlay,
  costRules: overlay.costRules.flatMap((rule) =>
    rule.type === "rent"
      ? [
          { ...rule, to: month("2025-12") },
          {
            ...rule,
            from: effectiveFrom,
            source,
            caps: rule.caps.map((cap) => ({ ...cap, capOre: cap.capOre + 500_00 })),
          },
        ]
      : [rule],
  ),
};

/** Thirty made-up households, in each of two of the months that have been. */
const made = generateHouseholds({
  households: 30,
  months: 2,
  last: month("2025-11"),
  packs: samplePacks,
  random: randomFrom(3),
});

describe("a guideline that is to hold from January, rehearsed in November on the months that are stored", () => {
  let town: TestStore;
  let one: Asking;
  let change: ChangeView;
  let workshop: ReturnType<typeof createWorkshop>;
  const stored = (reference: string, input: Case): Promise<void> =>
    logged(town, async (tx) => {
      const application = anApplication({ reference, month: input.benefitMonth });
      const { caseId } = await receiveApplication(tx, { application, municipality: reference });
      const { receipt, bytes } = assessAndSeal(input, { rulebook, packs: samplePacks });
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
    });

  beforeAll(async () => {
    town = await openTestStore();
    one = { id: await someone(town, "administrator-1", ["administrator"]), roles: ["administrator"] };
    workshop = createWorkshop({
      store: town.store,
      rulebook,
      shipped: samplePacks,
      packsInForce: packsInForce(samplePacks),
      today: () => Promise.resolve(localDate("2025-10-27")),
      month: month("2025-11"),
      isInvented: true,
      suites: shippedSuites,
      reassess: () => Promise.resolve(true),
    });
    for (const { ref, case: input } of made) await stored(ref, input);
    const words = { title: "Högre hyror", source, kind: "new-rule", effectiveFrom } as const;
    const { id } = valueOf(await workshop.create(one, { ...words, from: { start: "in-force", packId: overlay.id } }));
    const saved = valueOf(await workshop.save(one, id, { ...words, revision: 1, content: higherRents }));
    valueOf(await workshop.check(one, id, saved.revision));
    change = valueOf(await workshop.rehearse(one, id, saved.revision));
  });
  afterAll(() => town.stop());

  // Every application that is stored here has the same adults: to the workshop it is one household's months.
  const alone = rehearse({
    cases: made.map((one) => ({ ...one, household: "the same" })),
    before: samplePacks,
    after: asIfAlways(samplePacks, {
      draft: higherRents,
      base: overlay,
      turn: firstDayOf(effectiveFrom),
      first: month("2024-12"),
    }),
  });

  test("shows the figures that the same cases come to from the command line", () => {
    const { rehearsal } = change;
    expect(alone.summary.effects["newly-prefilled"].cases).toBeGreaterThan(0);
    expect(rehearsal?.figures?.summary).toEqual(alone.summary);
    expect(rehearsal?.figures?.byHousehold).toEqual(alone.byHousehold);
    expect(rehearsal?.figures?.reasonsGone).toEqual(alone.reasonsGone);
    const { changed, effects } = alone.summary;
    expect(rehearsal).toMatchObject({
      assessed: made.length,
      unreadable: 0,
      affected: changed.cases,
      noLongerReferred: effects["newly-prefilled"].cases,
      letters: effects["letter-differs"].cases,
      sumOre: 0,
      children: { affected: alone.children.group.changed.children, worseOff: 0 },
    });
  });

  test("lists the cases that would come out otherwise, and says what makes it", async () => {
    const { cases, hidden } = valueOf(await workshop.rehearsalCases(one, change.id));
    expect([cases.length, hidden]).toEqual([alone.cases.length, 0]);
    const ready = cases.find(({ effects }) => effects.includes("newly-prefilled"));
    expect(ready?.rows.some((row) => row.startsWith("Inte längre skäl för en person: "))).toBe(true);
    expect(ready?.decidedOre).toBeNull();
  });

  test("exports every effect as a line, with months, households, children and kronor", async () => {
    const lines = valueOf(await workshop.rehearsalLines(change.id));
    const { cases, households, children } = alone.summary.effects["newly-prefilled"];
    expect(lines.find(([title]) => title === "Blir klar att besluta")?.slice(1, 4)).toEqual(
      [cases, households, children].map(String),
    );
    expect(lines.flat().join()).not.toContain("h000");
  });

  test("keeps no handle of a case or a household with the figures", () => {
    expect(JSON.stringify(change.rehearsal)).not.toMatch(/h000|[0-9a-f]{8}-[0-9a-f]{4}-/u);
  });
});

describe("a draft that begins otherwise than in one month", () => {
  let town: Awaited<ReturnType<typeof aWorkshop>>;
  beforeAll(async () => {
    town = await aWorkshop({ month: month("2026-06"), today: () => Promise.resolve(localDate("2026-05-27")) });
  });
  afterAll(() => town.town.stop());

  test("is not rehearsed, and says how to mend it", async () => {
    const { one, workshop, drafted } = town;
    const refusalOf = async (turns: readonly string[]) => {
      const content = rentsFrom(turns.map((from, at) => ({ from, moreOre: (at + 1) * -200_00 })));
      const { id, revision } = await drafted({ content, from: "2026-07" });
      return workshop.rehearse(one, id, revision);
    };
    expect(await refusalOf(["2026-10"])).toMatchObject({ refusal: "nothing-at-effective" });
    expect(await refusalOf(["2026-07", "2026-10"])).toMatchObject({ refusal: "several-turns" });
  });

  test("is rehearsed in every month it corrects, however long ago", async () => {
    const { one, workshop, drafted } = town;
    const from = "2025-03";
    const content = rentsFrom([{ from, moreOre: 100_00 }]);
    const { id, revision } = await drafted({ content, from, kind: "correction" });
    const { rehearsal } = valueOf(await workshop.rehearse(one, id, revision));
    expect(rehearsal?.months).toEqual({ first: "2025-03", last: "2026-06" });
  });
});

test("a rehearsal of November is not of the last twelve months any more when June is worked on", async () => {
  const autumn = await aWorkshop();
  const { one, deps, submitted } = autumn;
  const change = await submitted({ content: rentsFrom([{ from: "2026-07", moreOre: 200_00 }]), from: "2026-07" });
  expect(change.rehearsal?.fresh).toBe(true);
  const june = createWorkshop({
    ...deps,
    month: month("2026-06"),
    today: () => Promise.resolve(localDate("2026-05-27")),
  });
  const later = valueOf(await june.change(autumn.other, change.id));
  expect([later.tests?.fresh, later.rehearsal?.fresh]).toEqual([true, false]);
  expect(later.actions.find(({ action }) => action === "approve")?.why).toBe(
    "Repetitionen gjordes på andra månader än de senaste tolv. Repetera igen. " +
      "Lämna tillbaka ändringen, så kan den ändras, prövas och repeteras igen.",
  );
  const back = valueOf(await june.giveBack(autumn.other, change.id, "Repetera på nytt."));
  expect(valueOf(await june.rehearse(one, change.id, back.revision)).rehearsal?.fresh).toBe(true);
  await autumn.town.stop();
});
