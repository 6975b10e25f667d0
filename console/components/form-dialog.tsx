import { useEffect, useRef, type ReactNode } from "react";
import { sv } from "../texts/sv.js";
import { Button } from "./button.js";
import { CommandProblem } from "./command-problem.js";
import { Dialog } from "./dialog.js";

type Props = {
  readonly title: string;
  readonly intro?: string;
  readonly send: string;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** Reads the case anew; what is written stays. */
  readonly onReadAnew: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** Where writing begins where no field asks for it: the first field, or the button where there is none. */
const startOf = (form: HTMLElement | null): HTMLElement | null =>
  form?.querySelector<HTMLElement>("input, select, textarea, [role=spinbutton]") ??
  form?.querySelector<HTMLElement>("button[type=submit]") ??
  null;

/** A dialog that is filled in and sent: what it is, its fields, what went wrong, and the two ways out. Ctrl+Enter sends. */
export const FormDialog = (props: Props) => {
  const { title, intro, send, isSending, error, onSend, onClose, onReadAnew, wide = false, children } = props;
  const form = useRef<HTMLFormElement>(null);
  // Keys are the form's: it has the focus from the beginning, also where no field takes it.
  useEffect(() => {
    if (form.current?.contains(document.activeElement) === false) startOf(form.current)?.focus();
  }, []);
  return (
    <Dialog title={title} isOpen onClose={onClose} wide={wide}>
      <form
        ref={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
        // Taken before the button that has the focus takes it. Keys still held from what opened the dialog do not send it.
        onKeyDownCapture={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          if (!event.repeat) onSend();
        }}
      >
        {intro === undefined ? null : <p className="muted">{intro}</p>}
        {children}
        <CommandProblem error={error} onReadAnew={onReadAnew} />
        <div className="dialog-actions">
          <Button large onPress={onClose}>
            {sv.common.cancel}
          </Button>
          <Button large look="primary" type="submit" isPending={isSending}>
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
