import type { CalculationRow } from "../../../contracts/api/case-view.js";
import { Button } from "../../components/button.js";
import { ChoiceField } from "../../components/choice-field.js";
import { Field } from "../../components/field.js";
import { focusLast } from "../../components/focus-last.js";
import { kronor } from "../../format.js";
import { decideTexts as text } from "../../texts/decide.js";
import type { DecisionForm } from "./decision-form.js";
import { Part, type PartProps } from "./parts.js";

type Cost = DecisionForm["costs"][number];
type Props = PartProps & { readonly rows: readonly CalculationRow[] };

/** Costs that are not approved in full, each with its amount and its own reasons. */
export const CostsPart = ({ form, problems, onChange, rows }: Props) => {
  const costs = rows.filter(({ group, level }) => group === "cost" && level === "line");
  const free = costs.filter(({ id }) => form.costs.every(({ costId }) => costId !== id));
  const [next] = free;
  const change = (costId: string, to: Partial<Cost>): void => {
    onChange({ costs: form.costs.map((cost) => (cost.costId === costId ? { ...cost, ...to } : cost)) });
  };
  return (
    <Part title={text.costs} intro={text.costsIntro}>
      {form.costs.map((cost) => {
        const row = costs.find(({ id }) => id === cost.costId);
        const name = row?.label ?? cost.costId;
        return (
          <div key={cost.costId} className="reduced-cost" role="group" aria-label={name}>
            <ChoiceField
              label={`${text.asked} ${kronor(row?.askedOre ?? null)} kr`}
              value={cost.costId}
              onChange={(costId) => {
                change(cost.costId, { costId });
              }}
              options={[row, ...free].filter((one) => one !== undefined).map(({ id, label }) => ({ value: id, label }))}
            />
            <Field
              label={text.approved}
              value={cost.approved}
              onChange={(approved) => {
                change(cost.costId, { approved });
              }}
              inputMode="decimal"
              error={problems.get(`reducedCosts.${cost.costId}.approvedOre`)}
            />
            <div className="wide-field">
              <Field
                label={text.why}
                value={cost.why}
                onChange={(why) => {
                  change(cost.costId, { why });
                }}
                rows={2}
                error={problems.get(`reducedCosts.${cost.costId}.why`)}
              />
            </div>
            <Button
              aria-label={`${text.removeCost} ${name}`}
              onPress={() => {
                onChange({ costs: form.costs.filter(({ costId }) => costId !== cost.costId) });
                focusLast(".reduced-cost select, .add-cost button");
              }}
            >
              {text.removeCost}
            </Button>
          </div>
        );
      })}
      {next === undefined ? null : (
        <p className="add-cost">
          <Button
            onPress={() => {
              onChange({ costs: [...form.costs, { costId: next.id, approved: "", why: "" }] });
              focusLast(".reduced-cost select");
            }}
          >
            {text.addCost}
          </Button>
        </p>
      )}
      {problems.has("reducedCosts") ? <p className="field-error">{problems.get("reducedCosts")}</p> : null}
    </Part>
  );
};
