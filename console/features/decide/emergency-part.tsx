import { Field } from "../../components/field.js";
import { decideTexts as text } from "../../texts/decide.js";
import { Part, type PartProps } from "./parts.js";

/** That acute need was looked at. Needed for a refusal; may be written for a partial grant. */
export const EmergencyPart = ({ form, problems, onChange }: PartProps) => (
  <Part title={text.emergency} intro={form.outcome === "refused" ? text.emergencyIntro : text.emergencyOptional}>
    <Field
      label={text.emergencyText}
      value={form.emergency.text}
      onChange={(written) => {
        onChange({ emergency: { ...form.emergency, text: written } });
      }}
      rows={3}
      error={problems.get("emergency") ?? problems.get("emergency.text")}
    />
    <Field
      label={text.emergencyAmount}
      value={form.emergency.granted}
      onChange={(granted) => {
        onChange({ emergency: { ...form.emergency, granted } });
      }}
      inputMode="decimal"
      error={problems.get("emergency.grantedOre")}
    />
  </Part>
);
