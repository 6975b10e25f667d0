import { Label, Radio, RadioGroup, Text } from "react-aria-components";
import { draftOutcomeSchema } from "../../../contracts/decision-draft.js";
import { decideTexts as text } from "../../texts/decide.js";
import type { PartProps } from "./parts.js";

/** Grant, partial grant or refusal. Nothing is chosen beforehand. */
export const OutcomePart = ({ form, problems, onChange }: PartProps) => (
  <RadioGroup
    className="part outcomes"
    value={form.outcome}
    onChange={(outcome) => {
      onChange({ outcome: draftOutcomeSchema.parse(outcome) });
    }}
    isInvalid={problems.has("outcome")}
  >
    <Label className="part-title">{text.outcome}</Label>
    <div className="outcome-choices">
      {draftOutcomeSchema.options.map((outcome) => (
        <Radio key={outcome} value={outcome} className="outcome-choice">
          <strong>{text.outcomes[outcome].title}</strong>
          <span className="small muted">{text.outcomes[outcome].help}</span>
        </Radio>
      ))}
    </div>
    {problems.has("outcome") ? <Text slot="errorMessage">{problems.get("outcome")}</Text> : null}
  </RadioGroup>
);
