import { append } from "../../audit/append.js";
import {
  answerInputSchema,
  assessedAgainSchema,
  communicateInputSchema,
  completeInputSchema,
} from "../../contracts/api/commands.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import {
  addCommunication,
  answerCommunication,
  listCommunications,
  type Communication,
  type CommunicationContent,
} from "../../store/communications.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf, type Person } from "../identity/person.js";
import { changeRefusal, Refusal } from "../plugins/refusal.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { assessedAgain, holdLatest, refuseUnlessAhead } from "./hold-latest.js";
import { caseParams, communicationParams } from "./params.js";

type Written = {
  readonly kind: Communication["kind"];
  readonly content: CommunicationContent;
  readonly sequence: number;
  readonly answerBy: LocalDate;
};

/**
 * What is written to the applicant before a decision, and what they answer: material to comment on (FL 25 §), what is
 * missing (FL 23 §), and the answer, also by word of mouth (14 kap. 8 § SoL). The process sends and follows up.
 */
export const registerCorrespondence = (app: App, deps: ApiDeps): void => {
  const { store, process } = deps;
  const preHandler = onlyFor(store, decidingRoles);
  const response = { 200: assessedAgainSchema };

  const write = async (caseId: CaseId, person: Person, written: Written) => {
    const { kind, content, sequence, answerBy } = written;
    const { benefitMonth } = await openableCase(store, caseId, person);
    const communicationId = await store.transaction(async (tx) => {
      await holdLatest(tx, caseId, { sequence });
      const preparedOn = await deps.today(tx);
      const leastDays = (await deps.rulesInForce(tx)).leastAnswerDays(benefitMonth);
      refuseUnlessAhead(answerBy, { today: preparedOn, leastDays });
      const id = await addCommunication(tx, { caseId, kind, content, answerBy, preparedOn, by: person.staffId });
      await append(tx, {
        action: `${kind}.prepared`,
        caseId,
        actor: actorOf(person, decidingRoles),
        details: { communicationId: id, answerBy },
        content,
      });
      return id;
    });
    return assessedAgain(process.communicate(caseId, { communicationId }));
  };

  app.post(
    "/api/cases/:caseId/communications",
    { preHandler, schema: { params: caseParams, body: communicateInputSchema, response } },
    (request) => {
      const { text, ...rest } = request.body;
      return write(request.params.caseId, personOf(request), { ...rest, kind: "communication", content: { text } });
    },
  );

  app.post(
    "/api/cases/:caseId/completions",
    { preHandler, schema: { params: caseParams, body: completeInputSchema, response } },
    (request) => {
      const { items, ...rest } = request.body;
      return write(request.params.caseId, personOf(request), { ...rest, kind: "completion", content: { items } });
    },
  );

  app.post(
    "/api/cases/:caseId/communications/:communicationId/answer",
    { preHandler, schema: { params: communicationParams, body: answerInputSchema, response } },
    async (request) => {
      const person = personOf(request);
      const { caseId, communicationId } = request.params;
      const { sequence, ...answer } = request.body;
      await openableCase(store, caseId, person);
      await store.transaction(async (tx) => {
        await holdLatest(tx, caseId, { sequence });
        const { kind, sentOn } = await answerable(tx, { caseId, communicationId });
        refuseUnlessBetween(answer.answeredOn, { sentOn, today: await deps.today(tx) });
        if (!(await answerCommunication(tx, { caseId, communicationId }, answer))) throw changeRefusal("stale-view");
        const { text, answeredOn, orally, byAll = false } = answer;
        await append(tx, {
          action: `${kind}.answered`,
          caseId,
          actor: actorOf(person, decidingRoles),
          details: { communicationId, answeredOn, orally, byAll },
          content: { text },
        });
      });
      return assessedAgain(process.reassess(caseId, { cause: "answer-arrived" }));
    },
  );
};

/** Something that was sent to the applicant of the case. */
const answerable = async (
  tx: StoreTransaction,
  { caseId, communicationId }: { readonly caseId: CaseId; readonly communicationId: string },
): Promise<Communication> => {
  const sent = (await listCommunications(tx, caseId)).find(
    ({ id, sentAt }) => id === communicationId && sentAt !== null,
  );
  if (sent === undefined) throw new Refusal("not-found");
  return sent;
};

/** Nobody answers before they are asked, or tomorrow. */
const refuseUnlessBetween = (
  answeredOn: LocalDate,
  { sentOn, today }: { readonly sentOn: LocalDate | null; readonly today: LocalDate },
): void => {
  if (answeredOn <= today && (sentOn === null || sentOn <= answeredOn)) return;
  throw new Refusal("input-invalid", {
    errors: [{ path: "answeredOn", message: "Dagen ska ligga mellan dagen då brevet skickades och i dag." }],
  });
};
