import type { CalculationRow } from "../../../contracts/api/case-view.js";
import { CheckField } from "../../components/check-field.js";
import { ChoiceField } from "../../components/choice-field.js";
import { Field } from "../../components/field.js";
import { decideTexts as text } from "../../texts/decide.js";
import type { DecisionForm } from "./decision-form.js";
import type { PartProps } from "./parts.js";

type Props = PartProps & { readonly rows: readonly CalculationRow[] };

const Fields = ({ form, problems, onChange, rows }: Props) => {
  const { discretionary } = form;
  const set = (change: Partial<DecisionForm["discretionary"]>): void => {
    onChange({ discretionary: { ...discretionary, ...change } });
  };
  const field = (name: "purpose" | "applied" | "amount", label: string, path: string) => (
    <Field
      label={label}
      value={discretionary[name]}
      onChange={(value) => {
        set({ [name]: value });
      }}
      inputMode={name === "purpose" ? "text" : "decimal"}
      error={problems.get(`discretionary.${path}`)}
    />
  );
  return (
    <>
      <p className="muted">{text.discretionaryIntro}</p>
      <ChoiceField
        label={text.discretionaryCost}
        value={discretionary.costId}
        onChange={(costId) => {
          set({ costId });
        }}
        options={[
          { value: "", label: text.noCost },
          ...rows
            .filter(({ group, level }) => group === "cost" && level === "line")
            .map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      {field("purpose", text.purpose, "purpose")}
      <div className="side-by-side">
        {field("applied", text.applied, "appliedOre")}
        {field("amount", text.given, "amountOre")}
      </div>
      <Field
        label={text.discretionaryReasons}
        value={discretionary.reasons}
        onChange={(reasons) => {
          set({ reasons });
        }}
        rows={3}
        error={problems.get("discretionary.reasons")}
      />
    </>
  );
};

/** A decision of its own under 12 kap. 2 § SoL, after the month's under 12 kap. 1 §. */
export const DiscretionaryPart = (props: Props) => (
  <div className="part stack">
    <CheckField
      label={text.discretionary}
      isSelected={props.form.discretionary.isTried}
      onChange={(isTried) => {
        props.onChange({ discretionary: { ...props.form.discretionary, isTried } });
      }}
    />
    {props.form.discretionary.isTried ? <Fields {...props} /> : null}
  </div>
);
