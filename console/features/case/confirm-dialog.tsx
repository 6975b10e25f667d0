import type { CaseView } from "../../../contracts/api/case-view.js";
import { monthInWords } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { CommandError } from "../../components/states.js";
import { kronor, shortDate } from "../../format.js";
import { isOutdated } from "../../server/problem-error.js";
import { sv } from "../../texts/sv.js";

type Props = {
  readonly view: CaseView;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly onReadAnew: () => void;
};

/** The last step of a grant: the amount is said again, and one press decides. */
export const ConfirmDialog = ({ view, isSending, error, onClose, onConfirm, onReadAnew }: Props) => {
  const { shown } = view;
  const amount = `${kronor(shown.proposal.amountOre)} ${sv.common.kr}`;
  return (
    <Dialog title={`${sv.case.confirmTitle} ${amount}?`} isOpen onClose={onClose}>
      <p>
        {sv.case.confirmFor} {monthInWords(shown.month)}, {shown.household.toLowerCase()}. {shown.proposal.basis}.
      </p>
      <p>
        {shown.proposal.payee === null ? sv.case.noAccount : `${sv.case.account} ${shown.proposal.payee.maskedAccount}`}
        {shown.proposal.paymentDate === null
          ? ""
          : `, ${sv.case.pays.toLowerCase()} ${shortDate(shown.proposal.paymentDate)}`}
        .
      </p>
      <p className="muted">{sv.case.confirmNote}</p>
      <CommandError error={error} />
      <div className="dialog-actions">
        <Button large onPress={onClose}>
          {sv.common.cancel}
        </Button>
        {isOutdated(error) ? (
          <Button large look="primary" autoFocus onPress={onReadAnew}>
            {sv.case.readAnew}
          </Button>
        ) : (
          <Button large look="primary" autoFocus isPending={isSending} onPress={onConfirm}>
            {isSending ? sv.case.deciding : `${sv.case.confirmTitle} ${amount}`}
          </Button>
        )}
      </div>
    </Dialog>
  );
};
