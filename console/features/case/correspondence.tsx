import type { Correspondence } from "../../../contracts/api/case-view.js";
import { Button } from "../../components/button.js";
import { dayAndTime, shortDate } from "../../format.js";
import { sv } from "../../texts/sv.js";

const stateOf = ({ sentAt, answerBy, answer, silent, remindedAt }: Correspondence): string =>
  [
    sentAt === null ? sv.case.notSent : `${sv.case.sent} ${dayAndTime(sentAt)}`,
    remindedAt === null ? undefined : `${sv.case.reminded} ${dayAndTime(remindedAt)}`,
    answer === null
      ? silent
        ? sv.case.silent
        : `${sv.case.answerDue.toLowerCase()} ${shortDate(answerBy)}`
      : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");

const One = ({ one, onAnswer }: { readonly one: Correspondence; readonly onAnswer: (to: Correspondence) => void }) => (
  <div className="person-note">
    <h3>{one.kind === "completion" ? sv.case.asked : sv.case.communicated}</h3>
    {one.text === "" ? null : <p className="own-lines">{one.text}</p>}
    {one.items.length === 0 ? null : (
      <ul className="bullets">
        {one.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )}
    <p className="small muted">{stateOf(one)}</p>
    {one.answer === null ? (
      <p>
        <Button
          onPress={() => {
            onAnswer(one);
          }}
        >
          {sv.case.noteAnswer}
        </Button>
      </p>
    ) : (
      <p className="own-lines">
        <strong>
          {one.answer.orally ? sv.case.answeredOrally : sv.case.answered} {shortDate(one.answer.on)}:
        </strong>{" "}
        {one.answer.text}
      </p>
    )}
  </div>
);

/** What the applicant was sent or asked for, and what came of it. */
export const CorrespondenceList = ({
  all,
  onAnswer,
}: {
  readonly all: readonly Correspondence[];
  readonly onAnswer: (to: Correspondence) => void;
}) => all.map((one) => <One key={one.id} one={one} onAnswer={onAnswer} />);
