import { caseSchema, type Case, type CaseInput } from "../../contracts/case.js";

type CostInput = CaseInput["costs"][number];
type IncomeInput = CaseInput["incomes"][number];
type PreviousInput = NonNullable<CaseInput["previous"]>;

/** A standing cost that is as last month. */
export const standing = (type: CostInput["type"], kronor: number): CostInput => ({
  id: `k-${type}`,
  type,
  appliedOre: kronor * 100,
  lastApprovedOre: kronor * 100,
  proof: "standing",
  standingUntil: "2026-06-30",
});

/** A declared payment in October 2025 that was the same last month. */
export const paid = (type: IncomeInput["type"], kronor: number, rest: Partial<IncomeInput> = {}): IncomeInput => ({
  id: `i-${type}`,
  memberId: "a",
  type,
  source: "FK",
  declared: true,
  from: "2025-10-01",
  to: "2025-10-31",
  paidOn: "2025-10-24",
  deductions: [],
  netOre: kronor * 100,
  preliminary: false,
  retroactive: false,
  lastCountedOre: kronor * 100,
  ...rest,
});

/** Everything that an uneventful renewal of one month needs to say about itself. */
export const uneventful: Pick<CaseInput, "sources" | "flags" | "assets" | "history" | "previous"> = {
  sources: {
    FK: "read",
    SO: "nothing-registered",
    CSN: "nothing-registered",
    AF: "read",
    SKV: "nothing-registered",
    TNS: "nothing-registered",
    MIV: "nothing-registered",
    population: "read",
  },
  flags: {
    protectedIdentity: false,
    signedByAll: true,
    householdUnchanged: true,
    registerUnchanged: true,
    accountUnchanged: true,
    assetsDeclared: false,
    pendingBenefits: false,
    staysInMunicipality: true,
    lawfulResidence: true,
    messageFromApplicant: false,
    otherMunicipality: false,
  },
  assets: [],
  history: [{ month: "2025-10", outcome: "granted" }],
  previous: { month: "2025-10", lines: [] satisfies PreviousInput["lines"] },
};

/** A plan that is followed, for one adult and the whole of the autumn. */
export const planFor = (memberId: string): NonNullable<CaseInput["planning"]>[number] => ({
  memberId,
  kind: "job-seeking",
  from: "2025-07-01",
  to: "2025-12-31",
  followed: true,
});

/** A single adult's renewal for November 2025 without costs or incomes, with parts replaced. */
export const renewal = (parts: Partial<CaseInput> = {}): CaseInput => ({
  schema: "skalig.case.v1",
  benefitMonth: "2025-11",
  today: "2025-10-27",
  kind: "renewal",
  appliedOn: "2025-10-27",
  household: { sizeInHome: 1, sharesHome: false, members: [{ id: "a", role: "applicant", birthDate: "1990-05-02" }] },
  costs: [],
  incomes: [],
  planning: [planFor("a")],
  ...uneventful,
  ...parts,
});

/** Validates a case the way every entrance does. */
export const caseOf = (input: CaseInput): Case => caseSchema.parse(input);
