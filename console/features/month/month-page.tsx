import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { monthSteps, monthStepSchema, type MonthView } from "../../../contracts/api/month-view.js";
import { monthInWords } from "../../../contracts/dates.js";
import { PageHead } from "../../components/page-head.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { kronor } from "../../format.js";
import { monthQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { MonthFlow } from "./month-flow.js";

const Steps = ({ counts }: { readonly counts: MonthView["counts"] }) => (
  <table>
    <caption className="visually-hidden">{sv.month.flow}</caption>
    <thead>
      <tr>
        <th scope="col">{sv.month.steps}</th>
        <th scope="col" className="number">
          {sv.month.count}
        </th>
      </tr>
    </thead>
    <tbody>
      {monthStepSchema.options.map((step) => (
        <tr key={step}>
          <th scope="row">{monthSteps[step]}</th>
          <td className="number">{counts[step]}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Households = ({ households }: Pick<MonthView, "households">) => {
  const { columns } = sv.month;
  return (
    <div className="table-scroll">
      <table className="list-table" onKeyDown={moveBetweenRows}>
        <caption className="visually-hidden">{sv.month.households}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.case}</th>
            <th scope="col">{columns.household}</th>
            <th scope="col">{columns.step}</th>
            <th scope="col">{columns.reasons}</th>
            <th scope="col" className="number">
              {columns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {households.map((one) => (
            <tr key={one.caseId}>
              <th scope="row">
                <Link to="/arenden/$caseId" params={{ caseId: one.caseId }} data-row>
                  {one.reference}
                </Link>
              </th>
              <td>{one.household}</td>
              <td>
                <span className={one.decided ? "tag good" : "tag"}>{monthSteps[one.step]}</span>
              </td>
              <td>{one.reasons.join(" · ")}</td>
              <td className="number">{kronor(one.amountOre)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The month's progress: a picture, and the table that says the same. */
export const MonthPage = (): ReactNode => {
  const month = useQuery(monthQuery);
  const total = month.data?.households.length ?? 0;
  return (
    <>
      <PageHead
        title={month.data === undefined ? sv.month.title : `${sv.month.title}: ${monthInWords(month.data.month)}`}
        documentTitle={sv.month.title}
      >
        {month.data === undefined ? null : (
          <p className="muted small" role="status">
            {month.data.counts.closed} {sv.month.done} {total} {sv.month.finished} · {sv.month.granted}{" "}
            {kronor(month.data.grantedOre)} {sv.common.kr}
          </p>
        )}
      </PageHead>
      <div className="page-body stack">
        {month.isError ? <Failed error={month.error} onRetry={() => month.refetch()} /> : null}
        {month.isPending ? <Loading /> : null}
        {month.data === undefined ? null : (
          <>
            <section className="panel month" aria-labelledby="flow-heading">
              <div className="stack">
                <h2 id="flow-heading">{sv.month.flow}</h2>
                <MonthFlow counts={month.data.counts} />
              </div>
              <Steps counts={month.data.counts} />
            </section>
            <section className="panel stack" aria-labelledby="households-heading">
              <h2 id="households-heading">{sv.month.households}</h2>
              {total === 0 ? <Empty>{sv.month.empty}</Empty> : <Households households={month.data.households} />}
            </section>
          </>
        )}
      </div>
    </>
  );
};
