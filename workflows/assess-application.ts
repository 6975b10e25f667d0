import { allHandlersFinished, condition, setHandler } from "@temporalio/workflow";
import type {
  AssessApplicationInput,
  AssessmentSummary,
  CaseClosed,
  CaseState,
  CommunicateInput,
  ReassessInput,
  RecordDecisionInput,
  SourceResult,
} from "../contracts/process.js";
import { deliver } from "./deliver.js";
import { gather, gatherAgain } from "./gather.js";
import { caseStatusQuery, communicateUpdate, newDaySignal, reassessUpdate, recordDecisionUpdate } from "./messages.js";
import { refuseUnlessDecidable, refuseUnlessOpen } from "./open-for-decision.js";
import { steps } from "./steps.js";

/** How long a waiting case sleeps before it looks again, where nobody has told it of a new day. */
const askAgainAfter = "4 hours";

/** What the process remembers: codes, numbers and ids. */
type Progress = {
  state: CaseState;
  assessment: AssessmentSummary | undefined;
  sources: readonly SourceResult[];
  decisionId: string | undefined;
  dayTurned: boolean;
  personHasLooked: boolean;
};

/**
 * One household's application for one month, from inbox to closed case:
 * receive → gather → assess → propose, refer or wait → (communicate) → decide → deliver → close.
 * Payloads are ids and codes; every fact lives in the store. A person decides.
 */
export async function assessApplication({ caseId }: AssessApplicationInput): Promise<CaseClosed> {
  const progress: Progress = {
    state: "received",
    assessment: undefined,
    sources: [],
    decisionId: undefined,
    dayTurned: false,
    personHasLooked: false,
  };
  const silentSources = (): SourceResult[] => progress.sources.filter(({ status }) => status === "unavailable");
  const isDecided = (): boolean => progress.decisionId !== undefined;
  const isWaiting = (): boolean => progress.state === "waiting";

  const whileOpen: { readonly validator: (input: ReassessInput | CommunicateInput) => void } = {
    validator: () => {
      refuseUnlessOpen(progress.state);
    },
  };

  const assess = async (): Promise<AssessmentSummary> => {
    const latest = await steps.process.assessCase({ caseId });
    // A correction may be assessed while the main line assesses: the highest sequence is the one that holds.
    if (progress.assessment === undefined || latest.sequence > progress.assessment.sequence) {
      progress.assessment = latest;
      progress.state = latest.outcome;
    }
    return latest;
  };

  setHandler(caseStatusQuery, () => ({
    state: progress.state,
    assessment: progress.assessment,
    openSources: silentSources(),
  }));
  setHandler(newDaySignal, () => {
    progress.dayTurned = true;
  });
  setHandler(
    reassessUpdate,
    async () => {
      if (progress.state !== "delivering" || progress.assessment === undefined) return assess();
      progress.personHasLooked = true;
      return progress.assessment;
    },
    whileOpen,
  );
  setHandler(
    communicateUpdate,
    async ({ communicationId }) => {
      await steps.process.sendCommunication({ caseId, communicationId });
      return assess();
    },
    whileOpen,
  );
  setHandler(
    recordDecisionUpdate,
    async ({ requestId }) => {
      const answer = await steps.process.recordDecision({ caseId, requestId });
      if (answer.result === "recorded") progress.decisionId = answer.decisionId;
      return answer;
    },
    {
      validator: ({ sequence }: RecordDecisionInput) => {
        refuseUnlessDecidable(progress.state, { shown: sequence, latest: progress.assessment?.sequence });
      },
    },
  );

  const household = await steps.process.receiveCase({ caseId });
  await steps.documents.readDocuments({ caseId });

  progress.state = "gathering";
  progress.sources = await gather(caseId, household);

  progress.state = "assessing";
  await assess();

  while (!isDecided()) {
    await condition(() => isDecided() || progress.dayTurned, askAgainAfter);
    progress.dayTurned = false;
    if (isDecided() || !isWaiting()) continue;
    progress.sources = await gatherAgain(caseId, progress.sources);
    await assess();
  }

  progress.state = "delivering";
  await deliver(caseId, {
    personHasLooked: async () => {
      await condition(() => progress.personHasLooked);
      progress.personHasLooked = false;
    },
  });

  await condition(allHandlersFinished);
  progress.state = "closed";
  return steps.process.closeCase({ caseId });
}
