import { Button as AriaButton } from "react-aria-components";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { sv } from "../../texts/sv.js";

type Props = {
  readonly isOpen: boolean;
  readonly canCorrect: boolean;
  readonly onClose: () => void;
  readonly onCorrect: () => void;
  readonly onCommunicate: () => void;
  readonly onTake: () => void;
};

const text = sv.dialogs.investigate;

const Choice = ({
  title,
  help,
  onPress,
}: {
  readonly title: string;
  readonly help: string;
  readonly onPress: () => void;
}) => (
  <AriaButton className="button choice" onPress={onPress}>
    <strong>{title}</strong>
    <span className="small">{help}</span>
  </AriaButton>
);

/** No decision now: what the case needs instead. */
export const InvestigateDialog = ({ isOpen, canCorrect, onClose, onCorrect, onCommunicate, onTake }: Props) => (
  <Dialog title={text.title} isOpen={isOpen} onClose={onClose}>
    <p>{text.intro}</p>
    {canCorrect ? <Choice title={text.correct} help={text.correctHelp} onPress={onCorrect} /> : null}
    <Choice title={text.communicate} help={text.communicateHelp} onPress={onCommunicate} />
    <Choice title={text.take} help={text.takeHelp} onPress={onTake} />
    <div className="dialog-actions">
      <Button large onPress={onClose}>
        {sv.common.cancel}
      </Button>
    </div>
  </Dialog>
);
