import type { CaseView } from "../../../contracts/api/case-view.js";
import type { PaymentInput } from "../../../contracts/api/commands.js";
import { paymentOrderStates, type PaymentView } from "../../../contracts/payments.js";
import { Button } from "../../components/button.js";
import { dayAndTime, kronor, minuteInWords, shortDate } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { Two } from "./two-lines.js";

type Props = {
  readonly view: CaseView;
  readonly onPayment: (action: PaymentInput["action"]) => void;
};

const Payment = ({ payment, onPayment }: Pick<Props, "onPayment"> & { readonly payment: PaymentView }) => (
  <>
    <Two
      first={`${paymentOrderStates[payment.state].title} ${shortDate(payment.payOn)}, ${kronor(payment.amountOre)} ${sv.common.kr}`}
      second={[
        payment.maskedAccount === undefined ? sv.case.noAccount : `${sv.case.account} ${payment.maskedAccount}`,
        ...(payment.canStop ? [`${sv.case.canBeStoppedUntil} ${minuteInWords(payment.cutOff)}`] : []),
      ].join(" · ")}
    />
    <div className="decision-actions">
      {payment.canStop ? (
        <Button
          large
          onPress={() => {
            onPayment("stop");
          }}
        >
          {sv.dialogs.payment.stop} …
        </Button>
      ) : null}
      {payment.canRelease ? (
        <Button
          large
          look="primary"
          onPress={() => {
            onPayment("release");
          }}
        >
          {sv.dialogs.payment.release} …
        </Button>
      ) : null}
    </div>
  </>
);

/** What was decided, by whom and under what, and the payment until its file has left. Nothing where nothing is decided. */
export const DecidedBar = ({ view, onPayment }: Props) => {
  const { decision } = view.shown;
  if (decision === null) return null;
  return (
    <footer className="decision-bar" aria-label={sv.case.decided}>
      <p className="outcome">
        {decision.outcome} {kronor(decision.amountOre)} {sv.common.kr}
      </p>
      <Two
        first={`${sv.case.decidedBy} ${decision.by}`}
        second={`${dayAndTime(decision.at)} · ${decision.delegationItem}`}
      />
      {view.payment === undefined ? null : <Payment payment={view.payment} onPayment={onPayment} />}
    </footer>
  );
};
