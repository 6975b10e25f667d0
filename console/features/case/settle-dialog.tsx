import { z } from "zod";
import type { Question } from "../../../contracts/api/case-view.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { sv } from "../../texts/sv.js";
import { useSettle } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";

const text = sv.dialogs.settle;

/** A person has looked, and says what came of it. */
export const SettleDialog = ({
  shown,
  question,
  onDone,
  onReadAnew,
}: DialogProps & { readonly question: Question }) => {
  const draft = useDraft(z.string(), {
    caseId: shown.caseId,
    form: `settle ${question.reason} ${question.lineId ?? ""}`,
    start: "",
  });
  const sending = useSending(useSettle(shown.caseId), { draft, onSent: onDone });
  const { isChecked } = sending;
  if (shown.sequence === null) return null;
  const { sequence } = shown;
  const explanation = draft.value.trim();
  const isEnough = explanation.length >= 5;
  const submit = (): void => {
    sending.check();
    if (!isEnough) return;
    const line = question.lineId === undefined ? {} : { lineId: question.lineId };
    sending.send({ sequence, reason: question.reason, explanation, ...line });
  };
  return (
    <FormDialog
      title={text.title}
      send={text.send}
      isSending={sending.isSending}
      error={sending.error}
      onSend={submit}
      onClose={onDone}
      onReadAnew={onReadAnew}
    >
      <div className="question">
        <h3>{question.title}</h3>
        <p>{question.text}</p>
        <p>{question.check}</p>
      </div>
      <Field
        label={text.explanation}
        help={text.help}
        value={draft.value}
        onChange={draft.set}
        rows={4}
        autoFocus
        error={isChecked && !isEnough ? sv.dialogs.correct.needsReason : undefined}
      />
    </FormDialog>
  );
};
