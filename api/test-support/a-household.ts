import { assessAndSeal } from "../../activities/sealed-receipt.js";
import { append } from "../../audit/append.js";
import { caseSchema, type Case } from "../../contracts/case.js";
import { localDate, month } from "../../contracts/dates.js";
import type { CaseId, EvidenceId } from "../../contracts/ids.js";
import { caseFileSchema } from "../../contracts/readings/case-system.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { samplePacks } from "../../rules/index.js";
import { receiveApplication } from "../../store/applications.js";
import { saveAssessment } from "../../store/assessments.js";
import { saveCaseFileReading } from "../../store/case-file-readings.js";
import { changeCase } from "../../store/cases.js";
import { saveEvidence } from "../../store/evidence.js";
import type { Store } from "../../store/open-store.js";
import { saveSourceReading } from "../../store/source-readings.js";
import { anApplication } from "../../store/test-support/an-application.js";
import { testActor, testInstant } from "../../store/test-support/test-store.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** The municipality the tests take place in. */
export const municipality = "Låtsasviks kommun";

const benefit = {
  id: "i1",
  memberId: "a",
  type: "activity-support",
  source: "FK",
  declared: true,
  from: "2025-10-01",
  to: "2025-10-31",
  paidOn: "2025-10-24",
  grossOre: 676_000,
  taxOre: 156_000,
  deductions: [],
  netOre: 520_000,
  preliminary: false,
  retroactive: false,
  lastCountedOre: 520_000,
};

const months = [
  "2024-11",
  "2024-12",
  "2025-01",
  "2025-02",
  "2025-03",
  "2025-04",
  "2025-05",
  "2025-06",
  "2025-07",
  "2025-08",
  "2025-09",
  "2025-10",
];

/** A single adult with one benefit and three costs, as in the month before: 6 190 kr. */
export const simpleRenewal = (differs: Partial<Record<keyof Case, unknown>> = {}): Case =>
  caseSchema.parse({
    schema: "skalig.case.v1",
    benefitMonth: "2025-11",
    today: "2025-10-27",
    kind: "renewal",
    appliedOn: "2025-10-25",
    household: {
      sizeInHome: 1,
      sharesHome: false,
      members: [{ id: "a", role: "applicant", birthDate: "1989-03-15", days: 30 }],
    },
    costs: [
      {
        id: "k1",
        type: "rent",
        appliedOre: 564_000,
        lastApprovedOre: 564_000,
        proof: "document",
        documentOre: 564_000,
      },
      {
        id: "k2",
        type: "electricity",
        appliedOre: 42_000,
        lastApprovedOre: 42_000,
        proof: "standing",
        standingUntil: "2026-03-31",
      },
      {
        id: "k3",
        type: "home-insurance",
        appliedOre: 15_000,
        lastApprovedOre: 15_000,
        proof: "standing",
        standingUntil: "2026-03-31",
      },
    ],
    incomes: [benefit],
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
    history: months.map((one) => ({ month: one, outcome: "granted" })),
    earnings: [],
    previous: {
      month: "2025-10",
      balanceOre: -619_000,
      lines: [
        { kind: "norm", type: "adult-single", memberId: "a", amountOre: 391_000 },
        { kind: "norm", type: "common-1", amountOre: 127_000 },
        { kind: "cost", type: "rent", amountOre: 564_000 },
        { kind: "cost", type: "electricity", amountOre: 42_000 },
        { kind: "cost", type: "home-insurance", amountOre: 15_000 },
        { kind: "income", type: "activity-support", memberId: "a", amountOre: 520_000 },
      ],
    },
    planning: [{ memberId: "a", kind: "job-seeking", from: "2025-07-01", to: "2025-12-31", followed: true }],
    assets: [],
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
    ...differs,
  });

/** The same household with a housing allowance that the application does not mention. */
export const undeclaredBenefit = (): Case =>
  simpleRenewal({
    incomes: [
      benefit,
      {
        ...benefit,
        id: "i2",
        type: "housing-allowance",
        declared: false,
        netOre: 130_000,
        grossOre: 130_000,
        taxOre: 0,
        lastCountedOre: undefined,
      },
    ].map(withoutUndefined),
  });

const withoutUndefined = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const caseFile = caseFileSchema.parse({
  persons: [],
  standingCosts: [{ type: "electricity", approvedOre: 42_000, until: "2026-03-31" }],
  standingFacts: [],
  planning: [],
  history: [],
  earnings: [],
  account: { maskedNumber: "•••• 4137", unchangedSince: "2024-02" },
});

/** A stored case with the evidence of its benefit. */
export type StoredCase = { readonly caseId: CaseId; readonly evidenceId: EvidenceId };

/** Assesses a case anew and shows it in the queue, as the process does. */
export const assessStored = async (
  tx: StoreTransaction,
  caseId: CaseId,
  input: Case,
  packs: Packs = samplePacks,
): Promise<void> => {
  const { receipt, bytes } = assessAndSeal(input, { rulebook: { version: "test", hash: "0".repeat(64) }, packs });
  const { outcome, reasons, grantOre } = receipt;
  await saveAssessment(tx, {
    caseId,
    input,
    receiptBytes: bytes,
    outcome,
    reasons,
    amountOre: grantOre,
    rulebookVersion: "test",
  });
  await changeCase(tx, caseId, { state: outcome });
  await append(tx, { action: "case.assessed", caseId, actor: testActor, details: { outcome } });
};

/** Receives, reads and assesses a household, without a process or a bot. */
export const storeCase = (
  store: Store,
  {
    reference,
    input = simpleRenewal(),
    isProtected = false,
    also = [],
  }: {
    readonly reference: string;
    readonly input?: Case;
    readonly isProtected?: boolean;
    /** Others of the household, as they stand in the application. */
    readonly also?: readonly object[];
  },
): Promise<StoredCase> =>
  store.transaction(async (tx) => {
    const application = anApplication({
      reference,
      ...(reference.length > household && { receivedAt: "2025-10-27T12:00:00.000Z" }),
      accountUnchanged: true,
      // One household has one case a month; each reference is a household of its own.
      persons: [
        { personalNumber: personOf(reference), givenName: "Prov", familyName: "Person", role: "applicant" },
        ...also,
      ],
    });
    const { caseId } = await receiveApplication(tx, { application, municipality });
    const provenance = { portal: "agencies" as const, botVersion: "1.0.0", readAt: testInstant };
    const evidenceId = await saveEvidence(tx, caseId, {
      captured: { kind: "screenshot", mediaType: "image/png", bytes: Buffer.from("picture") },
      provenance,
    });
    await saveSourceReading(tx, {
      caseId,
      memberId: "a",
      source: "FK",
      status: "read",
      period: { from: localDate("2025-09-01"), to: localDate("2025-10-31") },
      provenance,
      answer: { agency: "FK", status: "read", payments: [], notes: [], protectedMark: false },
      evidence: [evidenceId],
    });
    await saveCaseFileReading(tx, { caseId, provenance, answer: caseFile, evidence: [] });
    await changeCase(tx, caseId, { protected: isProtected });
    await assessStored(tx, caseId, input);
    return { caseId, evidenceId };
  });

/** So much of a reference names the household: "T-1b" is a later application of "T-1". */
const household = 3;

/** Personal numbers of Skatteverket's published test series, by reference. */
const personOf = (reference: string): string => {
  const numbers: Readonly<Record<string, string>> = {
    "T-1": "198903152398",
    "T-2": "198904102392",
    "T-3": "199004082385",
  };
  const number = numbers[reference.slice(0, household)];
  if (number === undefined) throw new Error(`No test person for ${reference}.`);
  return number;
};

/** The month of the tests. */
export const testMonth = month("2025-11");
