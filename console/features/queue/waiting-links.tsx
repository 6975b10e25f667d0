import { Link } from "@tanstack/react-router";
import { waitsFor, waitsForSchema, type QueueQuery, type QueueView } from "../../../contracts/api/queue.js";
import { sv } from "../../texts/sv.js";
import { narrowed } from "./narrowing.js";

type Props = { readonly query: QueueQuery; readonly queue: QueueView };

/** What the waiting ones wait for, with how many each. */
export const WaitingLinks = ({ query, queue }: Props) => (
  <nav className="sub-links" aria-label={sv.queue.waitsLabel}>
    <Link
      to="/arenden"
      search={narrowed(query, { waits: "" })}
      {...(query.waits === undefined ? { "aria-current": "page" as const } : {})}
    >
      {sv.queue.waitsAll} <span className="count">{queue.counts.waiting}</span>
    </Link>
    {waitsForSchema.options.map((waits) => (
      <Link
        key={waits}
        to="/arenden"
        search={narrowed(query, { waits })}
        {...(query.waits === waits ? { "aria-current": "page" as const } : {})}
      >
        {waitsFor[waits]} <span className="count">{queue.waiting[waits]}</span>
      </Link>
    ))}
  </nav>
);
