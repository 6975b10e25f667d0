import { z } from "zod";
import type { ShownCase } from "../../../contracts/api/case-view.js";
import { addDays, localDateSchema } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { DateInput } from "../../components/date-input.js";
import { Field } from "../../components/field.js";
import { focusLast } from "../../components/focus-last.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { completionItems } from "../../texts/completion-items.js";
import { sv } from "../../texts/sv.js";
import { useComplete } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";
import { useToday } from "./use-today.js";

const text = sv.dialogs.ask;
/** The time to answer that the form proposes; the caseworker sets it for the case at hand. */
const proposedDays = 10;
const mostItems = 20;
const formSchema = z.object({ items: z.array(z.string()), answerBy: localDateSchema.optional() });

/** What the open questions suggest to ask for, each once. */
const suggestionsOf = ({ questions }: ShownCase): string[] => [
  ...new Set(questions.flatMap(({ reason }) => completionItems[reason] ?? [])),
];

/** The applicant is asked for what is missing, one point for each thing, with a day to answer by. */
export const AskDialog = ({ shown, start, onDone, onReadAnew }: DialogProps & { readonly start: string }) => {
  const today = useToday();
  const draft = useDraft(formSchema, {
    caseId: shown.caseId,
    form: "ask",
    start: { items: [start], answerBy: addDays(today, proposedDays) },
  });
  const sending = useSending(useComplete(shown.caseId), { draft, onSent: onDone });
  const { isChecked } = sending;
  if (shown.sequence === null) return null;
  const { sequence } = shown;
  const { items, answerBy } = draft.value;
  const written = items.map((item) => item.trim()).filter((item) => item !== "");
  const isEnough = written.length > 0 && written.every((item) => item.length >= 5);
  const isLater = answerBy !== undefined && answerBy > today;
  const setItems = (next: readonly string[]): void => {
    draft.set({ ...draft.value, items: [...next] });
  };
  const changeNumber = (next: readonly string[]): void => {
    setItems(next);
    focusLast("[role=dialog] textarea");
  };
  const submit = (): void => {
    sending.check();
    if (!isEnough || !isLater) return;
    sending.send({ sequence, items: written, answerBy });
  };
  const left = suggestionsOf(shown).filter((suggestion) => !items.includes(suggestion));
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
      {left.length === 0 ? null : (
        <fieldset className="suggestions">
          <legend>{text.suggestions}</legend>
          {left.map((suggestion) => (
            <Button
              key={suggestion}
              onPress={() => {
                changeNumber([...items.filter((item) => item.trim() !== ""), suggestion]);
              }}
            >
              + {suggestion}
            </Button>
          ))}
        </fieldset>
      )}
      {items.map((item, index) => (
        <div key={index} className="with-remove">
          <Field
            label={items.length === 1 ? text.item : `${text.item}, ${String(index + 1)}`}
            {...(index === 0 ? { help: text.itemHelp } : {})}
            value={item}
            onChange={(next) => {
              setItems(items.map((one, at) => (at === index ? next : one)));
            }}
            rows={2}
            autoFocus={index === 0}
            error={isChecked && !isEnough && item.trim().length < 5 ? text.needsItem : undefined}
          />
          {items.length === 1 ? null : (
            <Button
              aria-label={`${text.remove} ${text.item}, ${String(index + 1)}`}
              onPress={() => {
                changeNumber(items.filter((_, at) => at !== index));
              }}
            >
              {text.remove}
            </Button>
          )}
        </div>
      ))}
      {items.length < mostItems ? (
        <p>
          <Button
            onPress={() => {
              changeNumber([...items, ""]);
            }}
          >
            {text.another}
          </Button>
        </p>
      ) : null}
      <DateInput
        label={text.answerBy}
        value={answerBy}
        onChange={(date) => {
          draft.set({ ...draft.value, answerBy: date });
        }}
        error={isChecked && !isLater ? text.needsDate : undefined}
      />
    </FormDialog>
  );
};
