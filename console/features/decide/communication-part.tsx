import type { ShownCase } from "../../../contracts/api/case-view.js";
import type { LocalDate } from "../../../contracts/dates.js";
import { Field } from "../../components/field.js";
import { decideTexts as text } from "../../texts/decide.js";
import { Part, type PartProps } from "./parts.js";

type Props = PartProps & { readonly shown: ShownCase; readonly today: LocalDate };

/** Where hearing the applicant stands, as the file says. */
const hearingOf = ({ correspondence }: ShownCase, today: LocalDate): keyof typeof text.communicationStates => {
  const sent = correspondence.filter(({ kind }) => kind === "communication");
  if (sent.length === 0) return "none";
  if (sent.some(({ answer, answerBy }) => answer === null && answerBy >= today)) return "awaited";
  return sent.some(({ answer }) => answer !== null) ? "answered" : "silent";
};

/** Whether the applicant has been heard; where not, why it was manifestly unnecessary (FL 25 §). */
export const CommunicationPart = ({ form, problems, onChange, shown, today }: Props) => {
  const hearing = hearingOf(shown, today);
  return (
    <Part title={text.communication}>
      <p>{text.communicationStates[hearing]}</p>
      {hearing === "awaited" ? null : (
        <Field
          label={text.communicationUnneeded}
          help={text.communicationUnneededHelp}
          value={form.communicationUnneeded}
          onChange={(communicationUnneeded) => {
            onChange({ communicationUnneeded });
          }}
          rows={2}
          error={problems.get("communicationUnneeded")}
        />
      )}
    </Part>
  );
};
