import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PageHead } from "../../components/page-head.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { dayAndTime } from "../../format.js";
import { auditedCasesQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { Verification } from "./verification.js";

/** The cases an auditor can open, and whether the log is whole. */
export const AuditListPage = (): ReactNode => {
  const audit = useQuery(auditedCasesQuery);
  const { columns } = sv.audit;
  return (
    <>
      <PageHead title={sv.audit.title} documentTitle={sv.audit.title}>
        <p className="muted small">{sv.audit.intro}</p>
        {audit.data === undefined ? null : <Verification verification={audit.data.verification} />}
      </PageHead>
      <div className="page-body">
        <div className="panel">
          {audit.isError ? <Failed error={audit.error} onRetry={() => audit.refetch()} /> : null}
          {audit.isPending ? <Loading /> : null}
          {audit.data?.cases.length === 0 ? <Empty>{sv.audit.empty}</Empty> : null}
          {audit.data === undefined || audit.data.cases.length === 0 ? null : (
            <div className="table-scroll">
              <table className="list-table" onKeyDown={moveBetweenRows}>
                <caption className="visually-hidden">{sv.audit.title}</caption>
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
                      <td>{one.household}</td>
                      <td className="number">{one.events}</td>
                      <td>{dayAndTime(one.lastAt)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </div>
      </div>
    </>
  );
};
