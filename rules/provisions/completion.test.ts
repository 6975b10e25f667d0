import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { run } from "../examples/assessed.js";
import { standing, uneventful } from "../examples/cases.js";

type Completion = NonNullable<CaseInput["completions"]>[number];

const asked = (...completions: readonly Completion[]): Assessed => run({ completions: [...completions] });
const said = ({ findings }: Assessed): readonly (string | undefined)[] =>
  findings.filter(({ code }) => code === "completion-settled").map(({ text }) => text);

// The cases are of 27 October 2025.
const today = "2025-10-27";
const open: Completion = { answerBy: today, answered: false, reached: true };
const overdue: Completion = { answerBy: "2025-10-26", answered: false, reached: true };

test("a case waits for a completion to its last day, and is a person's the day after", () => {
  expect(asked(open)).toMatchObject({ outcome: "waiting", reasons: ["completion-asked"], grantOre: null });
  expect(said(asked(open))).toEqual(["Den sökande kan komplettera till och med 27 oktober 2025."]);
  expect(asked(overdue)).toMatchObject({ outcome: "referred", reasons: ["completion-overdue"], grantOre: null });
  expect(said(asked(overdue))).toEqual(["Kompletteringen skulle ha kommit senast 26 oktober 2025."]);
});

test("a letter that has not reached everyone leaves the time open, however long ago it was to be answered", () => {
  const unreached = asked({ ...overdue, reached: false });
  expect(unreached.reasons).toEqual(["completion-asked"]);
  expect(said(unreached)).toEqual([
    "Brevet om vad som saknas har inte nått den sökande, så tiden att komplettera har inte löpt ut.",
  ]);
  expect(said(asked({ ...open, reached: false }))).toEqual(said(asked(open)));
  // A case from before it was kept whether letters arrived.
  expect(asked({ answerBy: "2025-10-26", answered: false }).reasons).toEqual(["completion-overdue"]);
});

test("of several completions the last open day counts, and one that is still open keeps the case waiting", () => {
  const later: Completion = { ...open, answerBy: "2025-11-03" };
  expect(said(asked(later, open))).toEqual(["Den sökande kan komplettera till och med 3 november 2025."]);
  expect(asked(overdue, open).reasons).toEqual(["completion-asked"]);
  expect(said(asked(overdue, { ...overdue, answerBy: "2025-10-20" }))).toEqual([
    "Kompletteringen skulle ha kommit senast 26 oktober 2025.",
  ]);
});

test("an answered completion holds nothing up where what was asked for has come", () => {
  const answered: Completion = { ...overdue, answered: true };
  expect(asked(answered)).toMatchObject({ outcome: "prefilled", reasons: [] });
  expect(asked(answered, overdue).reasons).toEqual(["completion-overdue"]);
  expect(run({}).findings).toContainEqual(expect.objectContaining({ code: "completion-settled", result: "met" }));
});

test("an answer without the signature, or with a document nobody can read, is not enough", () => {
  const answered: Completion = { ...overdue, answered: true };
  const withParts = (parts: Partial<CaseInput>): readonly string[] =>
    run({ completions: [answered], ...parts }).reasons;
  const unsigned = { flags: { ...uneventful.flags, signedByAll: false } };
  expect(withParts(unsigned)).toEqual(["completion-insufficient", "signature-missing"]);
  expect(run(unsigned).reasons).toEqual(["signature-missing"]);

  const unread = { costs: [{ ...standing("rent", 5000), proof: "unreadable" as const }] };
  expect(withParts(unread)).toEqual(["completion-insufficient", "document-unreadable"]);
  const settled = (factId: string) => [{ reason: "document-unreadable" as const, factId }];
  expect(withParts({ ...unread, settled: settled("k-rent") })).toEqual([]);
  expect(withParts({ ...unread, settled: settled("k-other") })).toContain("completion-insufficient");
  expect(withParts({ costs: [standing("rent", 5000)] })).toEqual([]);
});
