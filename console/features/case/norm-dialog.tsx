import { z } from "zod";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { sv } from "../../texts/sv.js";
import { useEnterNorm } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";
import { parseKronor } from "../../components/parse-kronor.js";

const text = sv.dialogs.norm;
const formSchema = z.object({ personal: z.string(), common: z.string(), citation: z.string() });

/** The norm by hand, with where its figures stand, for a month that has no verified table. */
export const NormDialog = ({ shown, onDone, onReadAnew }: DialogProps) => {
  const draft = useDraft(formSchema, {
    caseId: shown.caseId,
    form: "norm",
    start: { personal: "", common: "", citation: "" },
  });
  const sending = useSending(useEnterNorm(shown.caseId), { draft, onSent: onDone });
  const { isChecked } = sending;
  if (shown.sequence === null) return null;
  const { sequence } = shown;
  const { value } = draft;
  const personalOre = parseKronor(value.personal);
  const commonOre = parseKronor(value.common);
  const hasCitation = value.citation.trim().length >= 10;
  const set = (change: Partial<typeof value>): void => {
    draft.set({ ...value, ...change });
  };
  const submit = (): void => {
    sending.check();
    if (personalOre === undefined || commonOre === undefined || !hasCitation) return;
    sending.send({ sequence, personalOre, commonOre, citation: value.citation.trim() });
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
      <Field
        label={text.personal}
        value={value.personal}
        onChange={(personal) => {
          set({ personal });
        }}
        inputMode="decimal"
        autoFocus
        error={isChecked && personalOre === undefined ? text.needsAmount : undefined}
      />
      <Field
        label={text.common}
        value={value.common}
        onChange={(common) => {
          set({ common });
        }}
        inputMode="decimal"
        error={isChecked && commonOre === undefined ? text.needsAmount : undefined}
      />
      <Field
        label={text.citation}
        help={text.citationHelp}
        value={value.citation}
        onChange={(citation) => {
          set({ citation });
        }}
        rows={2}
        error={isChecked && !hasCitation ? text.needsCitation : undefined}
      />
    </FormDialog>
  );
};
