import { useState } from "react";
import type { ChangeView } from "../../../contracts/api/workshop.js";
import type { LocalDate } from "../../../contracts/dates.js";
import { boardMinuteSchema } from "../../../contracts/rule-change.js";
import { DateInput } from "../../components/date-input.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { sv } from "../../texts/sv.js";
import type { ChangeCommand } from "./change-commands.js";

const text = sv.workshop;
const shortestNote = 3;

/** The steps that are asked about once more, or need words. */
export type ChangeDialog = "approve" | "publish" | "return" | "withdraw";

type Props = {
  readonly dialog: ChangeDialog;
  readonly change: ChangeView;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly onRun: (command: ChangeCommand) => void;
  readonly onClose: () => void;
};

type Shared = Pick<Props, "change" | "onRun"> & {
  readonly form: {
    readonly isSending: boolean;
    readonly error: unknown;
    readonly onClose: () => void;
    readonly onReadAnew: () => void;
  };
};

const Sentences = ({ change }: { readonly change: ChangeView }) => (
  <ul className="difference">
    {change.prose.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

const ApproveDialog = ({ change, onRun, form }: Shared) => (
  <FormDialog
    {...form}
    title={text.approve.title}
    intro={text.approve.intro}
    send={text.approve.send}
    onSend={() => {
      onRun({ action: "approve" });
    }}
  >
    <Sentences change={change} />
  </FormDialog>
);

const PublishDialog = ({ change, onRun, form }: Shared) => {
  const [on, setOn] = useState<LocalDate | undefined>();
  const [paragraph, setParagraph] = useState("");
  const [isTried, setIsTried] = useState(false);
  const read = boardMinuteSchema.shape.paragraph.safeParse(paragraph.trim());
  const onSend = (): void => {
    setIsTried(true);
    if (!change.needsMinute) onRun({ action: "publish", minute: undefined });
    else if (on !== undefined && read.success) onRun({ action: "publish", minute: { on, paragraph: read.data } });
  };
  return (
    <FormDialog
      {...form}
      title={text.publish.title}
      intro={text.publish.intro}
      send={text.publish.send}
      onSend={onSend}
    >
      <Sentences change={change} />
      {change.needsMinute ? (
        <>
          <p>{text.publish.minute}</p>
          <DateInput
            label={text.publish.day}
            value={on}
            onChange={setOn}
            error={isTried && on === undefined ? text.publish.dayMissing : undefined}
          />
          <Field
            label={text.publish.paragraph}
            help={text.publish.paragraphHelp}
            value={paragraph}
            onChange={setParagraph}
            error={isTried && !read.success ? text.publish.paragraphMissing : undefined}
          />
        </>
      ) : null}
    </FormDialog>
  );
};

const NoteDialog = ({ action, onRun, form }: Omit<Shared, "change"> & { readonly action: "return" | "withdraw" }) => {
  const [note, setNote] = useState("");
  const [isTried, setIsTried] = useState(false);
  const isMissing = note.trim().length < shortestNote;
  return (
    <FormDialog
      {...form}
      title={text.note[action]}
      send={text.change.actions[action].replace(" …", "")}
      onSend={() => {
        setIsTried(true);
        if (!isMissing) onRun({ action, note: note.trim() });
      }}
    >
      <Field
        label={text.note.label}
        value={note}
        onChange={setNote}
        rows={3}
        autoFocus
        error={isTried && isMissing ? text.note.missing : undefined}
      />
    </FormDialog>
  );
};

/** The dialog of a step. */
export const ChangeDialogs = ({ dialog, change, isSending, error, onRun, onClose }: Props) => {
  const shared: Shared = { change, onRun, form: { isSending, error, onClose, onReadAnew: onClose } };
  switch (dialog) {
    case "approve":
      return <ApproveDialog {...shared} />;
    case "publish":
      return <PublishDialog {...shared} />;
    case "return":
    case "withdraw":
      return <NoteDialog {...shared} action={dialog} />;
  }
};
