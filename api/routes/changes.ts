import { append } from "../../audit/append.js";
import {
  assessedAgainSchema,
  correctInputSchema,
  enterNormInputSchema,
  settleInputSchema,
} from "../../contracts/api/commands.js";
import { correctionSchema, type Correction } from "../../contracts/correction.js";
import type { CaseId } from "../../contracts/ids.js";
import { listApplications } from "../../store/applications.js";
import { addCorrection } from "../../store/corrections.js";
import { findEvidence } from "../../store/evidence.js";
import { addManualNorm } from "../../store/manual-norms.js";
import { settleQuestion } from "../../store/settled.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { assessedAgain, holdLatest } from "./hold-latest.js";
import { isAboutLetter, letterSentByHand } from "./letter-by-hand.js";
import { caseParams } from "./params.js";

/** What a person may change before a decision: facts, questions and the norm. Each leads to a new assessment. */
export const registerChanges = (app: App, { store, process, today }: ApiDeps): void => {
  const preHandler = onlyFor(store, decidingRoles);
  const answer = { 200: assessedAgainSchema };

  app.post(
    "/api/cases/:caseId/corrections",
    { preHandler, schema: { params: caseParams, body: correctInputSchema, response: answer } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      const { sequence, reason, evidenceId } = request.body;
      const correction = correctionSchema.parse(request.body.correction);
      await openableCase(store, caseId, person);
      await store.transaction(async (tx) => {
        await holdLatest(tx, caseId, { sequence });
        if (evidenceId !== undefined && (await findEvidence(tx, evidenceId))?.caseId !== caseId)
          throw new Refusal("not-found");
        await refuseLoweredApplication(tx, caseId, correction);
        const target = `${correction.target}.${correction.lineId}`;
        const rests = evidenceId === undefined ? {} : { evidenceId };
        const id = await addCorrection(tx, {
          caseId,
          target,
          field: correction.field,
          value: correction,
          reason,
          by: person.staffId,
          ...rests,
        });
        await append(tx, {
          action: "fact.corrected",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: {
            correction: id,
            target,
            field: correction.field,
            sequence,
            ...(evidenceId === undefined ? {} : { evidence: evidenceId }),
          },
          content: { value: correction.value, reason },
        });
      });
      return assessedAgain(process.reassess(caseId, { cause: "fact-corrected" }));
    },
  );

  app.post(
    "/api/cases/:caseId/settlements",
    { preHandler, schema: { params: caseParams, body: settleInputSchema, response: answer } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      const { sequence, reason, lineId, explanation } = request.body;
      await openableCase(store, caseId, person);
      await store.transaction(async (tx) => {
        const afterDecision = reason === "write-unclear" || isAboutLetter(reason);
        await holdLatest(tx, caseId, { sequence, afterDecision });
        if (isAboutLetter(reason))
          await letterSentByHand(tx, { caseId, letterId: lineId ?? "", person, today: await today(tx) });
        const about = lineId === undefined ? {} : { factId: lineId };
        const isNew = await settleQuestion(tx, { caseId, reason, note: explanation, by: person.staffId, ...about });
        // What was unclear may become unclear again: each answer is a stand of its own, and is in the log.
        if (!isNew && !afterDecision) return;
        await append(tx, {
          action: "question.settled",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { reason, sequence, ...(lineId === undefined ? {} : { target: lineId }) },
          content: { explanation },
        });
      });
      return assessedAgain(process.reassess(caseId, { cause: "question-settled" }));
    },
  );

  app.post(
    "/api/cases/:caseId/norm",
    { preHandler, schema: { params: caseParams, body: enterNormInputSchema, response: answer } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      const { sequence, ...norm } = request.body;
      await openableCase(store, caseId, person);
      await store.transaction(async (tx) => {
        await holdLatest(tx, caseId, { sequence });
        const id = await addManualNorm(tx, { caseId, norm, by: person.staffId });
        await append(tx, {
          action: "norm.entered",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { norm: id, sequence },
          content: norm,
        });
      });
      return assessedAgain(process.reassess(caseId, { cause: "norm-entered" }));
    },
  );
};

/** What was applied for is not lowered: that would hide a partial refusal from the letter and its reasons (FL 32 §). */
const refuseLoweredApplication = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { field, lineId, value }: Correction,
): Promise<void> => {
  if (field !== "appliedOre") return;
  const first = (await listApplications(tx, caseId)).find(({ linkedAs }) => linkedAs === "first");
  const appliedOre = first?.application.costs.find(({ row }) => row === lineId)?.appliedOre;
  if (appliedOre === undefined || value >= appliedOre) return;
  const message = "Sökt belopp kan inte sänkas. Ange ett lägre godkänt belopp i stället.";
  throw new Refusal("input-invalid", { errors: [{ path: "correction.value", message }] });
};
