import { useState } from "react";
import { z } from "zod";
import { closingKinds } from "../../../contracts/api/commands.js";
import { CheckField } from "../../components/check-field.js";
import { ChoiceField } from "../../components/choice-field.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { sv } from "../../texts/sv.js";
import { useEnd } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";

const text = sv.dialogs.end;
const kindSchema = z.enum(["withdrawn", "decided-elsewhere"]);
const formSchema = z.object({ kind: kindSchema, explanation: z.string() });
const options = kindSchema.options.map((value) => ({ value, label: closingKinds[value].title }));

/** The case ends without a decision on its merits. The person says that they have checked; it cannot be undone here. */
export const EndDialog = ({ shown, onDone, onReadAnew }: DialogProps) => {
  const draft = useDraft(formSchema, {
    caseId: shown.caseId,
    form: "end",
    start: { kind: "withdrawn", explanation: "" },
  });
  const [hasConfirmed, setHasConfirmed] = useState(false);
  const sending = useSending(useEnd(shown.caseId), { draft, onSent: onDone });
  const { isChecked } = sending;
  if (shown.sequence === null) return null;
  const { sequence } = shown;
  const { kind, explanation } = draft.value;
  const isEnough = explanation.trim().length >= 5;
  const submit = (): void => {
    sending.check();
    if (!isEnough || !hasConfirmed) return;
    sending.send({ sequence, kind, explanation: explanation.trim() });
  };
  return (
    <FormDialog
      title={text.title}
      intro={text.intro}
      send={text.send}
      isSending={sending.isSending}
      error={sending.error}
      onSend={submit}
      onClose={onDone}
      onReadAnew={onReadAnew}
    >
      <ChoiceField
        label={text.kind}
        value={kind}
        onChange={(next) => {
          draft.set({ ...draft.value, kind: kindSchema.parse(next) });
        }}
        options={options}
      />
      <Field
        label={text.explanation}
        help={text.explanationHelp}
        value={explanation}
        onChange={(next) => {
          draft.set({ ...draft.value, explanation: next });
        }}
        rows={3}
        autoFocus
        error={isChecked && !isEnough ? text.needsText : undefined}
      />
      <CheckField
        label={text.confirm}
        isSelected={hasConfirmed}
        onChange={setHasConfirmed}
        error={isChecked && !hasConfirmed ? text.needsConfirm : undefined}
      />
    </FormDialog>
  );
};
