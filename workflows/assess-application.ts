import type { Duration } from "@temporalio/common";
import { allHandlersFinished, condition, log, setHandler } from "@temporalio/workflow";
import type {
  AssessApplicationInput,
  AssessmentSummary,
  CaseClosed,
  CaseState,
  CommunicateInput,
  EndWithoutDecisionInput,
  ReassessInput,
  RecordDecisionInput,
  SourceResult,
} from "../contracts/process.js";
import type { CaseId } from "../contracts/ids.js";
import { followUp, sendToApplicant, writeLetters } from "./correspondence.js";
import { deliverDecision, deliverEnding } from "./deliver.js";
import { faultNameOf } from "./fault-name.js";
import { gather, gatherAgain } from "./gather.js";
import { createPost } from "./post.js";
import {
  applicationLinkedSignal,
  caseStatusQuery,
  communicateUpdate,
  endWithoutDecisionUpdate,
  newDaySignal,
  reassessUpdate,
  recordDecisionUpdate,
} from "./messages.js";
import { refuseUnlessDecidable, refuseUnlessOpen } from "./open-for-decision.js";
import { steps } from "./steps.js";

/** How long an open case sleeps before it looks again, where nobody has told it of a new day. */
const lookAgainAfter = "4 hours";

/** What the process remembers: codes, numbers and ids. */
type Progress = {
  state: CaseState;
  assessment: AssessmentSummary | undefined;
  sources: readonly SourceResult[];
  /** The decision, or the wish to end without one, that the case ended with. */
  ending: { readonly decisionId: string } | { readonly closingId: string } | undefined;
  /** What has happened since the case was last taken in hand. */
  dayTurned: boolean;
  applicationLinked: boolean;
  materialTooOld: boolean;
  personHasLooked: boolean;
};

/**
 * One household's application for one month, from inbox to closed case:
 * receive → gather → assess → propose, refer or wait → (ask, communicate) → decide or end → deliver → close.
 * Payloads are ids and codes; every fact lives in the store. A person decides.
 */
export async function assessApplication({ caseId }: AssessApplicationInput): Promise<CaseClosed> {
  const progress: Progress = {
    state: "received",
    assessment: undefined,
    sources: [],
    ending: undefined,
    dayTurned: false,
    applicationLinked: false,
    materialTooOld: false,
    personHasLooked: false,
  };
  const post = createPost(caseId);
  const hasEnded = (): boolean => progress.ending !== undefined;
  const isWaiting = (): boolean => progress.state === "waiting";
  const hasNews = (): boolean => progress.dayTurned || progress.applicationLinked || progress.materialTooOld;

  const whileUndecided: { readonly validator: (input: EndWithoutDecisionInput | CommunicateInput) => void } = {
    validator: () => {
      refuseUnlessDecidable(progress.state);
    },
  };
  const whileOpen: { readonly validator: (input: ReassessInput) => void } = {
    validator: ({ cause }) => {
      if (cause === "rules-changed") refuseUnlessDecidable(progress.state);
      else refuseUnlessOpen(progress.state);
    },
  };

  const assess = async (): Promise<AssessmentSummary> => {
    const latest = await steps.process.assessCase({ caseId });
    // A correction may be assessed while the main line assesses: the highest sequence is the one that holds. The same
    // sequence again is the same receipt, and the case is back where that left it.
    if (progress.assessment === undefined || latest.sequence >= progress.assessment.sequence) {
      progress.assessment = latest;
      if (!hasEnded()) progress.state = latest.outcome;
    }
    return latest;
  };
  /** A case that turns out to wait for its applicant has asked them: the letter goes out. */
  const assessAndAsk = async (): Promise<AssessmentSummary> => {
    const assessed = await assess();
    if (assessed.outcome === "waiting") await writeLetters(caseId, post);
    return assessed;
  };

  /** Whoever answers a case that was stored as assessed a moment ago is heard once the process knows of it too. */
  const isAssessed = (): Promise<void> => condition(() => progress.state !== "assessing");

  setHandler(caseStatusQuery, () => ({
    state: progress.state,
    assessment: progress.assessment,
    openSources: progress.sources.filter(({ status }) => status === "unavailable"),
  }));
  setHandler(newDaySignal, () => {
    progress.dayTurned = true;
  });
  setHandler(applicationLinkedSignal, () => {
    progress.applicationLinked = true;
  });
  setHandler(
    reassessUpdate,
    async ({ cause }) => {
      await isAssessed();
      if (progress.state === "delivering" && progress.assessment !== undefined) {
        // Decided while this waited: a change of the rules is nobody's look at what the delivery asks.
        if (cause !== "rules-changed") progress.personHasLooked = true;
        return progress.assessment;
      }
      if (cause === "answer-arrived") await readDocuments(caseId);
      return assessAndAsk();
    },
    whileOpen,
  );
  setHandler(
    communicateUpdate,
    async ({ communicationId }) => {
      await isAssessed();
      await sendToApplicant(caseId, { communicationId, post });
      return assess();
    },
    whileUndecided,
  );
  setHandler(
    recordDecisionUpdate,
    async ({ requestId }) => {
      await isAssessed();
      const answer = await steps.process.recordDecision({ caseId, requestId });
      if (answer.result === "recorded") progress.ending = { decisionId: answer.decisionId };
      else if (answer.code === "data-too-old") progress.materialTooOld = true;
      else if (answer.code === "rules-changed") await assessAndAsk();
      return answer;
    },
    {
      validator: ({ sequence }: RecordDecisionInput) => {
        refuseUnlessDecidable(progress.state, { shown: sequence, latest: progress.assessment?.sequence });
      },
    },
  );
  setHandler(
    endWithoutDecisionUpdate,
    async ({ closingId }) => {
      await isAssessed();
      const answer = await steps.process.endCase({ caseId, closingId });
      if (answer.result === "ended") progress.ending = { closingId };
      return answer;
    },
    whileUndecided,
  );

  const household = await steps.process.receiveCase({ caseId });
  await readDocuments(caseId);

  progress.state = "gathering";
  progress.sources = await gather(caseId, household);

  progress.state = "assessing";
  await assessAndAsk();

  while (!hasEnded()) {
    await condition(() => hasEnded() || hasNews(), lookAgainAfter);
    if (hasEnded()) break;
    const { applicationLinked, materialTooOld } = progress;
    progress.dayTurned = false;
    progress.applicationLinked = false;
    progress.materialTooOld = false;

    if (materialTooOld) {
      progress.state = "gathering";
      progress.sources = await gather(caseId, household);
    } else if (isWaiting()) progress.sources = await gatherAgain(caseId, progress.sources);
    // A person may have decided in the meantime: nothing more is then sent about what was missing.
    if (hasEnded()) break;
    if (applicationLinked) await readDocuments(caseId);
    const ranOut = await followUp(caseId, post);
    if (hasEnded()) break;
    if (materialTooOld || applicationLinked || ranOut || isWaiting()) await assessAndAsk();
  }

  progress.state = "delivering";
  const questions = {
    post,
    personHasLooked: async (within?: Duration) => {
      const looked = (): boolean => progress.personHasLooked;
      await (within === undefined ? condition(looked) : condition(looked, within));
      progress.personHasLooked = false;
    },
  };
  if (progress.ending !== undefined && "closingId" in progress.ending)
    await deliverEnding(caseId, { ...progress.ending, ...questions });
  else await deliverDecision(caseId, questions);

  await condition(allHandlersFinished);
  await post.idle();
  progress.state = "closed";
  return steps.process.closeCase({ caseId });
}

/** A document that could not be read is known as such by the assessment, and is a question. It must not end the case. */
const readDocuments = async (caseId: CaseId): Promise<void> => {
  try {
    await steps.documents.readDocuments({ caseId });
  } catch (error) {
    log.warn("documents.not-read", { caseId, fault: faultNameOf(error) });
  }
};
