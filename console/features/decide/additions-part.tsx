import { Field } from "../../components/field.js";
import { decideTexts as text } from "../../texts/decide.js";
import type { PartProps } from "./parts.js";

/** Who else took part without deciding (FL 31 §), a reservation (FL 37 §) and a dissenting opinion (FL 30 §). */
export const AdditionsPart = ({ form, problems, onChange }: PartProps) => {
  const { participants, reservation, dissent } = form;
  return (
    <details className="part" open={[participants, reservation, dissent.by, dissent.text].some((one) => one !== "")}>
      <summary>{text.additions}</summary>
      <div className="stack">
        <Field
          label={text.participants}
          help={text.participantsHelp}
          value={participants}
          onChange={(to) => {
            onChange({ participants: to });
          }}
          rows={2}
          error={problems.get("participants")}
        />
        <Field
          label={text.reservation}
          help={text.reservationHelp}
          value={reservation}
          onChange={(to) => {
            onChange({ reservation: to });
          }}
          rows={2}
          error={problems.get("reservation")}
        />
        <Field
          label={text.dissentBy}
          value={dissent.by}
          onChange={(by) => {
            onChange({ dissent: { ...dissent, by } });
          }}
          error={problems.get("dissent.by")}
        />
        <Field
          label={text.dissentText}
          value={dissent.text}
          onChange={(words) => {
            onChange({ dissent: { ...dissent, text: words } });
          }}
          rows={2}
          error={problems.get("dissent.text")}
        />
      </div>
    </details>
  );
};
