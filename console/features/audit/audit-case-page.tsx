import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { logCategories, logCategorySchema } from "../../../contracts/api/case-log.js";
import { caseIdSchema } from "../../../contracts/ids.js";
import { PrintButton } from "../../components/print-button.js";
import { PageHead } from "../../components/page-head.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { inBackground } from "../../server/in-background.js";
import { caseLogQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";
import { useAuditKeys } from "./audit-head.js";
import { EntryDetails } from "./entry-details.js";
import { Timeline } from "./timeline.js";
import { Verification } from "./verification.js";

/** A case as one timeline, with the proof beside each event. */
export const AuditCasePage = (): ReactNode => {
  const caseId = caseIdSchema.parse(useParams({ from: "/granskning/$caseId" }).caseId);
  const search = useSearch({ from: "/granskning/$caseId" });
  const navigate = useNavigate({ from: "/granskning/$caseId" });
  const log = useQuery(caseLogQuery(caseId));
  useAuditKeys();
  if (log.isError)
    return (
      <div className="page-body">
        <Failed error={log.error} onRetry={() => log.refetch()} />
      </div>
    );
  if (log.data === undefined)
    return (
      <div className="page-body">
        <Loading />
      </div>
    );
  const entries = log.data.entries.filter(({ category }) => search.show === undefined || category === search.show);
  const chosen = entries.find(({ seq }) => seq === search.event);
  return (
    <>
      <PageHead
        documentTitle={`${sv.audit.title} ${log.data.reference}`}
        title={
          <>
            <span className="reference">Ärende {log.data.reference}</span>
            <span>{sv.audit.allSteps}</span>
          </>
        }
      >
        <p className="muted small">{log.data.summary}</p>
        <div className="line-up spread">
          <Verification verification={log.data.verification} />
          <PrintButton />
        </div>
        {log.data.restricted ? <p className="notice">{sv.audit.restricted}</p> : null}
      </PageHead>
      <div className="page-body audit">
        <section className="panel" aria-label={sv.audit.title}>
          <nav className="tab-links" aria-label={sv.audit.filterLabel}>
            <Link to="." search={{}} {...(search.show === undefined ? { "aria-current": "page" as const } : {})}>
              {sv.audit.all}
            </Link>
            {logCategorySchema.options.map((category) => (
              <Link
                key={category}
                to="."
                search={{ show: category }}
                {...(category === search.show ? { "aria-current": "page" as const } : {})}
              >
                {logCategories[category]}
              </Link>
            ))}
          </nav>
          {entries.length === 0 ? <Empty>{sv.audit.none}</Empty> : null}
          <Timeline
            entries={entries}
            chosenSeq={chosen?.seq}
            onChoose={({ seq }) => {
              inBackground(
                navigate({ search: (current) => ({ ...current, event: seq }), replace: true, resetScroll: false }),
              );
            }}
          />
        </section>
        <section className="panel entry-details" aria-live="polite">
          {chosen === undefined ? (
            <p className="muted">{sv.audit.choose}</p>
          ) : (
            <EntryDetails key={chosen.seq} caseId={caseId} entry={chosen} />
          )}
        </section>
      </div>
    </>
  );
};
