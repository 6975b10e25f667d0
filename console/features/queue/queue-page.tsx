import type { ReactNode } from "react";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { monthInWords } from "../../../contracts/dates.js";
import { queueTabs, queueTabSchema, type QueueQuery, type QueueTab } from "../../../contracts/api/queue.js";
import { PageHead } from "../../components/page-head.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { queueQuery, sessionQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { Pager } from "./pager.js";
import { QueueFilters } from "./queue-filters.js";
import { QueueTable } from "./queue-table.js";
import { WaitingLinks } from "./waiting-links.js";

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
    search={({ month, assigned }) => ({
      tab,
      ...(month === undefined ? {} : { month }),
      ...(assigned === undefined ? {} : { assigned }),
    })}
    {...(isCurrent ? { "aria-current": "page" as const } : {})}
  >
    {queueTabs[tab]} <span className="count">{count}</span>
  </Link>
);

const isNarrowed = ({ assigned, reason, waits }: QueueQuery): boolean =>
  assigned !== undefined || reason !== undefined || waits !== undefined;

/** The queue: one tab at a time, with the counts of all. */
export const QueuePage = (): ReactNode => {
  const search = useSearch({ from: "/arenden" });
  const queue = useQuery({ ...queueQuery(search), placeholderData: keepPreviousData });
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <>
      <PageHead title={sv.queue.title} documentTitle={`${sv.queue.title}: ${queueTabs[search.tab]}`}>
        <p className="muted small">
          {sv.queue.month} {monthInWords(search.month ?? session.month)}. {sv.queue.orderNote}
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
            <>
              <QueueFilters query={search} queue={queue.data} month={session.month} />
              {search.tab === "waiting" ? <WaitingLinks query={search} queue={queue.data} /> : null}
              <QueueTable
                key={JSON.stringify(search)}
                rows={queue.data.rows}
                empty={<Empty>{isNarrowed(search) ? sv.queue.filtered : sv.queue.empty[search.tab]}</Empty>}
              />
              <Pager query={search} queue={queue.data} />
            </>
          )}
        </div>
      </div>
    </>
  );
};
