import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ShownCase } from "../../../contracts/api/case-view.js";
import type { ShownThen } from "../../../contracts/api/case-log.js";
import { monthInWords } from "../../../contracts/dates.js";
import { PageHead } from "../../components/page-head.js";
import { PrintButton } from "../../components/print-button.js";
import { Failed, Loading } from "../../components/states.js";
import { difference, kronor, longDayOf, shortHash, timeWithSeconds } from "../../format.js";
import { shownThenQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";
import { useAuditKeys } from "./audit-head.js";

const text = sv.audit;

const Calculation = ({ rows }: { readonly rows: ShownCase["calculation"] }) => (
  <div className="table-scroll">
    <table>
      <caption className="visually-hidden">{text.shownCalculation}</caption>
      <thead>
        <tr>
          <th scope="col">{text.shownColumns.row}</th>
          <th scope="col" className="number">
            {text.shownColumns.asked}
          </th>
          <th scope="col" className="number">
            {text.shownColumns.computed}
          </th>
          <th scope="col" className="number">
            {text.shownColumns.last}
          </th>
          <th scope="col" className="number">
            {text.shownColumns.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.level === "line" ? undefined : "sum-row"}>
            <th scope="row">
              {row.label}
              {row.detail === undefined ? null : <span className="small muted"> {row.detail}</span>}
            </th>
            <td className="number">{kronor(row.askedOre)}</td>
            <td className="number">{kronor(row.computedOre)}</td>
            <td className="number">{kronor(row.lastMonthOre)}</td>
            <td className="number">{difference(row.differenceOre)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Words = ({
  title,
  lines,
  none,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly none?: string;
}) =>
  lines.length === 0 && none === undefined ? null : (
    <section className="stack">
      <h2>{title}</h2>
      {lines.length === 0 ? <p className="muted">{none}</p> : null}
      <ul className="bullets">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );

const Shown = ({ then: { shown } }: { readonly then: ShownThen }) => (
  <div className="page-body audit">
    <section className="panel stack" aria-labelledby="shown-calculation">
      <h2 id="shown-calculation">{text.shownCalculation}</h2>
      <Calculation rows={shown.calculation} />
      <p>
        {text.shownProposal}: {kronor(shown.proposal.amountOre)} {sv.common.kr}. {shown.proposal.basis}.{" "}
        {shown.proposal.mandate.text}
      </p>
    </section>
    <section className="panel stack">
      <Words
        title={text.shownQuestions}
        lines={shown.questions.map(({ title, text: words }) => `${title}: ${words}`)}
        none={text.shownNoQuestions}
      />
      <Words
        title={text.shownSettled}
        lines={shown.settled.map(({ title, explanation, by }) => `${title}: ${explanation} (${by})`)}
      />
      <Words title={text.shownChecks} lines={shown.checks.map(({ text: words }) => words)} />
      <Words title={text.shownNotChecked} lines={shown.notChecked} />
    </section>
  </div>
);

/** Exactly what somebody saw when they decided, with the hash that the decision carries. */
export const ShownPage = (): ReactNode => {
  const seq = Number(useParams({ from: "/granskning/visat/$seq" }).seq);
  const then = useQuery(shownThenQuery(seq));
  useAuditKeys();
  return (
    <>
      <PageHead
        documentTitle={text.shownTitle}
        title={
          <>
            {then.data === undefined ? null : <span className="reference">Ärende {then.data.shown.reference}</span>}
            <span>{text.shownTitle}</span>
          </>
        }
      >
        {then.data === undefined ? null : (
          <>
            <p className="muted small">
              {text.shownTo} {then.data.by} {longDayOf(then.data.at)} kl. {timeWithSeconds(then.data.at)} ·{" "}
              {monthInWords(then.data.shown.month)} · {then.data.shown.household}
            </p>
            <div className="line-up spread">
              <p className="line-up">
                <span className={then.data.matches ? "tag good" : "tag bad"}>
                  {then.data.matches ? text.shownMatches : text.shownDiffers}
                </span>
                <span className="hash">{shortHash(then.data.shownHash)}</span>
              </p>
              <div className="line-up">
                <Link
                  className="button"
                  to="/granskning/$caseId"
                  params={{ caseId: then.data.shown.caseId }}
                  search={{ event: seq }}
                >
                  {text.back}
                </Link>
                <PrintButton />
              </div>
            </div>
          </>
        )}
      </PageHead>
      {then.isError ? (
        <div className="page-body">
          <Failed error={then.error} onRetry={() => then.refetch()} />
        </div>
      ) : null}
      {then.isPending ? (
        <div className="page-body">
          <Loading />
        </div>
      ) : null}
      {then.data === undefined ? null : <Shown then={then.data} />}
    </>
  );
};
