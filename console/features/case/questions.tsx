import type { Question, QuestionAction, ShownCase } from "../../../contracts/api/case-view.js";
import { Button } from "../../components/button.js";
import { dayAndTime, kronor, shortDate } from "../../format.js";
import { sv } from "../../texts/sv.js";

type Act = (question: Question, action: QuestionAction) => void;

const OpenQuestion = ({ question, onAct }: { readonly question: Question; readonly onAct: Act }) => (
  <li className={question.path === "waiting" ? "question waits" : "question"}>
    <h3>{question.title}</h3>
    <p>{question.text}</p>
    <p>{question.check}</p>
    <p className="small muted">
      {[
        question.basis,
        question.amountOre === undefined
          ? undefined
          : `${sv.case.concerns} ${kronor(Math.abs(question.amountOre))} ${sv.common.kr}`,
        question.path === "waiting" ? sv.case.waitsForOthers : undefined,
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
    <div className="line-up">
      {question.actions.map((action) => (
        <Button
          key={action}
          aria-label={`${sv.case[action]} ${question.title}`}
          onPress={() => {
            onAct(question, action);
          }}
        >
          {sv.case[action]}
        </Button>
      ))}
    </div>
  </li>
);

/** What a person has to take a position on, then what persons have already done. */
export const Questions = ({ shown, onAct }: { readonly shown: ShownCase; readonly onAct: Act }) => (
  <section className="stack" aria-labelledby="questions-title">
    <h2 id="questions-title">
      {sv.case.questions} ({shown.questions.length})
    </h2>
    {shown.prompts.map((prompt) => (
      <p key={prompt} className="notice">
        {prompt}
      </p>
    ))}
    {shown.questions.length === 0 ? <p>{sv.case.noQuestions}</p> : null}
    <ul className="stack">
      {shown.questions.map((question) => (
        <OpenQuestion
          key={`${question.reason} ${question.lineId ?? ""} ${question.text}`}
          question={question}
          onAct={onAct}
        />
      ))}
    </ul>
    {shown.communication === null ? null : (
      <div className="person-note">
        <h3>{sv.case.communicated}</h3>
        <p>{shown.communication.text}</p>
        <p className="small muted">
          {dayAndTime(shown.communication.sentAt)} · {sv.case.answerDue.toLowerCase()}{" "}
          {shortDate(shown.communication.answerBy)}
        </p>
      </div>
    )}
    {shown.settled.map((one) => (
      <div key={`${one.title} ${one.at}`} className="person-note">
        <h3>
          {sv.case.settled}: {one.title}
        </h3>
        <p>{one.explanation}</p>
        <p className="small muted">
          {one.by}, {dayAndTime(one.at)}
        </p>
      </div>
    ))}
    {shown.corrected.map((one) => (
      <div key={`${one.label} ${one.at}`} className="person-note">
        <h3>
          {sv.case.corrected}: {one.label}
        </h3>
        <p>
          <ins>{one.to}</ins>
        </p>
        <p>{one.reason}</p>
        <p className="small muted">
          {one.by}, {dayAndTime(one.at)}
        </p>
      </div>
    ))}
  </section>
);
