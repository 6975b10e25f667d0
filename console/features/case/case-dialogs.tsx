import type { CaseView } from "../../../contracts/api/case-view.js";
import { noDialog, type CaseDialog } from "./case-dialog.js";
import { CommunicateDialog } from "./communicate-dialog.js";
import { ConfirmDialog } from "./confirm-dialog.js";
import { CorrectDialog } from "./correct-dialog.js";
import { EvidenceViewer } from "./evidence-viewer.js";
import { InvestigateDialog } from "./investigate-dialog.js";
import { SettleDialog } from "./settle-dialog.js";

type Props = {
  readonly view: CaseView;
  readonly dialog: CaseDialog;
  readonly onDialog: (dialog: CaseDialog) => void;
  readonly decide: { readonly isPending: boolean; readonly error: unknown };
  readonly onGrant: () => void;
  readonly onTake: () => void;
  readonly onReadAnew: () => void;
};

/** The dialogs over a case. */
export const CaseDialogs = ({ view, dialog, onDialog, decide, onGrant, onTake, onReadAnew }: Props) => {
  const { shown } = view;
  const close = (): void => {
    onDialog(noDialog);
  };
  return (
    <>
      <ConfirmDialog
        view={view}
        isOpen={dialog.kind === "confirm"}
        isSending={decide.isPending}
        error={decide.error}
        onClose={close}
        onConfirm={onGrant}
        onReadAnew={onReadAnew}
      />
      <InvestigateDialog
        isOpen={dialog.kind === "investigate"}
        canCorrect={shown.calculation.some(({ correctable }) => correctable.length > 0)}
        onClose={close}
        onCorrect={() => {
          onDialog({ kind: "correct", start: undefined });
        }}
        onCommunicate={() => {
          onDialog({ kind: "communicate", start: "" });
        }}
        onTake={onTake}
      />
      <EvidenceViewer
        shown={shown}
        evidenceId={dialog.kind === "evidence" ? dialog.evidenceId : undefined}
        onClose={close}
      />
      {dialog.kind === "correct" ? <CorrectDialog shown={shown} start={dialog.start} onDone={close} /> : null}
      {dialog.kind === "settle" ? <SettleDialog shown={shown} question={dialog.question} onDone={close} /> : null}
      {dialog.kind === "communicate" ? <CommunicateDialog shown={shown} start={dialog.start} onDone={close} /> : null}
    </>
  );
};
