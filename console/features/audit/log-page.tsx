import { useState, type ReactNode } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import {
  logFilterSchema,
  logQuerySchema,
  type LogPage as LogPageView,
  type LogQuery,
} from "../../../contracts/api/log-search.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { inBackground } from "../../server/in-background.js";
import { logQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";
import { AuditHead } from "./audit-head.js";
import { EntryDetails } from "./entry-details.js";
import { LogFilters, type FilterPart } from "./log-filters.js";
import { Timeline } from "./timeline.js";

const text = sv.audit;
const parts: readonly FilterPart[] = ["action", "actor", "source", "rulebook", "case", "from", "to"];

const Pages = ({ page, query: { before, ...narrowed } }: { readonly page: LogPageView; readonly query: LogQuery }) => (
  <p className="pager">
    {before === undefined ? null : (
      <Link to="/granskning/logg" search={narrowed}>
        {text.newest}
      </Link>
    )}
    {page.next === null ? null : (
      <Link to="/granskning/logg" search={{ ...narrowed, before: page.next }}>
        {text.older}
      </Link>
    )}
  </p>
);

/** The whole log, narrowed by what is indexed, the newest first. */
export const LogPage = (): ReactNode => {
  const search = useSearch({ from: "/granskning/logg" });
  const navigate = useNavigate();
  const log = useQuery({ ...logQuery(search), placeholderData: keepPreviousData });
  const [wrong, setWrong] = useState<FilterPart>();
  const [chosenSeq, setChosenSeq] = useState<number>();
  const chosen = log.data?.entries.find(({ seq }) => seq === chosenSeq);
  const narrowed = logFilterSchema.strip().parse(search);
  return (
    <>
      <AuditHead current="/granskning/logg" verification={log.data?.verification}>
        {text.logIntro}
      </AuditHead>
      <div className="page-body audit">
        <section className="panel" aria-label={text.pages.log}>
          <LogFilters
            key={JSON.stringify(narrowed)}
            parts={parts}
            initial={narrowed}
            wrong={wrong}
            onSearch={(filters) => {
              const wanted = logQuerySchema.safeParse(filters);
              setWrong(wanted.success ? undefined : "case");
              if (wanted.success) inBackground(navigate({ to: "/granskning/logg", search: wanted.data }));
            }}
          />
          {log.isError ? <Failed error={log.error} onRetry={() => log.refetch()} /> : null}
          {log.isPending ? <Loading /> : null}
          {log.data?.entries.length === 0 ? <Empty>{text.logEmpty}</Empty> : null}
          {log.data === undefined ? null : (
            <>
              <Timeline
                entries={log.data.entries}
                chosenSeq={chosenSeq}
                caseOf={({ seq }) => log.data.entries.find((entry) => entry.seq === seq)?.case ?? undefined}
                onChoose={({ seq }) => {
                  setChosenSeq(seq);
                }}
              />
              <Pages page={log.data} query={search} />
            </>
          )}
        </section>
        <section className="panel entry-details" aria-live="polite">
          {chosen === undefined ? (
            <p className="muted">{text.choose}</p>
          ) : (
            <EntryDetails key={chosen.seq} caseId={chosen.case?.caseId} entry={chosen} isInLog />
          )}
        </section>
      </div>
    </>
  );
};
