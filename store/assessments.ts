import { randomUUID } from "node:crypto";
import { caseSchema, type Case } from "../contracts/case.js";
import type { Reason } from "../contracts/codes/reasons.js";
import { assessmentIdSchema, type AssessmentId, type CaseId, type Sha256 } from "../contracts/ids.js";
import type { Ore } from "../contracts/money.js";
import { receiptSchema, type Receipt } from "../contracts/receipt.js";
import { sha256Hex } from "../platform/canonical.js";
import type { AssessedOutcome, Schema } from "./schema.js";
import { sealJson, openJson } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** One run of the rulebook, to be stored. */
export type NewAssessment = {
  readonly caseId: CaseId;
  readonly input: Case;
  /** The receipt's RFC 8785 bytes, as they were hashed. */
  readonly receiptBytes: Uint8Array;
  readonly outcome: AssessedOutcome;
  readonly reasons: readonly Reason[];
  readonly amountOre: Ore | null;
  readonly rulebookVersion: string;
};

/** Which assessment holds. `created` is false where the same receipt was already the latest: nothing was written. */
export type SavedAssessment = {
  readonly id: AssessmentId;
  readonly sequence: number;
  readonly receiptHash: Sha256;
  readonly created: boolean;
};

/** A stored assessment with the case it was made on and its receipt. */
export type Assessment = Omit<Schema["assessment"], "caseJson" | "receipt"> & {
  readonly input: Case;
  readonly receipt: Receipt;
  /** The bytes that `receiptHash` is the hash of. */
  readonly receiptBytes: Buffer;
};

/** Stores an assessment under the next sequence, and shows its outcome, reasons and amount in the queue. */
export const saveAssessment = async (tx: StoreTransaction, assessment: NewAssessment): Promise<SavedAssessment> => {
  const { caseId, outcome, reasons, amountOre } = assessment;
  // Two assessments at once take turns here, so that the sequence has no gaps and no twins.
  await tx.db.selectFrom("cases").select("id").where("id", "=", caseId).forUpdate().executeTakeFirstOrThrow();
  const latest = await latestRow(tx, caseId);
  const receiptHash = sha256Hex(assessment.receiptBytes);
  if (latest?.receiptHash === receiptHash) return { ...latest, created: false };

  const id = assessmentIdSchema.parse(randomUUID());
  const sequence = (latest?.sequence ?? 0) + 1;
  const cipher = await tx.cipherFor(caseId);
  await tx.db
    .insertInto("assessment")
    .values({
      id,
      caseId,
      sequence,
      caseJson: sealJson(cipher, `assessment.case_json:${id}`, assessment.input),
      receipt: cipher.seal(assessment.receiptBytes, `assessment.receipt:${id}`),
      receiptHash,
      outcome,
      reasons,
      amountOre,
      rulebookVersion: assessment.rulebookVersion,
      madeAt: tx.at,
    })
    .execute();
  await tx.db
    .updateTable("cases")
    .set({ outcome, reasons, amountOre, updatedAt: tx.at })
    .where("id", "=", caseId)
    .execute();
  return { id, sequence, receiptHash, created: true };
};

/** The latest assessment of a case, or the one with the given sequence; undefined where there is none. */
export const findAssessment = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { sequence }: { readonly sequence?: number } = {},
): Promise<Assessment | undefined> => {
  let query = tx.db.selectFrom("assessment").selectAll().where("caseId", "=", caseId);
  if (sequence !== undefined) query = query.where("sequence", "=", sequence);
  const stored = await query.orderBy("sequence", "desc").limit(1).executeTakeFirst();
  if (stored === undefined) return undefined;
  const { caseJson, receipt, ...row } = stored;
  const cipher = await tx.cipherFor(caseId);
  const place = `assessment.receipt:${row.id}`;
  return {
    ...row,
    input: openJson({ cipher, place: `assessment.case_json:${row.id}`, schema: caseSchema }, caseJson),
    receipt: openJson({ cipher, place, schema: receiptSchema }, receipt),
    receiptBytes: cipher.open(receipt, place),
  };
};

const latestRow = (tx: StoreTransaction, caseId: CaseId) =>
  tx.db
    .selectFrom("assessment")
    .select(["id", "sequence", "receiptHash"])
    .where("caseId", "=", caseId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
