import type { CaseView } from "../../../contracts/api/case-view.js";
import { monthInWords } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { PageHead } from "../../components/page-head.js";
import { dayAndTime, shortDate } from "../../format.js";
import { sv } from "../../texts/sv.js";

type Props = { readonly view: CaseView; readonly onAssign: (to: "me" | "nobody") => void };

const assignment = ({ assignedTo }: CaseView): string => {
  if (assignedTo === null) return sv.case.unassigned;
  return assignedTo.isMe ? sv.case.assignedToYou : `${sv.case.assignedTo} ${assignedTo.name}`;
};

const Comparison = ({ shown }: { readonly shown: CaseView["shown"] }) => {
  if (!shown.comparison.known) return <p>{sv.case.noLastMonth}</p>;
  if (shown.comparison.exceptions.length === 0)
    return (
      <p>
        {sv.case.asLastMonth}: {sv.case.noExceptions}.
      </p>
    );
  return (
    <p className="line-up">
      <span>
        {sv.case.asLastMonth}, {sv.case.except}:
      </span>
      {shown.comparison.exceptions.map((exception) => (
        <span key={exception} className="highlight">
          {exception}
        </span>
      ))}
    </p>
  );
};

/** Which case, for whom, since when, and what differs from last month. */
export const CaseHead = ({ view, onAssign }: Props) => {
  const { shown } = view;
  const isMine = view.assignedTo?.isMe === true;
  return (
    <PageHead
      documentTitle={`Ärende ${shown.reference}`}
      title={
        <>
          <span className="reference">Ärende {shown.reference}</span>
          <span>
            {shown.household} · {monthInWords(shown.month)}
          </span>
        </>
      }
    >
      <div className="line-up meta">
        <span>{shown.persons.map(({ name, age }) => `${name}, ${String(age)} år`).join(" · ")}</span>
        <span>
          {sv.case.received} {dayAndTime(shown.receivedAt)}
        </span>
        <span>{sv.case.kind[shown.kind]}</span>
        {shown.answerDue === undefined ? null : (
          <span>
            {sv.case.answerDue} {shortDate(shown.answerDue)}
          </span>
        )}
        <span>{assignment(view)}</span>
        <Button
          look="quiet"
          onPress={() => {
            onAssign(isMine ? "nobody" : "me");
          }}
        >
          {isMine ? sv.case.release : sv.case.take}
        </Button>
      </div>
      <Comparison shown={shown} />
      {shown.restricted ? <p className="notice bad">{sv.case.restricted}</p> : null}
    </PageHead>
  );
};
