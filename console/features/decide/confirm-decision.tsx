import type { ShownCase } from "../../../contracts/api/case-view.js";
import { monthInWords } from "../../../contracts/dates.js";
import type { DecisionDraft } from "../../../contracts/decision-draft.js";
import type { Ore } from "../../../contracts/money.js";
import { Button } from "../../components/button.js";
import { CommandProblem } from "../../components/command-problem.js";
import { Dialog } from "../../components/dialog.js";
import { kronor } from "../../format.js";
import { decideTexts as text } from "../../texts/decide.js";
import { sv } from "../../texts/sv.js";

type Props = {
  readonly shown: ShownCase;
  readonly draft: DecisionDraft;
  readonly amountOre: Ore;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly onReadAnew: () => void;
};

/** The outcome and its kronor in words: "Bevilja delvis 9 480 kr", "Avslå ansökan". */
export const outcomeInWords = (outcome: DecisionDraft["outcome"], amountOre: Ore): string =>
  outcome === "refused"
    ? `${text.confirm.refused} ${text.confirm.application}`
    : `${text.confirm[outcome]} ${kronor(amountOre)} ${sv.common.kr}`;

/** The last step: outcome and kronor are said again, and one press decides. */
export const ConfirmDecision = (props: Props) => {
  const { shown, draft, amountOre, isSending, error, onClose, onConfirm, onReadAnew } = props;
  const words = outcomeInWords(draft.outcome, amountOre);
  return (
    <Dialog title={`${words}?`} isOpen onClose={onClose}>
      <p>
        {sv.case.confirmFor} {monthInWords(shown.month)}, {shown.household.toLowerCase()}. {shown.proposal.basis}.
      </p>
      {(draft.reducedCosts ?? []).map(({ costId, approvedOre }) => (
        <p key={costId}>
          {shown.calculation.find(({ id }) => id === costId)?.label ?? costId}: {kronor(approvedOre)} {sv.common.kr}
        </p>
      ))}
      {draft.discretionary === undefined ? null : (
        <p>
          {text.confirm.also}: {kronor(draft.discretionary.amountOre)} {sv.common.kr}, {draft.discretionary.purpose}
        </p>
      )}
      <p className="muted">{sv.case.confirmNote}</p>
      <CommandProblem error={error} onReadAnew={onReadAnew} />
      <div className="dialog-actions">
        <Button large onPress={onClose}>
          {text.confirm.cancel}
        </Button>
        <Button large look="primary" autoFocus isPending={isSending} onPress={onConfirm}>
          {isSending ? sv.case.deciding : words}
        </Button>
      </div>
    </Dialog>
  );
};
