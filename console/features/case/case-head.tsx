import type { CaseView } from "../../../contracts/api/case-view.js";
import { monthInWords } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { PageHead } from "../../components/page-head.js";
import { dayAndTime, minutesOf, shortDate, timeOf } from "../../format.js";
import { useAlsoOpen } from "../../server/also-open.js";
import { sv } from "../../texts/sv.js";

type Props = {
  readonly view: CaseView;
  readonly onAssign: (to: "me" | "nobody") => void;
  readonly onHandOver: () => void;
  readonly reading: { readonly seconds: number; readonly letterSeen: boolean };
};

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

/** What the log says of this reading, said to the one who reads. Counted up without being read aloud. */
const Logged = ({ view, reading: { seconds, letterSeen } }: Pick<Props, "view" | "reading">) => (
  <span className="logged" role="timer" aria-live="off">
    {sv.case.logged}: {sv.case.opened} {timeOf(view.openedAt)}, {sv.case.onScreen} {minutesOf(seconds)},{" "}
    {letterSeen ? sv.case.letterSeen : sv.case.letterNotSeen}
  </span>
);

/** Who else has the case open now. */
const AlsoOpen = ({ caseId }: Pick<CaseView["shown"], "caseId">) => {
  const names = useAlsoOpen(caseId);
  return names.length === 0 ? null : (
    <p className="notice" role="status">
      {namesInWords.format(names)} {sv.case.alsoOpen}
    </p>
  );
};

const namesInWords = new Intl.ListFormat("sv", { type: "conjunction" });

/** Which case, for whom, since when, and what differs from last month. */
export const CaseHead = ({ view, onAssign, onHandOver, reading }: Props) => {
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
        <Button look="quiet" onPress={onHandOver}>
          {sv.case.handOver}
        </Button>
        <Logged view={view} reading={reading} />
      </div>
      <AlsoOpen caseId={shown.caseId} />
      <Comparison shown={shown} />
      {shown.restricted ? <p className="notice bad">{sv.case.restricted}</p> : null}
    </PageHead>
  );
};
