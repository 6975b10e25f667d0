import { describe, expect, it } from "vitest";
import { caseSchema, type Case } from "../../contracts/case.js";
import { instantSchema, localDate } from "../../contracts/dates.js";
import { aCase, aReceipt } from "../../store/test-support/assessed-case.js";
import { caseIdSchema } from "../../contracts/ids.js";
import { hearingOf, needsHearing, type HeardBy } from "./hearing.js";

const today = localDate("2025-10-27");
const at = instantSchema.parse("2025-10-20T10:00:00.000Z");

const allowance = {
  id: "i1",
  memberId: "a",
  type: "housing-allowance",
  source: "FK",
  declared: false,
  paidOn: "2025-10-24",
  netOre: 130_000,
};
const car = { id: "t1", kind: "vehicle", source: "TNS", valueOre: 2_000_000 };
const withIncomes = (incomes: readonly object[], differs: object = {}): Case =>
  caseSchema.parse({ ...aCase, incomes, ...differs });

const heard = (differs: Partial<HeardBy> = {}): HeardBy => ({
  id: "c1",
  caseId: caseIdSchema.parse("00000000-0000-4000-8000-000000000001"),
  kind: "communication",
  content: { text: "Bostadsbidrag 1 300 kr." },
  answerBy: localDate("2025-10-26"),
  answerByTold: null,
  preparedBy: null,
  preparedAt: at,
  preparedOn: null,
  sentAt: at,
  sentOn: localDate("2025-10-15"),
  remindOn: null,
  remindedAt: null,
  answeredAt: null,
  answeredOn: null,
  orally: null,
  answeredByAll: null,
  sequence: 1,
  silenceAt: null,
  cause: null,
  reachedAll: true,
  oneParty: true,
  heardOn: withIncomes([allowance]),
  ...differs,
});

describe("what a hearing covers", () => {
  const after = (input: Case, differs: Partial<HeardBy> = {}) => hearingOf([heard(differs)], { today, input });

  it("is what had been read when the text was written, also under another row and with a judgement since", () => {
    expect(after(withIncomes([allowance]))).toBe("silent");
    expect(after(withIncomes([{ ...allowance, id: "i7", assessed: "counts" }]))).toBe("silent");
  });

  it.each([
    [
      "another payment that the applicant has not told of",
      [allowance, { ...allowance, id: "i2", type: "parental-benefit" }],
    ],
    ["the same payment with another amount", [{ ...allowance, netOre: 130_100 }]],
  ])("is not %s: a new hearing is needed", (_what, incomes) => {
    expect(after(withIncomes(incomes))).toBe("never-sent");
    expect(after(withIncomes(incomes), { answeredAt: at })).toBe("never-sent");
  });

  it("is not an asset that was found since, nor anything where nothing had been assessed", () => {
    expect(after(withIncomes([allowance], { assets: [car] }))).toBe("never-sent");
    expect(after(withIncomes([]), { heardOn: undefined })).toBe("never-sent");
  });

  it("need not be what the applicant told of, what does not count, or what was judged an earlier month", () => {
    const told = { ...allowance, id: "i2", type: "parental-benefit" };
    expect(after(withIncomes([allowance, { ...told, declared: true }]))).toBe("silent");
    expect(after(withIncomes([allowance, { ...told, source: "applicant", declared: true }]))).toBe("silent");
    expect(after(withIncomes([allowance, { ...told, assessed: "does-not-count" }]))).toBe("silent");
    expect(after(withIncomes([allowance], { assets: [{ ...car, knownSince: "2025-06" }] }))).toBe("silent");
  });
});

describe("who has been heard", () => {
  const couple = { oneParty: false, answeredAt: at, answerBy: localDate("2025-10-27") };
  const after = (differs: Partial<HeardBy>) => hearingOf([heard(differs)], { today, input: withIncomes([allowance]) });

  it("is one adult by their answer, and two where the answer is both's", () => {
    expect(after({ answeredAt: at })).toBe("answered");
    expect(after({ ...couple, answeredByAll: true })).toBe("answered");
  });

  it("is not the other adult, who has their time and has to have been reached", () => {
    expect(after({ ...couple, answeredByAll: false })).toBe("awaited");
    const lastDayPast = { ...couple, answeredByAll: false, answerBy: localDate("2025-10-26") };
    expect(after(lastDayPast)).toBe("silent");
    expect(after({ ...lastDayPast, reachedAll: false })).toBe("never-sent");
  });
});

describe("how long an applicant has had", () => {
  it("makes their silence count only where it is what the municipality gives at the least", () => {
    const after = (leastAnswerDays: number) =>
      hearingOf([heard()], { today, input: withIncomes([allowance]), leastAnswerDays });
    expect(after(11)).toBe("silent");
    expect(after(12)).toBe("never-sent");
  });
});

describe("what the applicant is heard on before a grant", () => {
  const granted = { outcome: "granted" } as const;
  const asked = (input: Case, draft: Parameters<typeof needsHearing>[0] = granted) =>
    needsHearing(draft, { input, receipt: aReceipt() });
  const deposit = { ...allowance, type: "bank-deposit", source: "document" };

  it("is a deposit, a back payment or a child's money that a person counts", () => {
    expect(asked(withIncomes([{ ...deposit, assessed: "counts" }]))).toBe(true);
    expect(asked(withIncomes([{ ...deposit, assessed: "does-not-count" }]))).toBe(false);
    expect(asked(withIncomes([{ ...deposit, assessed: "counts", declared: true }]))).toBe(false);
  });

  it("is what the calculation counts, where the applicant has not told of it", () => {
    const line = {
      kind: "income" as const,
      amountOre: 130_000,
      provision: "test",
      basis: [],
      facts: ["incomes.i1.netOre"],
      verified: true,
      text: "Bostadsbidrag",
    };
    const receipt = { ...aReceipt(), lines: [line] };
    expect(needsHearing(granted, { input: withIncomes([allowance]), receipt })).toBe(true);
    expect(needsHearing(granted, { input: withIncomes([{ ...allowance, declared: true }]), receipt })).toBe(false);
  });

  it("is an income of the application that a person has raised", () => {
    const stated = { ...allowance, source: "applicant", assessed: "counts" };
    expect(asked(withIncomes([{ ...stated, declared: true }]))).toBe(false);
    expect(asked(withIncomes([stated]))).toBe(true);
  });

  it("is an asset where a person sets the amount", () => {
    const input = withIncomes([], { assets: [car] });
    expect(asked(input)).toBe(false);
    expect(asked(input, { ...granted, amountOre: 400_000 })).toBe(true);
  });
});
