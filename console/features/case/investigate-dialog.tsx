import { Button as AriaButton } from "react-aria-components";
import { Button, withKeys } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { sv } from "../../texts/sv.js";

/** What a case may need instead of a decision. */
export type Step = keyof typeof sv.dialogs.investigate.choices;

type Props = {
  /** The steps that can be taken where the case stands, in the order they are shown. */
  readonly steps: readonly Step[];
  readonly onChoose: (step: Step) => void;
  readonly onClose: () => void;
};

const text = sv.dialogs.investigate;

/** No decision now: what the case needs instead. The number before each chooses it. */
export const InvestigateDialog = ({ steps, onChoose, onClose }: Props) => (
  <Dialog title={text.title} isOpen onClose={onClose}>
    <div
      className="stack"
      onKeyDown={(event) => {
        const step = steps[Number(event.key) - 1];
        if (step === undefined) return;
        // The key has done its work; it is not typed into the form that opens.
        event.preventDefault();
        onChoose(step);
      }}
    >
      <p>{text.intro}</p>
      {steps.map((step, index) => (
        <AriaButton
          key={step}
          className="button choice"
          autoFocus={index === 0}
          ref={withKeys(String(index + 1))}
          onPress={() => {
            onChoose(step);
          }}
        >
          <span className="choice-title">
            <strong>{text.choices[step].title}</strong>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </span>
          <span className="small">{text.choices[step].help}</span>
        </AriaButton>
      ))}
    </div>
    <div className="dialog-actions">
      <Button large onPress={onClose}>
        {sv.common.cancel}
      </Button>
    </div>
  </Dialog>
);
