import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { monthSteps, monthStepSchema, type MonthView } from "../../../contracts/api/month-view.js";
import { monthInWords } from "../../../contracts/dates.js";
import { PageHead } from "../../components/page-head.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { kronor } from "../../format.js";
import { monthQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";
import { MonthFigures } from "./month-figures.js";
import { MonthFlow, StepLink } from "./month-flow.js";
import { Payments } from "./payments.js";
import { Reasons, Unread } from "./month-hindrances.js";
import { Portals } from "./portals.js";

const text = sv.month;

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
          <th scope="row">
            <StepLink step={step}>{monthSteps[step]}</StepLink>
          </th>
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

/** The month's progress: figures, a picture, the tables that say the same, and what stands in the way. */
export const MonthPage = (): ReactNode => {
  const { step } = useSearch({ from: "/manaden" });
  const { data: month, isError, isPending, error, refetch } = useQuery(monthQuery);
  const households = month?.households.filter((one) => step === undefined || one.step === step) ?? [];
  return (
    <>
      <PageHead
        title={month === undefined ? text.title : `${text.title}: ${monthInWords(month.month)}`}
        documentTitle={text.title}
      />
      <div className="page-body stack">
        {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
        {isPending ? <Loading /> : null}
        {month === undefined ? null : (
          <>
            <MonthFigures month={month} />
            <Unread unread={month.unread} />
            <section className="panel month" aria-labelledby="flow-heading">
              <div className="stack">
                <h2 id="flow-heading">{text.flow}</h2>
                <MonthFlow counts={month.counts} />
              </div>
              <Steps counts={month.counts} />
            </section>
            <div className="month-sides">
              <Reasons reasons={month.reasons} />
              <Portals portals={month.portals} />
            </div>
            <Payments />
            <section className="panel stack" id="households" aria-labelledby="households-heading">
              <h2 id="households-heading">{text.households}</h2>
              {step === undefined ? null : (
                <p className="line-up">
                  {text.shown} <strong>{monthSteps[step]}</strong>
                  <Link className="button" to="/manaden">
                    {text.showAll}
                  </Link>
                </p>
              )}
              {households.length > 0 ? (
                <Households households={households} />
              ) : (
                <Empty>{step === undefined ? text.empty : text.emptyStep}</Empty>
              )}
            </section>
          </>
        )}
      </div>
    </>
  );
};
