import { describe, expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { reasonsOf, run, runWithout } from "../examples/assessed.js";
import type { LegalPeriod } from "../../contracts/rule-pack.js";
import { planFor, standing } from "../examples/cases.js";
import { samplePacks } from "../packs.js";

const found = ({ findings }: Assessed, provision: string) =>
  findings
    .filter((finding) => finding.provision === provision)
    .map(({ result, reason, factId, text }) => ({
      result,
      ...(reason === undefined ? {} : { reason }),
      ...(factId === undefined ? {} : { factId }),
      ...(text === undefined ? {} : { text: text.replaceAll("\u00a0", " ") }),
    }));

describe("something of value", () => {
  const asset = (parts: object): Partial<CaseInput> => ({
    assets: [{ id: "t1", kind: "vehicle", source: "TNS", ...parts }],
  });

  test("that a person weighed an earlier month is no question, one of the month itself or of no month is", () => {
    expect(reasonsOf(asset({ knownSince: "2025-10" }))).toEqual([]);
    expect(reasonsOf(asset({ knownSince: "2025-11" }))).toEqual(["assets-declared"]);
    expect(reasonsOf(asset({ knownSince: "2025-12" }))).toEqual(["assets-declared"]);
    expect(reasonsOf(asset({}))).toEqual(["assets-declared"]);
  });

  test("is asked about one by one, and not knowing whether there is any is a missing fact", () => {
    const two = run({
      assets: [
        { id: "t1", kind: "vehicle", source: "TNS", knownSince: "2025-06" },
        { id: "t2", kind: "bank", source: "document" },
      ],
    });
    expect(found(two, "assets").filter(({ result }) => result !== "met")).toEqual([
      {
        result: "not-met",
        reason: "assets-declared",
        factId: "t2",
        text: "Det finns en tillgång som ingen har tagit ställning till.",
      },
    ]);
    const unknown = found(runWithout({}, { keys: ["assets"] }), "assets");
    expect(unknown.map(({ result, factId }) => [result, factId])).toContainEqual(["cannot-tell", "assets"]);
    // None: the applicant says so, and so do the sources.
    expect(found(run({}), "assets").map(({ result }) => result)).toEqual(["met", "met"]);
  });
});

describe("a sick leave", () => {
  const july = (plans: CaseInput["planning"]): readonly object[] =>
    found(
      run({ benefitMonth: "2026-07", today: "2026-06-25", appliedOn: "2026-06-25", planning: plans ?? [] }),
      "medical-certificate",
    );
  const leave = { ...planFor("a"), kind: "sick-leave" as const, from: "2026-06-01", to: "2026-09-30" };
  const ends = {
    result: "not-met",
    reason: "plan-not-valid",
    factId: "a",
    text: "Läkarintyget tar slut under månaden.",
  };

  test("has a certificate to the last day of the month", () => {
    expect(july([{ ...leave, certificateUntil: "2026-07-31" }])).toEqual([{ result: "met" }]);
    expect(july([{ ...leave, certificateUntil: "2026-08-01" }])).toEqual([{ result: "met" }]);
    expect(july([{ ...leave, certificateUntil: "2026-07-30" }])).toEqual([ends]);
    expect(july([leave])).toMatchObject([{ result: "cannot-tell", reason: "fact-missing", factId: "a" }]);
  });

  test("is asked about where it touches the month, and no other plan is", () => {
    const touching = (from: string, to: string): number => july([{ ...leave, from, to }]).length;
    expect([touching("2026-05-01", "2026-06-30"), touching("2026-05-01", "2026-07-01")]).toEqual([0, 1]);
    expect([touching("2026-07-31", "2026-08-31"), touching("2026-08-01", "2026-08-31")]).toEqual([1, 0]);
    expect(july([{ ...leave, kind: "job-seeking" }])).toEqual([]);
  });
});

describe("one more application for the month", () => {
  const linked = (from: "household" | "another-household"): Assessed =>
    run({ linkedApplications: [{ id: "s1", receivedOn: "2025-10-29", from }] });

  test("is read by a person, who is told where it comes from", () => {
    expect(found(linked("household"), "one-application")).toEqual([
      {
        result: "not-met",
        reason: "second-application",
        factId: "s1",
        text: "Ytterligare en ansökan för månaden kom in 29 oktober 2025.",
      },
    ]);
    expect(found(linked("another-household"), "one-application")).toMatchObject([
      { text: "En av de vuxna står också i ett annat hushålls ansökan, som kom in 29 oktober 2025." },
    ]);
    expect(linked("household")).toMatchObject({ outcome: "referred", reasons: ["second-application"] });
  });

  test("is no question where there is none", () => {
    expect(found(run({}), "one-application")).toEqual([{ result: "met" }]);
    expect(found(run({ linkedApplications: [] }), "one-application")).toEqual([{ result: "met" }]);
  });
});

describe("a part of a month", () => {
  const applied = (kind: "first" | "renewal", appliedOn: string): readonly object[] =>
    found(run({ kind, appliedOn, today: appliedOn }), "whole-month");
  const part = { result: "not-met", reason: "part-month", text: "Ansökan gäller del av månaden." };

  test("is what a first application after the first day is for; a renewal is for the month", () => {
    expect(applied("first", "2025-11-01")).toEqual([{ result: "met" }]);
    expect(applied("first", "2025-11-02")).toEqual([part]);
    expect(applied("renewal", "2025-11-02")).toEqual([{ result: "met" }]);
  });

  test("is what one adult in the home for 29 days of 30 is for", () => {
    const couple = (days: number): readonly object[] =>
      found(
        run({
          household: {
            sizeInHome: 2,
            sharesHome: false,
            members: [
              { id: "a", role: "applicant", birthDate: "1990-05-02" },
              { id: "b", role: "co-applicant", birthDate: "1988-03-14", days },
            ],
          },
        }),
        "whole-month",
      );
    expect([couple(29), couple(30)]).toEqual([[part], [{ result: "met" }]]);
  });
});

describe("the month", () => {
  const decided = (row: object): readonly object[] =>
    found(run({ history: [{ month: "2025-11", outcome: "granted", ...row }] }), "month-undecided");

  test("is decided once, here or elsewhere; an application that was not made decides nothing", () => {
    expect(decided({})).toEqual([{ result: "not-met", reason: "month-decided", text: "Månaden är redan beslutad." }]);
    expect(decided({ outcome: "refused" })).toMatchObject([{ reason: "month-decided" }]);
    expect(decided({ outcome: "not-applied" })).toEqual([{ result: "met" }]);
    expect(decided({ month: "2025-10" })).toEqual([{ result: "met" }]);
    expect(decided({ municipality: "Grannkommunen" })).toEqual([
      { result: "not-met", reason: "decided-elsewhere", text: "Månaden är beslutad i Grannkommunen." },
    ]);
    expect(found(runWithout({}, { keys: ["history"] }), "month-undecided")).toMatchObject([
      { result: "cannot-tell", reason: "fact-missing", factId: "history" },
    ]);
  });
});

describe("the rent", () => {
  const lastMonth = (...lines: NonNullable<CaseInput["previous"]>["lines"]) => ({ month: "2025-10", lines });
  const rent = { kind: "cost" as const, type: "rent", amountOre: 500_000 };

  test("of last month is applied for again, or a person asks", () => {
    expect(found(run({ previous: lastMonth(rent) }), "rent-continues")).toEqual([
      { result: "not-met", reason: "cost-changed", text: "Hyra, 5 000 kr förra månaden, söks inte den här månaden." },
    ]);
    const other = run({ previous: lastMonth(rent), costs: [standing("electricity", 300)] });
    expect(found(other, "rent-continues")).toMatchObject([{ result: "not-met" }]);
    const again = run({ previous: lastMonth(rent), costs: [standing("electricity", 300), standing("rent", 5000)] });
    expect(found(again, "rent-continues")).toEqual([{ result: "met" }]);
  });

  test("is no question where last month had none, and is one where nobody knows", () => {
    expect(found(run({ previous: lastMonth({ ...rent, kind: "income" }) }), "rent-continues")).toEqual([
      { result: "met" },
    ]);
    expect(found(runWithout({}, { keys: ["previous"] }), "rent-continues")).toMatchObject([
      { result: "cannot-tell", reason: "fact-missing", factId: "previous" },
    ]);
  });
});

describe("a plan", () => {
  const plans = (planning: CaseInput["planning"]): readonly object[] =>
    found(run({ planning: planning ?? [] }), "activity-plan");

  test("is the adult's own, and whether it is followed has to be known", () => {
    expect(plans([planFor("a")])).toEqual([{ result: "met" }]);
    expect(plans([planFor("b")])).toMatchObject([{ reason: "plan-not-valid", factId: "a" }]);
    const untold = planFor("a");
    delete untold.followed;
    expect(plans([untold])).toMatchObject([{ result: "cannot-tell", reason: "fact-missing", factId: "a" }]);
    expect(found(runWithout({}, { keys: ["planning"] }), "activity-plan")).toMatchObject([
      { result: "cannot-tell", reason: "fact-missing", factId: "a" },
    ]);
  });
});

describe("the law of the month", () => {
  test("is named where it is read and where it is not", () => {
    const title = samplePacks.national
      .flatMap(({ legalPeriods }) => legalPeriods)
      .find(({ from }) => from === "2025-07");
    expect(found(run({}), "law-in-force")).toEqual([{ result: "met", text: title?.title }]);
    const [later] = found(run({ benefitMonth: "2026-10" }), "law-in-force");
    expect(later).toMatchObject({ result: "not-met", reason: "not-codified", factId: "law" });
    expect(later?.text).toMatch(/^Lagen för 2026-10 är uttryckt som regler, men lagtexten är inte läst \(.+\)\.$/);
  });

  test("that is in no pack is a person's, and so is one that nobody has verified", () => {
    const withLaw = (change: (law: LegalPeriod) => readonly LegalPeriod[]): readonly object[] =>
      found(
        run(
          {},
          {
            ...samplePacks,
            national: samplePacks.national.map((pack) => ({
              ...pack,
              legalPeriods: pack.legalPeriods.flatMap(change),
            })),
          },
        ),
        "law-in-force",
      );
    expect(withLaw(() => [])).toEqual([
      {
        result: "not-met",
        reason: "not-codified",
        factId: "law",
        text: "Lagen för 2025-11 är inte uttryckt som regler.",
      },
    ]);
    expect(withLaw((law) => [{ ...law, verified: false }])).toMatchObject([{ reason: "not-codified" }]);
    expect(withLaw((law) => [{ ...law, codified: false }])).toMatchObject([{ reason: "not-codified" }]);
    expect(withLaw((law) => [law])).toMatchObject([{ result: "met" }]);
  });
});
