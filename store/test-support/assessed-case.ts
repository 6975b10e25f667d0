import { packHash, packsInUse } from "../../activities/pack-hash.js";
import { caseSchema, type Case } from "../../contracts/case.js";
import type { CaseId } from "../../contracts/ids.js";
import { receiptSchema, type Receipt } from "../../contracts/receipt.js";
import { canonicalJson } from "../../platform/canonical.js";
import { samplePacks } from "../../rules/index.js";
import { receiveApplication } from "../applications.js";
import { saveAssessment, type SavedAssessment } from "../assessments.js";
import type { StoreTransaction } from "../transaction.js";
import { anApplication } from "./an-application.js";

/** A case as small as may be. */
export const aCase: Case = caseSchema.parse({
  schema: "skalig.case.v1",
  benefitMonth: "2025-11",
  today: "2025-10-27",
  kind: "renewal",
  appliedOn: "2025-10-27",
  household: { members: [{ id: "a", role: "applicant", birthDate: "1989-03-15" }] },
  costs: [],
  incomes: [],
  sources: {},
  flags: {},
});

/** A receipt as small as may be, of a case that is prefilled. */
export const aReceipt = (grantOre = 619_000): Receipt =>
  receiptSchema.parse({
    schema: "skalig.receipt.v1",
    inputHash: "0".repeat(64),
    rulebook: { version: "test", hash: "0".repeat(64) },
    packs: packsInUse(samplePacks).map((pack) => ({ id: pack.id, version: pack.version, hash: packHash(pack) })),
    outcome: "prefilled",
    reasons: [],
    readings: {},
    variants: [],
    personalOre: null,
    commonOre: null,
    normOre: null,
    costsOre: null,
    countedIncomeOre: null,
    shortfallOre: grantOre,
    grantOre,
    lines: [],
    findings: [],
  });

/** Stores an assessment of a case. The caller appends. */
export const assess = (tx: StoreTransaction, caseId: CaseId, amountOre = 619_000): Promise<SavedAssessment> =>
  saveAssessment(tx, {
    caseId,
    input: aCase,
    receiptBytes: Buffer.from(canonicalJson(aReceipt(amountOre))),
    outcome: "prefilled",
    reasons: [],
    amountOre,
    rulebookVersion: "test",
  });

/** Receives an application for a month and assesses it. The caller appends. */
export const receiveAndAssess = async (tx: StoreTransaction, month: string): Promise<CaseId> => {
  const application = anApplication({ reference: `R-${month}`, month });
  const { caseId } = await receiveApplication(tx, { application, municipality: "0000" });
  await assess(tx, caseId);
  return caseId;
};
