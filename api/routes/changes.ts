import { append } from "../../audit/append.js";
import {
  assessedAgainSchema,
  communicateInputSchema,
  correctInputSchema,
  settleInputSchema,
  type AssessedAgain,
} from "../../contracts/api/commands.js";
import type { CaseId } from "../../contracts/ids.js";
import { correctionSchema } from "../../contracts/correction.js";
import type { ReassessInput } from "../../contracts/process.js";
import { findAssessment } from "../../store/assessments.js";
import { lockCase } from "../../store/cases.js";
import { addCommunication } from "../../store/communications.js";
import { addCorrection } from "../../store/corrections.js";
import { findDecision } from "../../store/decisions.js";
import { findEvidence } from "../../store/evidence.js";
import { settleQuestion } from "../../store/settled.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { App } from "../app.js";
import type { ApiDeps, ProcessGateway } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { changeRefusal, Refusal } from "../plugins/refusal.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { caseParams } from "./params.js";

/** Holds the case, and refuses a change that was made on anything but the latest assessment. */
const holdLatest = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { sequence, afterDecision = false }: { readonly sequence: number; readonly afterDecision?: boolean },
): Promise<void> => {
  await lockCase(tx, caseId);
  if (!afterDecision && (await findDecision(tx, caseId)) !== undefined) throw changeRefusal("already-decided");
  if ((await findAssessment(tx, caseId))?.sequence !== sequence) throw changeRefusal("stale-view");
};

const reassess = async (
  process: ProcessGateway,
  caseId: CaseId,
  cause: ReassessInput["cause"],
): Promise<AssessedAgain> => {
  const answer = await process.reassess(caseId, { cause }).catch(() => {
    throw new Refusal("unavailable", {
      title: "Ändringen är sparad, men beräkningen svarar inte just nu. Öppna ärendet igen om en stund.",
    });
  });
  if ("result" in answer) throw changeRefusal(answer.code);
  return { sequence: answer.sequence, outcome: answer.outcome };
};

/** What a person may change before a decision: facts, questions, and what the applicant is told. Each leads to a new assessment. */
export const registerChanges = (app: App, { store, process }: ApiDeps): void => {
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
      return reassess(process, caseId, "fact-corrected");
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
        await holdLatest(tx, caseId, { sequence, afterDecision: reason === "write-unclear" });
        const about = lineId === undefined ? {} : { factId: lineId };
        if (!(await settleQuestion(tx, { caseId, reason, note: explanation, by: person.staffId, ...about }))) return;
        await append(tx, {
          action: "question.settled",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { reason, sequence, ...(lineId === undefined ? {} : { target: lineId }) },
          content: { explanation },
        });
      });
      return reassess(process, caseId, "question-settled");
    },
  );

  app.post(
    "/api/cases/:caseId/communications",
    { preHandler, schema: { params: caseParams, body: communicateInputSchema, response: answer } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      const { sequence, text, answerBy } = request.body;
      await openableCase(store, caseId, person);
      const communicationId = await store.transaction(async (tx) => {
        await holdLatest(tx, caseId, { sequence });
        const id = await addCommunication(tx, {
          caseId,
          kind: "communication",
          content: { text },
          answerBy,
          by: person.staffId,
        });
        await append(tx, {
          action: "communication.prepared",
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { communicationId: id, answerBy },
          content: { text },
        });
        return id;
      });
      const sent = await process.communicate(caseId, { communicationId, answerBy }).catch(() => {
        throw new Refusal("unavailable");
      });
      if ("result" in sent) throw changeRefusal(sent.code);
      return { sequence: sent.sequence, outcome: sent.outcome };
    },
  );
};
