import { expect, test } from "vitest";
import { caseSchema } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { reasonsOf, run } from "../examples/assessed.js";
import { assess } from "../assess.js";
import { paid, planFor, renewal, uneventful } from "../examples/cases.js";
import { samplePacks } from "../packs.js";

test.each([
  ["protectedIdentity", true, "protected-identity"],
  ["signedByAll", false, "signature-missing"],
  ["householdUnchanged", false, "household-changed"],
  ["registerUnchanged", false, "register-changed"],
  ["accountUnchanged", false, "account-changed"],
  ["assetsDeclared", true, "assets-declared"],
  ["pendingBenefits", true, "not-codified"],
  ["staysInMunicipality", false, "not-codified"],
  ["lawfulResidence", false, "not-codified"],
  ["messageFromApplicant", true, "applicant-message"],
  ["otherMunicipality", true, "decided-elsewhere"],
] as const)("%s %s is the reason %s, and not knowing is a missing fact; the amount stands", (flag, value, reason) => {
  const known = run({ flags: { ...uneventful.flags, [flag]: value } });
  expect(known).toMatchObject({ reasons: [reason], shortfallOre: 518_000, grantOre: null });
  const flags = Object.fromEntries(Object.entries(uneventful.flags).filter(([key]) => key !== flag));
  expect(run({ flags })).toMatchObject({ reasons: ["fact-missing"], shortfallOre: 518_000, grantOre: null });
});

test("a source is asked again to the last day of the wait, then a person takes over", () => {
  const on = (today: string): Assessed =>
    run({ today, appliedOn: "2025-10-26", sources: { ...uneventful.sources, AF: "unavailable" } });
  expect(on("2025-10-28")).toMatchObject({ outcome: "waiting", reasons: ["source-waiting"], shortfallOre: 518_000 });
  expect(on("2025-10-29")).toMatchObject({ outcome: "waiting", reasons: ["source-waiting"] });
  expect(on("2025-10-30")).toMatchObject({ outcome: "referred", reasons: ["source-unavailable"] });
});

test("a source is not waited for past the day the rent is due, where the application came before it", () => {
  const on = (today: string, appliedOn: string): Assessed =>
    run({ today, appliedOn, sources: { ...uneventful.sources, AF: "unavailable" } });
  // 1 November 2025 is a Saturday: rent is due on Friday 31 October.
  expect(on("2025-10-30", "2025-10-29")).toMatchObject({ outcome: "waiting" });
  expect(on("2025-10-31", "2025-10-29")).toMatchObject({ outcome: "referred", reasons: ["source-unavailable"] });
  expect(on("2025-11-02", "2025-10-31")).toMatchObject({ outcome: "waiting" });
});

test("a plan covers the whole month and is followed", () => {
  const plan = (parts: object): readonly string[] => reasonsOf({ planning: [{ ...planFor("a"), ...parts }] });
  expect(plan({ from: "2025-11-01", to: "2025-11-30" })).toEqual([]);
  expect(plan({ from: "2025-11-02" })).toEqual(["plan-not-valid"]);
  expect(plan({ to: "2025-11-29" })).toEqual(["plan-not-valid"]);
  expect(plan({ followed: false })).toEqual(["plan-not-valid"]);
});

test("a medical certificate is asked for from July 2026", () => {
  const sick = (benefitMonth: string): readonly string[] =>
    reasonsOf({
      benefitMonth,
      today: `${benefitMonth}-01`,
      appliedOn: `${benefitMonth}-01`,
      history: [],
      previous: { month: benefitMonth === "2026-06" ? "2026-05" : "2026-06", lines: [], balanceOre: -518_000 },
      planning: [{ ...planFor("a"), kind: "sick-leave", to: "2026-12-31" }],
    });
  expect(sick("2026-06")).toEqual([]);
  // The law of the months from July 2026 has not been read: each of them is a person's for that too.
  expect(sick("2026-07")).toEqual(["fact-missing", "not-codified"]);
});

test("the activity requirement sends three months of aid to a person from October 2026", () => {
  const history = (["2026-07", "2026-08", "2026-09"] as const).map((month) => ({
    month,
    outcome: "granted" as const,
  }));
  const asked = (benefitMonth: string, months: typeof history): boolean =>
    run({
      benefitMonth,
      today: `${benefitMonth}-01`,
      appliedOn: `${benefitMonth}-01`,
      history: months,
      previous: { month: benefitMonth === "2026-10" ? "2026-09" : "2026-08", lines: [] },
      planning: [{ ...planFor("a"), to: "2026-12-31" }],
    }).findings.some(({ factId, result }) => factId === "activity-requirement" && result !== "met");
  expect(asked("2026-10", history)).toBe(true);
  expect(asked("2026-10", history.slice(1))).toBe(false);
  expect(asked("2026-09", history.slice(0, 2))).toBe(false);
});

test("no month from July 2026 is prefilled: its law is known from others' accounts only", () => {
  const isRead = (benefitMonth: string): boolean =>
    run({ benefitMonth }).findings.some(({ code, result }) => code === "law-codified" && result === "met");
  expect(isRead("2026-06")).toBe(true);
  expect(isRead("2026-07")).toBe(false);
  expect(isRead("2026-10")).toBe(false);
});

test("while the applicant may answer the case waits, and the day after a person goes on", () => {
  const parts = { flags: { ...uneventful.flags, accountUnchanged: false } };
  const on = (today: string, answered = false): Assessed =>
    run({ ...parts, today, communicated: { answerBy: "2025-11-03", answered } });
  expect(on("2025-11-03")).toMatchObject({ outcome: "waiting", reasons: ["account-changed", "communicated"] });
  expect(on("2025-11-04")).toMatchObject({ outcome: "referred", reasons: ["account-changed"] });
  expect(on("2025-10-28", true)).toMatchObject({ outcome: "referred", reasons: ["account-changed"] });
});

test("a person settles a reason for one line, and only for that line", () => {
  const incomes = [paid("activity-support", 1000, { declared: false })];
  const settled = (factId: string): Assessed => run({ incomes, settled: [{ reason: "undeclared-income", factId }] });
  expect(settled("i-activity-support")).toMatchObject({ outcome: "prefilled", grantOre: 418_000 });
  expect(settled("i-other").reasons).toEqual(["undeclared-income"]);
  expect(settled("i-activity-support").findings).toContainEqual(
    expect.objectContaining({ reason: "undeclared-income", settled: true }),
  );
});

test("protected identity, discretionary aid and a surplus cannot be settled away", () => {
  const protectedCase = { flags: { ...uneventful.flags, protectedIdentity: true } };
  expect(reasonsOf({ ...protectedCase, settled: [{ reason: "protected-identity" }] })).toEqual(["protected-identity"]);
  const licence = [{ id: "k1", type: "driving-licence" as const, appliedOre: 100 }];
  expect(reasonsOf({ costs: licence, settled: [{ reason: "discretionary-aid", factId: "k1" }] })).toEqual([
    "discretionary-aid",
  ]);
  expect(reasonsOf({ incomes: [paid("pension", 9000)], settled: [{ reason: "surplus" }] })).toEqual(["surplus"]);
});

test("of a protected person what is unknown is no question, and what is known still is", () => {
  const nothingFetched = {
    flags: { protectedIdentity: true, caseFileRead: false, signedByAll: true, messageFromApplicant: true },
    sources: { population: "read" as const },
  };
  const fromTheFile = ["history", "previous", "assets"];
  const known = Object.entries(renewal({ ...nothingFetched, planning: [] })).filter(
    ([key]) => !fromTheFile.includes(key),
  );
  const { reasons, outcome } = assess(caseSchema.parse(Object.fromEntries(known)), samplePacks);
  expect(outcome).toBe("referred");
  expect(reasons).toEqual(["applicant-message", "plan-not-valid", "protected-identity"]);
});

test("a case file that could not be read is a reason of its own, beside what it leaves unknown", () => {
  expect(reasonsOf({ flags: { ...uneventful.flags, caseFileRead: true } })).toEqual([]);
  expect(reasonsOf({ flags: { ...uneventful.flags, caseFileRead: false } })).toEqual(["case-file-unread"]);
});

test.each([
  ["read", [], "prefilled"],
  ["rows-unclear", ["statement-unclear"], "referred"],
  ["unreadable", ["document-unreadable"], "waiting"],
  ["doubtful", ["document-mismatch"], "referred"],
  ["another-persons", ["document-mismatch"], "referred"],
  ["to-read", ["document-to-read"], "referred"],
] as const)("a document for no line that is %s gives %j and is %s", (state, reasons, outcome) => {
  const documents = [{ id: "d1", kind: "bank-statement" as const, state }];
  expect(run({ documents })).toMatchObject({ reasons, outcome });
  const settled = reasons.map((reason) => ({ reason, factId: "d1" }));
  expect(run({ documents, settled }).outcome).toBe("prefilled");
});
