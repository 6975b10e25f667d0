import { Checkbox } from "react-aria-components";
import type { CaseView, ShownCase } from "../../../contracts/api/case-view.js";
import type { PaymentInput } from "../../../contracts/api/commands.js";
import { Button } from "../../components/button.js";
import { dayAndTime, kronor, shortDate } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { DecidedBar } from "./decided-bar.js";
import { Two } from "./two-lines.js";

type Props = {
  readonly view: CaseView;
  readonly noConflict: boolean;
  readonly onNoConflict: (value: boolean) => void;
  readonly onGrant: () => void;
  readonly onInvestigate: () => void;
  readonly onWrite: () => void;
  readonly onPayment: (action: PaymentInput["action"]) => void;
  /** What still has to be done before the decision, said beside the buttons. */
  readonly hint: string | undefined;
};

const Closed = ({ closing }: { readonly closing: NonNullable<ShownCase["closing"]> }) => (
  <footer className="decision-bar" aria-label={sv.case.closedWithout}>
    <p className="outcome">{closing.title}</p>
    <Two first={closing.explanation} second={`${closing.by}, ${dayAndTime(closing.at)}`} />
  </footer>
);

/** Always in sight: outcome, mandate, payee, payment date, the declaration, and the two ways on. */
export const DecisionBar = ({
  view,
  onPayment,
  noConflict,
  onNoConflict,
  onGrant,
  onInvestigate,
  onWrite,
  hint,
}: Props) => {
  const { shown } = view;
  if (shown.decision !== null) return <DecidedBar view={view} onPayment={onPayment} />;
  if (shown.closing !== null) return <Closed closing={shown.closing} />;
  const { proposal } = shown;
  const canGrant = proposal.blockers.length === 0 && proposal.amountOre !== null;
  return (
    <footer className="decision-bar" aria-label="Beslut">
      {canGrant ? (
        <p className="outcome">
          {sv.case.grant} {kronor(proposal.amountOre)} {sv.common.kr}
        </p>
      ) : (
        <div className="outcome-blocked">
          <p className="outcome">{sv.case.cannotGrant}</p>
          <p className="small">{proposal.blockers.map(({ text }) => text).join(" ")}</p>
        </div>
      )}
      <Two first={proposal.basis} second={proposal.mandate.text} />
      <Two
        first={proposal.payee === null ? sv.case.noAccount : `${sv.case.account} ${proposal.payee.maskedAccount}`}
        second={proposal.payee?.note ?? ""}
      />
      {proposal.paymentDate === null ? null : (
        <Two first={`${sv.case.pays} ${shortDate(proposal.paymentDate)}`} second={proposal.paymentNote ?? ""} />
      )}
      {canGrant ? (
        <Checkbox id="no-conflict" className="checkbox" isSelected={noConflict} onChange={onNoConflict}>
          <span className="box" aria-hidden="true" />
          {sv.case.noConflict}
        </Checkbox>
      ) : null}
      <div className="decision-actions">
        {hint === undefined ? null : (
          <p className="small more" role="alert">
            {hint}
          </p>
        )}
        <Button large shortcut="U" keys="u" onPress={onInvestigate}>
          {sv.case.investigate}
        </Button>
        <Button large shortcut="B" keys="b" onPress={onWrite}>
          {canGrant ? sv.case.change : sv.case.write}
        </Button>
        {canGrant ? (
          <Button large look="primary" shortcut="Ctrl ↵" keys="Control+Enter" onPress={onGrant}>
            {sv.case.grant}
          </Button>
        ) : null}
      </div>
    </footer>
  );
};
