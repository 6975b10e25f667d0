import { useState, type ReactNode } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "../../components/button.js";
import { Field } from "../../components/field.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { dayAndTime } from "../../format.js";
import { inBackground } from "../../server/in-background.js";
import { auditedCasesQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";
import { AuditHead } from "./audit-head.js";

const text = sv.audit;

const NumberSearch = ({ number }: { readonly number: string }) => {
  const [value, setValue] = useState(number);
  const navigate = useNavigate();
  return (
    <form
      className="filters log-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = value.trim();
        inBackground(navigate({ to: "/granskning", search: wanted === "" ? {} : { number: wanted } }));
      }}
    >
      <Field label={text.caseNumber} help={text.numberHelp} value={value} onChange={setValue} />
      <Button type="submit">{text.find}</Button>
    </form>
  );
};

/** The cases an auditor can open, a page at a time. */
export const AuditListPage = (): ReactNode => {
  const search = useSearch({ from: "/granskning" });
  const audit = useQuery({ ...auditedCasesQuery(search), placeholderData: keepPreviousData });
  const { columns } = text;
  return (
    <>
      <AuditHead current="/granskning" verification={audit.data?.verification} />
      <div className="page-body">
        <div className="panel">
          <NumberSearch key={search.number ?? ""} number={search.number ?? ""} />
          {audit.isError ? <Failed error={audit.error} onRetry={() => audit.refetch()} /> : null}
          {audit.isPending ? <Loading /> : null}
          {audit.data?.cases.length === 0 ? <Empty>{text.empty}</Empty> : null}
          {audit.data === undefined || audit.data.cases.length === 0 ? null : (
            <div className="table-scroll">
              <table className="list-table" onKeyDown={moveBetweenRows}>
                <caption className="visually-hidden">{text.pages.cases}</caption>
                <thead>
                  <tr>
                    <th scope="col">{columns.case}</th>
                    <th scope="col">{columns.household}</th>
                    <th scope="col" className="number">
                      {columns.events}
                    </th>
                    <th scope="col">{columns.last}</th>
                  </tr>
                </thead>
                <tbody>
                  {audit.data.cases.map((one) => (
                    <tr key={one.caseId}>
                      <th scope="row">
                        <Link to="/granskning/$caseId" params={{ caseId: one.caseId }} data-row>
                          {one.reference}
                        </Link>
                      </th>
                      <td>{one.restricted ? <span className="tag warn">{text.restricted}</span> : one.household}</td>
                      <td className="number">{one.events}</td>
                      <td>{dayAndTime(one.lastAt)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {audit.data === undefined ? null : (
            <p className="pager">
              {search.below === undefined ? null : (
                <Link to="/granskning" search={({ number }) => (number === undefined ? {} : { number })}>
                  {text.firstPage}
                </Link>
              )}
              {audit.data.next === null ? null : (
                <Link to="/granskning" search={{ ...search, below: audit.data.next }}>
                  {text.nextPage}
                </Link>
              )}
            </p>
          )}
        </div>
      </div>
    </>
  );
};
