import type { CaseView } from "../../../contracts/api/case-view.js";
import { AnswerDialog } from "./answer-dialog.js";
import { AskDialog } from "./ask-dialog.js";
import { noDialog, type CaseDialog } from "./case-dialog.js";
import { CommunicateDialog } from "./communicate-dialog.js";
import { ConfirmDialog } from "./confirm-dialog.js";
import { CorrectDialog } from "./correct-dialog.js";
import { EndDialog } from "./end-dialog.js";
import { EvidenceViewer } from "./evidence-viewer.js";
import { HandOverDialog } from "./hand-over-dialog.js";
import { InvestigateDialog, type Step } from "./investigate-dialog.js";
import { NormDialog } from "./norm-dialog.js";
import { PaymentDialog } from "./payment-dialog.js";
import { SettleDialog } from "./settle-dialog.js";

type Props = {
  readonly view: CaseView;
  readonly dialog: CaseDialog;
  readonly onDialog: (dialog: CaseDialog) => void;
  readonly decide: { readonly isPending: boolean; readonly error: unknown };
  readonly onGrant: () => void;
  readonly onReadAnew: () => void;
};

/** What can be done instead of deciding, where the case stands. */
const stepsFor = ({ calculation, correspondence, questions }: CaseView["shown"]): Step[] => [
  ...(calculation.some(({ correctable }) => correctable.length > 0) ? (["correct"] as const) : []),
  "ask",
  "communicate",
  ...(correspondence.some(({ answer }) => answer === null) ? (["answer"] as const) : []),
  ...(questions.some(({ actions }) => actions.includes("enter-norm")) ? (["enter-norm"] as const) : []),
  "hand-over",
  "end",
];

const dialogFor = (step: Step, { correspondence }: CaseView["shown"]): CaseDialog => {
  switch (step) {
    case "correct":
      return { kind: "correct", start: undefined };
    case "ask":
    case "communicate":
      return { kind: step, start: "" };
    case "answer": {
      const to = correspondence.findLast(({ answer }) => answer === null);
      return to === undefined ? noDialog : { kind: "answer", to };
    }
    case "enter-norm":
    case "hand-over":
    case "end":
      return { kind: step };
  }
};

/** The dialog over a case, one at a time. */
export const CaseDialogs = ({ view, dialog, onDialog, decide, onGrant, onReadAnew }: Props) => {
  const { shown } = view;
  const onDone = (): void => {
    onDialog(noDialog);
  };
  const common = { shown, onDone, onReadAnew };
  switch (dialog.kind) {
    case "none":
      return null;
    case "confirm":
      return (
        <ConfirmDialog
          view={view}
          isSending={decide.isPending}
          error={decide.error}
          onClose={onDone}
          onConfirm={onGrant}
          onReadAnew={() => {
            onDone();
            onReadAnew();
          }}
        />
      );
    case "investigate":
      return (
        <InvestigateDialog
          steps={stepsFor(shown)}
          onClose={onDone}
          onChoose={(step) => {
            onDialog(dialogFor(step, shown));
          }}
        />
      );
    case "correct":
      return <CorrectDialog {...common} start={dialog.start} />;
    case "settle":
      return <SettleDialog {...common} question={dialog.question} />;
    case "communicate":
      return <CommunicateDialog {...common} start={dialog.start} />;
    case "ask":
      return <AskDialog {...common} start={dialog.start} />;
    case "answer":
      return <AnswerDialog {...common} to={dialog.to} />;
    case "enter-norm":
      return <NormDialog {...common} />;
    case "hand-over":
      return <HandOverDialog {...common} />;
    case "end":
      return <EndDialog {...common} />;
    case "payment":
      return <PaymentDialog {...common} action={dialog.action} />;
    case "evidence":
      return <EvidenceViewer shown={shown} evidenceId={dialog.evidenceId} onClose={onDone} />;
  }
};
