import type { ReactNode } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { monthInWords } from "../../../contracts/dates.js";
import { queueTabs, queueTabSchema, type QueueTab } from "../../../contracts/api/queue.js";
import { PageHead } from "../../components/page-head.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { queueQuery, sessionQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { QueueTable } from "./queue-table.js";

const TabLink = ({
  tab,
  count,
  isCurrent,
}: {
  readonly tab: QueueTab;
  readonly count: number;
  readonly isCurrent: boolean;
}) => (
  <Link
    to="/arenden"
    search={(current) => ({ ...current, tab })}
    {...(isCurrent ? { "aria-current": "page" as const } : {})}
  >
    {queueTabs[tab]} <span className="count">{count}</span>
  </Link>
);

/** The queue: one tab at a time, with the counts of all. */
export const QueuePage = (): ReactNode => {
  const search = useSearch({ from: "/arenden" });
  const queue = useQuery({ ...queueQuery(search), placeholderData: keepPreviousData });
  const session = useQuery(sessionQuery);
  return (
    <>
      <PageHead title={sv.queue.title} documentTitle={`${sv.queue.title}: ${queueTabs[search.tab]}`}>
        <p className="muted small">
          {session.data === undefined ? "" : `Månad: ${monthInWords(search.month ?? session.data.month)}. `}
          {sv.queue.orderNote}
        </p>
      </PageHead>
      <div className="page-body">
        <div className="panel">
          <nav className="tab-links" aria-label={sv.queue.title}>
            {queueTabSchema.options.map((tab) => (
              <TabLink key={tab} tab={tab} count={queue.data?.counts[tab] ?? 0} isCurrent={tab === search.tab} />
            ))}
          </nav>
          {queue.isError ? (
            <Failed error={queue.error} onRetry={() => queue.refetch()} />
          ) : queue.data === undefined || queue.isPlaceholderData ? (
            <Loading />
          ) : (
            <QueueTable key={search.tab} rows={queue.data.rows} empty={<Empty>{sv.queue.empty[search.tab]}</Empty>} />
          )}
        </div>
      </div>
    </>
  );
};
