import type { CalculationRow } from "../../../contracts/api/case-view.js";
import type { Ore } from "../../../contracts/money.js";
import { CheckField } from "../../components/check-field.js";
import { Field } from "../../components/field.js";
import { kronor } from "../../format.js";
import { decideTexts as text } from "../../texts/decide.js";
import { reductionOf } from "./decision-form.js";
import type { PartProps } from "./parts.js";

type Props = PartProps & { readonly rows: readonly CalculationRow[]; readonly computedOre: Ore | null };

/** The amount and the reasons, with the calculation beside to check against. The amount is the person's own. */
export const AmountPart = ({ form, problems, onChange, rows, computedOre }: Props) => {
  const isPartial = form.outcome === "partly-granted";
  const reductionOre = isPartial ? reductionOf(form, rows) : undefined;
  return (
    <div className="part stack">
      <Field
        label={isPartial ? text.amount : text.amountGranted}
        {...(isPartial ? {} : { help: text.amountGrantedHelp })}
        value={form.amount}
        onChange={(amount) => {
          onChange({ amount });
        }}
        inputMode="decimal"
        error={problems.get("amountOre")}
      />
      <p className="small">
        {computedOre === null ? text.noComputed : `${text.computed}: ${kronor(computedOre)} kr.`}
        {reductionOre === undefined || computedOre === null
          ? null
          : ` ${text.reduction} ${kronor(reductionOre)} kr. ${text.leaves} ${kronor(computedOre - reductionOre)} kr. ${text.check}`}
      </p>
      {isPartial || form.amount.trim() === "" ? null : (
        <CheckField
          label={text.grantsAllApplied}
          isSelected={form.grantsAllApplied}
          onChange={(grantsAllApplied) => {
            onChange({ grantsAllApplied });
          }}
        />
      )}
    </div>
  );
};
