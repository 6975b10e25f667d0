import { afterAll, beforeAll, expect, test } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import type { MunicipalPack, NationalPack } from "../../contracts/rule-pack.js";
import { samplePacks } from "../../rules/index.js";
import { publishPack } from "../../store/rule-packs.js";
import { logged } from "../decide/test-support/asked.js";
import { aWorkshop, overlay, valueOf } from "./test-support/a-workshop.js";

let place: Awaited<ReturnType<typeof aWorkshop>>;
beforeAll(async () => {
  place = await aWorkshop();
});
afterAll(() => place.town.stop());

const [class_, source] = ["board-guideline", "Riktlinjer, Exempelköpings socialnämnd 2025-10-22 § 91"] as const;
/** The overlay saying of salaries what the law says. */
const salaryCounts: MunicipalPack = {
  ...overlay,
  incomeRules: [
    ...overlay.incomeRules,
    { type: "salary", from: month("2026-01"), treatment: "counts", class: class_, source },
  ],
};
/** The law making salaries a person's to judge from 2027. */
const salaryIsAPersons: NationalPack | undefined = samplePacks.national
  .filter(({ id }) => id === "law")
  .map((law) => ({
    ...law,
    version: "2027.1",
    incomeRules: law.incomeRules.flatMap((rule) =>
      rule.type === "salary"
        ? [
            { ...rule, to: month("2026-12") },
            { ...rule, from: month("2027-01"), treatment: "person" as const },
          ]
        : [rule],
    ),
  }))
  .at(0);

test("a change that was published keeps its proofs when the law turns, and one that was not is judged anew", async () => {
  const { one, workshop, town, approved, drafted } = place;
  const { id, contentHash } = await approved({ content: salaryCounts, from: "2026-01" });
  const minute = { on: localDate("2025-10-22"), paragraph: "§ 91" };
  valueOf(await workshop.publish(one, id, { contentHash, minute }));
  const waits = await drafted({
    content: { ...salaryCounts, sourceWait: salaryCounts.sourceWait.map((row) => ({ ...row, days: row.days + 1 })) },
    from: "2025-01",
  });
  if (salaryIsAPersons === undefined) throw new Error("No law ships.");
  const law = salaryIsAPersons;
  await logged(town, (tx) => publishPack(tx, { pack: law, by: one.id }));
  const proofsOf = async (of: string) => {
    const { proofs, steps } = valueOf(await workshop.change(one, of));
    return [proofs.problems.map(({ code }) => code), steps.find(({ step }) => step === "proofs")?.state];
  };
  expect(await proofsOf(id)).toEqual([[], "done"]);
  expect(await proofsOf(waits.id)).toEqual([["income-guard-lowered"], "failed"]);
});
