import type { ShownCase } from "../../../contracts/api/case-view.js";
import type { Ore } from "../../../contracts/money.js";
import { Button } from "../../components/button.js";
import { CheckField } from "../../components/check-field.js";
import { parseKronor } from "../../components/parse-kronor.js";
import { decideTexts as text } from "../../texts/decide.js";
import { sv } from "../../texts/sv.js";
import { outcomeInWords } from "./confirm-decision.js";
import type { DecisionForm } from "./decision-form.js";
import { MandateLine } from "./mandate-line.js";

type Props = {
  readonly shown: ShownCase;
  readonly form: DecisionForm;
  readonly amountOre: Ore | undefined;
  readonly noConflict: boolean;
  readonly onNoConflict: (value: boolean) => void;
  readonly hint: string | undefined;
  readonly onBack: () => void;
  readonly onDecide: () => void;
};

/** What the delegation order is asked about; nothing until there is an outcome and an amount. */
const askedOf = ({ outcome, discretionary }: DecisionForm, amountOre: Ore | undefined) => {
  if (outcome === "" || amountOre === undefined) return undefined;
  const discretionaryOre = discretionary.isTried ? parseKronor(discretionary.amount) : undefined;
  return { outcome, amountOre, ...(discretionaryOre === undefined ? {} : { discretionaryOre }) };
};

/** Always in sight while writing: outcome and kronor, the law, the mandate for exactly that, the declaration, and the ways on. */
export const DecideBar = (props: Props) => {
  const { shown, form, amountOre, noConflict, onNoConflict, hint, onBack, onDecide } = props;
  return (
    <footer className="decision-bar" aria-label={text.title}>
      <p className="outcome">
        {form.outcome === "" || amountOre === undefined ? text.needsOutcome : outcomeInWords(form.outcome, amountOre)}
      </p>
      <div>
        <div>{shown.proposal.basis}</div>
        <MandateLine caseId={shown.caseId} asked={askedOf(form, amountOre)} />
      </div>
      <CheckField id="no-conflict" label={sv.case.noConflict} isSelected={noConflict} onChange={onNoConflict} />
      <div className="decision-actions">
        {hint === undefined ? null : (
          <p className="small more" role="alert">
            {hint}
          </p>
        )}
        <Button large onPress={onBack}>
          {text.back}
        </Button>
        <Button large look="primary" shortcut="Ctrl ↵" keys="Control+Enter" onPress={onDecide}>
          {text.decide} …
        </Button>
      </div>
    </footer>
  );
};
