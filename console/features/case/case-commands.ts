import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { z } from "zod";
import { caseViewSchema } from "../../../contracts/api/case-view.js";
import {
  assessedAgainSchema,
  decidedSchema,
  endedSchema,
  type AssessedAgain,
  type AnswerInput,
  type AssignInput,
  type CloseInput,
  type CommunicateCaseInput,
  type CompleteInput,
  type CorrectInput,
  type Decided,
  type DecideInput,
  type Ended,
  type PaymentInput,
  type EnterNormInput,
  type SettleInput,
} from "../../../contracts/api/commands.js";
import { paymentChangedSchema } from "../../../contracts/api/payments-view.js";
import type { CaseView } from "../../../contracts/api/case-view.js";
import type { CaseId } from "../../../contracts/ids.js";
import { send } from "../../server/request.js";

type PaymentChanged = z.output<typeof paymentChangedSchema>;

/** Sends one kind of command about a case, and reads the case anew when it has been taken in. */
const useCommand = <Input, Schema extends z.ZodType>(
  caseId: CaseId,
  command: { readonly path: string; readonly answer: Schema },
): UseMutationResult<z.output<Schema>, Error, Input> => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Input) => send(command.answer, { path: `/api/cases/${caseId}/${command.path}`, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["case", caseId] });
    },
  });
};

/** Corrects a fact. */
export const useCorrect = (caseId: CaseId): UseMutationResult<AssessedAgain, Error, CorrectInput> =>
  useCommand(caseId, { path: "corrections", answer: assessedAgainSchema });

/** Settles a question. */
export const useSettle = (caseId: CaseId): UseMutationResult<AssessedAgain, Error, SettleInput> =>
  useCommand(caseId, { path: "settlements", answer: assessedAgainSchema });

/** Sends the applicant what the decision may rest on. */
export const useCommunicate = (caseId: CaseId): UseMutationResult<AssessedAgain, Error, CommunicateCaseInput> =>
  useCommand(caseId, { path: "communications", answer: assessedAgainSchema });

/** Asks the applicant for what is missing. */
export const useComplete = (caseId: CaseId): UseMutationResult<AssessedAgain, Error, CompleteInput> =>
  useCommand(caseId, { path: "completions", answer: assessedAgainSchema });

/** Notes what the applicant answered. */
export const useAnswer = (
  caseId: CaseId,
  communicationId: string,
): UseMutationResult<AssessedAgain, Error, AnswerInput> =>
  useCommand(caseId, { path: `communications/${communicationId}/answer`, answer: assessedAgainSchema });

/** Ends the case without a decision on its merits. */
export const useEnd = (caseId: CaseId): UseMutationResult<Ended, Error, CloseInput> =>
  useCommand(caseId, { path: "closing", answer: endedSchema });

/** Enters the norm by hand. */
export const useEnterNorm = (caseId: CaseId): UseMutationResult<AssessedAgain, Error, EnterNormInput> =>
  useCommand(caseId, { path: "norm", answer: assessedAgainSchema });

/** Takes the case, puts it back or hands it over. */
export const useAssign = (caseId: CaseId): UseMutationResult<CaseView, Error, AssignInput> =>
  useCommand(caseId, { path: "assignment", answer: caseViewSchema });

/** Stops the payment, or lets it go again. */
export const useChangePayment = (caseId: CaseId): UseMutationResult<PaymentChanged, Error, PaymentInput> =>
  useCommand(caseId, { path: "payment", answer: paymentChangedSchema });

/** Decides. */
export const useDecide = (caseId: CaseId): UseMutationResult<Decided, Error, DecideInput> =>
  useCommand(caseId, { path: "decision", answer: decidedSchema });
