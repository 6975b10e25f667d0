import type { ShownCase } from "../../../contracts/api/case-view.js";
import type { LocalDate } from "../../../contracts/dates.js";
import { Field } from "../../components/field.js";
import { decideTexts as text } from "../../texts/decide.js";
import { Part, type PartProps } from "./parts.js";

type Props = PartProps & { readonly shown: ShownCase; readonly today: LocalDate };

/**
 * Where hearing the applicant stands, as the file says: of the latest text that was sent. Whether it covers the decision
 * is the server's to say when it is made.
 */
const hearingOf = ({ correspondence }: ShownCase, today: LocalDate): keyof typeof text.communicationStates => {
  const latest = correspondence.filter(({ kind, sentAt }) => kind === "communication" && sentAt !== null).at(-1);
  if (latest === undefined) return "none";
  if (latest.answer !== null) return "answered";
  return today <= latest.answerBy ? "awaited" : "silent";
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
