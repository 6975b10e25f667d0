import { Link } from "@tanstack/react-router";
import type { QueueQuery, QueueView } from "../../../contracts/api/queue.js";
import { sv } from "../../texts/sv.js";

/** The pages of a long list; nothing where there is one. */
export const Pager = ({ query, queue }: { readonly query: QueueQuery; readonly queue: QueueView }) => {
  if (queue.pages === 1) return null;
  const { page, pages, total } = queue;
  return (
    <nav className="pager" aria-label={sv.queue.pages}>
      {page > 1 ? (
        <Link className="button" to="/arenden" search={{ ...query, page: page - 1 }}>
          {sv.queue.previousPage}
        </Link>
      ) : null}
      <span>
        {sv.queue.page} {page} {sv.queue.of} {pages} · {total} {sv.queue.cases}
      </span>
      {page < pages ? (
        <Link className="button" to="/arenden" search={{ ...query, page: page + 1 }}>
          {sv.queue.nextPage}
        </Link>
      ) : null}
    </nav>
  );
};
