import { randomUUID } from "node:crypto";
import type { LocalDate } from "../contracts/dates.js";
import { decisionDraftSchema, type DecisionDraft } from "../contracts/decision-draft.js";
import { Fault } from "../contracts/faults.js";
import { decisionRequestIdSchema, type CaseId, type DecisionRequestId, type Sha256 } from "../contracts/ids.js";
import type { LetterHearing } from "../contracts/letter.js";
import type { Ore } from "../contracts/money.js";
import type { DecisionRefusal } from "../contracts/process.js";
import type { DecisionOutcome } from "../contracts/rule-pack.js";
import type { Schema } from "./schema.js";
import { openJson, sealJson } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** A person's wish to decide, stored before the process is told of it. */
export type NewDecisionRequest = {
  readonly caseId: CaseId;
  /** The assessment that was shown. */
  readonly sequence: number;
  /** Hash of what the person saw. */
  readonly shownHash: Sha256;
  /** Staff id. */
  readonly by: string;
  readonly conflictDeclared: boolean;
  /** The decision as the person wrote it. */
  readonly draft: DecisionDraft;
};

/** A stored request. What was written in it is opened by `getDecisionDraft`. */
export type DecisionRequest = Omit<Schema["decisionRequest"], "draft">;

/** A decision to be recorded. */
export type NewDecision = {
  readonly requestId: DecisionRequestId;
  /** What the delegation order calls it. */
  readonly outcome: DecisionOutcome;
  readonly amountOre: Ore;
  readonly decidedOn: LocalDate;
  /** The item of the delegation order that the decider acts under. */
  readonly delegationItem: string;
  /** Where the hearing of the applicant stood. */
  readonly hearing: LetterHearing;
  /** A decision beside the month's own: under 12 kap. 2 § SoL. */
  readonly supplement?: boolean;
};

/** A recorded decision. */
export type Decision = Schema["decision"];

/** Stores a request to decide. */
export const addDecisionRequest = async (
  tx: StoreTransaction,
  request: NewDecisionRequest,
): Promise<DecisionRequestId> => {
  const id = decisionRequestIdSchema.parse(randomUUID());
  const { draft, by, ...stored } = request;
  await tx.db
    .insertInto("decisionRequest")
    .values({
      id,
      ...stored,
      outcome: draft.outcome,
      requestedBy: by,
      draft: sealJson(await tx.cipherFor(request.caseId), placeOfDraft(id), draft),
      madeAt: tx.at,
      state: "open",
      refusal: null,
    })
    .execute();
  return id;
};

/** One request. @throws Fault `InvariantBroken` where there is none. */
export const getDecisionRequest = async (tx: StoreTransaction, id: DecisionRequestId): Promise<DecisionRequest> =>
  foundRequest(
    await tx.db.selectFrom("decisionRequest").select(openColumns).where("id", "=", id).executeTakeFirst(),
    id,
  );

/** The decision as its decider wrote it. @throws Fault `InvariantBroken` where there is no such request. */
export const getDecisionDraft = async (tx: StoreTransaction, id: DecisionRequestId): Promise<DecisionDraft> => {
  const { caseId, draft } = foundRequest(
    await tx.db.selectFrom("decisionRequest").select(["caseId", "draft"]).where("id", "=", id).executeTakeFirst(),
    id,
  );
  if (draft === null)
    throw new Fault("InvariantBroken", "The request is older than drafts.", { decisionRequestId: id });
  return openJson({ cipher: await tx.cipherFor(caseId), place: placeOfDraft(id), schema: decisionDraftSchema }, draft);
};

const placeOfDraft = (id: DecisionRequestId): string => `decision_request.draft:${id}`;

const openColumns = [
  "id",
  "caseId",
  "sequence",
  "outcome",
  "shownHash",
  "requestedBy",
  "conflictDeclared",
  "madeAt",
  "state",
  "refusal",
] as const;

const foundRequest = <T>(row: T | undefined, id: DecisionRequestId): T => {
  if (row === undefined)
    throw new Fault("InvariantBroken", "There is no such decision request.", { decisionRequestId: id });
  return row;
};

/** Marks an open request as refused, with why. A request that is answered already is left as it is. */
export const refuseDecisionRequest = async (
  tx: StoreTransaction,
  id: DecisionRequestId,
  refusal: DecisionRefusal,
): Promise<void> => {
  await tx.db
    .updateTable("decisionRequest")
    .set({ state: "refused", refusal })
    .where("id", "=", id)
    .where("state", "=", "open")
    .execute();
};

/**
 * Records the decision that a request asked for. The database allows one for each month, supplements apart: the first
 * wins. The same request again gives the same decision; undefined means that another request was first.
 */
export const recordDecision = async (
  tx: StoreTransaction,
  decision: NewDecision,
): Promise<{ decision: Decision; created: boolean } | undefined> => {
  const request = await getDecisionRequest(tx, decision.requestId);
  const inserted = await tx.db
    .insertInto("decision")
    .values({
      id: randomUUID(),
      caseId: request.caseId,
      requestId: request.id,
      sequence: request.sequence,
      outcome: decision.outcome,
      amountOre: decision.amountOre,
      decidedBy: request.requestedBy,
      decidedOn: decision.decidedOn,
      delegationItem: decision.delegationItem,
      shownHash: request.shownHash,
      hearing: decision.hearing,
      supplement: decision.supplement ?? false,
      recordedAt: tx.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted === undefined) {
    const mine = await tx.db
      .selectFrom("decision")
      .selectAll()
      .where("requestId", "=", request.id)
      .where("supplement", "=", decision.supplement ?? false)
      .executeTakeFirst();
    return mine === undefined ? undefined : { decision: mine, created: false };
  }
  await tx.db.updateTable("decisionRequest").set({ state: "recorded" }).where("id", "=", request.id).execute();
  return { decision: inserted, created: true };
};

/** The month's decision, or undefined. Supplements are listed by `listDecisions`. */
export const findDecision = (tx: StoreTransaction, caseId: CaseId): Promise<Decision | undefined> =>
  tx.db
    .selectFrom("decision")
    .selectAll()
    .where("caseId", "=", caseId)
    .where("supplement", "=", false)
    .executeTakeFirst();

/** Every decision of a case, oldest first. */
export const listDecisions = (tx: StoreTransaction, caseId: CaseId): Promise<Decision[]> =>
  tx.db.selectFrom("decision").selectAll().where("caseId", "=", caseId).orderBy("recordedAt").execute();
