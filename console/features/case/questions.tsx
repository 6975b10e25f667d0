import type { Correspondence, Question, QuestionAction, ShownCase } from "../../../contracts/api/case-view.js";
import { Button } from "../../components/button.js";
import { kronor } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { CorrespondenceList } from "./correspondence.js";
import { DecidersTexts, DoneByPersons, Notes } from "./person-notes.js";

type Act = (question: Question, action: QuestionAction) => void;

const actionNames: Readonly<Record<QuestionAction, string>> = {
  confirm: sv.case.confirm,
  correct: sv.case.correct,
  communicate: sv.case.communicate,
  ask: sv.case.ask,
  "enter-norm": sv.case.enterNorm,
};

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
          aria-label={`${actionNames[action]} ${question.title}`}
          onPress={() => {
            onAct(question, action);
          }}
        >
          {actionNames[action]}
        </Button>
      ))}
    </div>
  </li>
);

type Props = { readonly shown: ShownCase; readonly onAct: Act; readonly onAnswer: (to: Correspondence) => void };

/** What a person has to take a position on, then what the applicant was asked and what persons have already done. */
export const Questions = ({ shown, onAct, onAnswer }: Props) => (
  <section className="stack" aria-labelledby="questions-title">
    <h2 id="questions-title">
      {sv.case.questions} ({shown.questions.length})
    </h2>
    <DecidersTexts decision={shown.decision} />
    <Notes notes={shown.notes} />
    {shown.prompts.map((prompt) => (
      <p key={prompt} className="notice">
        {prompt}
      </p>
    ))}
    {shown.questions.length > 0 ? null : (
      <p>{shown.decision === null && shown.closing === null ? sv.case.noQuestions : sv.case.noQuestionsLeft}</p>
    )}
    <ul className="stack">
      {shown.questions.map((question) => (
        <OpenQuestion
          key={`${question.reason} ${question.lineId ?? ""} ${question.text}`}
          question={question}
          onAct={onAct}
        />
      ))}
    </ul>
    <CorrespondenceList all={shown.correspondence} onAnswer={onAnswer} />
    <DoneByPersons settled={shown.settled} corrected={shown.corrected} />
  </section>
);
