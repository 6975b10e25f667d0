import { useState } from "react";
import type { Question, ShownCase } from "../../../contracts/api/case-view.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { Field } from "../../components/field.js";
import { CommandError } from "../../components/states.js";
import { sv } from "../../texts/sv.js";
import { useSettle } from "./case-commands.js";

type Props = { readonly shown: ShownCase; readonly question: Question; readonly onDone: () => void };

const text = sv.dialogs.settle;

/** A person has looked, and says what came of it. */
export const SettleDialog = ({ shown, question, onDone }: Props) => {
  const [explanation, setExplanation] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const settle = useSettle(shown.caseId);
  if (shown.sequence === null) return null;
  const { sequence } = shown;
  const isEnough = explanation.trim().length >= 5;
  const submit = (): void => {
    setIsChecked(true);
    if (!isEnough) return;
    const line = question.lineId === undefined ? {} : { lineId: question.lineId };
    settle.mutate(
      { sequence, reason: question.reason, explanation: explanation.trim(), ...line },
      { onSuccess: onDone },
    );
  };
  return (
    <Dialog title={text.title} isOpen onClose={onDone}>
      <div className="question">
        <h3>{question.title}</h3>
        <p>{question.text}</p>
        <p>{question.check}</p>
      </div>
      <Field
        label={text.explanation}
        help={text.help}
        value={explanation}
        onChange={setExplanation}
        rows={4}
        autoFocus
        error={isChecked && !isEnough ? sv.dialogs.correct.needsReason : undefined}
      />
      <CommandError error={settle.error} />
      <div className="dialog-actions">
        <Button large onPress={onDone}>
          {sv.common.cancel}
        </Button>
        <Button large look="primary" isPending={settle.isPending} onPress={submit}>
          {text.send}
        </Button>
      </div>
    </Dialog>
  );
};
