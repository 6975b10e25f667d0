import { z } from "zod";
import type { PaymentInput } from "../../../contracts/api/commands.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { sv } from "../../texts/sv.js";
import { useChangePayment } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";

type Props = DialogProps & { readonly action: PaymentInput["action"] };

const text = sv.dialogs.payment;

/** Stops a payment until its file has left, or lets it go again. The decision stands either way. */
export const PaymentDialog = ({ shown, action, onDone, onReadAnew }: Props) => {
  const draft = useDraft(z.string(), { caseId: shown.caseId, form: `payment ${action}`, start: "" });
  const sending = useSending(useChangePayment(shown.caseId), { draft, onSent: onDone });
  const { isChecked } = sending;
  const explanation = draft.value.trim();
  const isEnough = explanation.length >= 5;
  const stops = action === "stop";
  const submit = (): void => {
    sending.check();
    if (!isEnough) return;
    sending.send({ action, explanation });
  };
  return (
    <FormDialog
      title={stops ? text.stopTitle : text.releaseTitle}
      intro={stops ? text.stopIntro : text.releaseIntro}
      send={stops ? text.stop : text.release}
      isSending={sending.isSending}
      error={sending.error}
      onSend={submit}
      onClose={onDone}
      onReadAnew={onReadAnew}
    >
      <Field
        label={text.explanation}
        value={draft.value}
        onChange={draft.set}
        rows={3}
        autoFocus
        error={isChecked && !isEnough ? text.needsText : undefined}
      />
    </FormDialog>
  );
};
