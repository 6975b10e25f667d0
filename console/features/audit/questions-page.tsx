import { useState, type ReactNode } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import {
  questionScopeSchema,
  savedQuestions,
  savedQuestionSchema,
  type QuestionPart,
  type SavedQuestion,
} from "../../../contracts/api/saved-questions.js";
import { PrintButton } from "../../components/print-button.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { inBackground } from "../../server/in-background.js";
import { inAddress, questionQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";
import { AnswerTable } from "./answer-table.js";
import { AuditHead } from "./audit-head.js";
import { LogFilters, type FilterPart } from "./log-filters.js";

const text = sv.audit;

const filtersOf: Readonly<Record<QuestionPart, readonly FilterPart[]>> = {
  span: ["from", "to"],
  actor: ["actor"],
  rulebook: ["rulebook"],
  source: ["source"],
  seconds: ["seconds"],
};

const Choices = ({ current }: { readonly current: SavedQuestion }) => (
  <nav className="panel contents" aria-label={text.pages.questions}>
    <ul className="question-list">
      {savedQuestionSchema.options.map((one) => (
        <li key={one}>
          <Link
            to="/granskning/fragor"
            search={{ question: one }}
            {...(one === current ? { "aria-current": "page" as const } : {})}
          >
            {savedQuestions[one].title}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

/** The auditor's saved questions, each with its answer as a table that can be narrowed, printed and saved. */
export const QuestionsPage = (): ReactNode => {
  const { question, ...scope } = useSearch({ from: "/granskning/fragor" });
  const navigate = useNavigate();
  const [wrong, setWrong] = useState<FilterPart>();
  const answer = useQuery({ ...questionQuery(question, scope), placeholderData: keepPreviousData });
  const { title, intro, takes } = savedQuestions[question];
  const isOfQuestion = answer.data?.question === question;
  return (
    <>
      <AuditHead current="/granskning/fragor" />
      <div className="page-body rules">
        <Choices current={question} />
        <section className="panel stack" aria-labelledby="question-title">
          <div className="line-up spread">
            <h2 id="question-title">{title}</h2>
            <div className="line-up">
              <a className="button" href={`/api/audit/questions/${question}/csv${inAddress(scope)}`} download>
                {text.csv}
              </a>
              <PrintButton />
            </div>
          </div>
          <p className="muted">{intro}</p>
          <LogFilters
            key={`${question} ${JSON.stringify(scope)}`}
            parts={takes.flatMap((part) => filtersOf[part])}
            initial={{ ...scope, seconds: scope.seconds === undefined ? "" : String(scope.seconds) }}
            wrong={wrong}
            onSearch={(filters) => {
              const wanted = questionScopeSchema.safeParse(filters);
              setWrong(wanted.success ? undefined : "seconds");
              if (wanted.success)
                inBackground(navigate({ to: "/granskning/fragor", search: { question, ...wanted.data } }));
            }}
          />
          {answer.isError ? <Failed error={answer.error} onRetry={() => answer.refetch()} /> : null}
          {answer.isPending || (answer.isPlaceholderData && !isOfQuestion) ? <Loading /> : null}
          {answer.data?.rows.length === 0 && isOfQuestion ? <Empty>{text.questionEmpty}</Empty> : null}
          {answer.data === undefined || answer.data.rows.length === 0 || !isOfQuestion ? null : (
            <AnswerTable title={title} answer={answer.data} />
          )}
        </section>
      </div>
    </>
  );
};
