import { useEffect, useRef, useState, type ReactNode } from "react";
import type { QueueRow } from "../../../contracts/api/queue.js";
import { Button } from "../../components/button.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { useShortcuts } from "../../components/shortcuts.js";
import { sv } from "../../texts/sv.js";
import { needInWords, QueueTableRow } from "./queue-table-row.js";
import { inOrder, isOutOfOrder, keepInPlace } from "./stable-order.js";

type Props = { readonly rows: readonly QueueRow[]; readonly empty: ReactNode };

/** The cases of a tab. While someone points at or stands in the table, live updates change rows but never move them. */
export const QueueTable = ({ rows, empty }: Props) => {
  const frame = useRef<HTMLDivElement>(null);
  const [pointedAt, setPointedAt] = useState<QueueRow>();
  const [standing, setStanding] = useState(() => inOrder(rows));

  useEffect(() => {
    const isRead = frame.current?.matches(":hover, :focus-within") === true;
    setStanding((current) => (isRead ? keepInPlace(current, rows) : inOrder(rows)));
  }, [rows]);

  useShortcuts({
    ArrowDown: () => {
      // From a row, the list's own keys lead on; at the last one there is nowhere to go.
      if (frame.current?.contains(document.activeElement) === true) return;
      frame.current?.querySelector<HTMLElement>("[data-row]")?.focus();
    },
  });

  if (standing.length === 0) return empty;
  const { columns } = sv.queue;
  const pointed = standing.find(({ row }) => row.caseId === pointedAt?.caseId)?.row;
  return (
    <div ref={frame} className="stack">
      {isOutOfOrder(standing, rows) ? (
        <div className="notice" role="status">
          {sv.queue.changed}
          <Button
            onPress={() => {
              setStanding(inOrder(rows));
            }}
          >
            {sv.queue.reorder}
          </Button>
        </div>
      ) : null}
      <p className="why-here small" aria-hidden="true">
        {pointed === undefined
          ? sv.queue.whyNothing
          : `${sv.queue.why}, ${pointed.reference}: ${needInWords(pointed)}.`}
      </p>
      <div className="table-scroll">
        <table className="list-table" onKeyDown={moveBetweenRows}>
          <caption className="visually-hidden">{sv.queue.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.case}</th>
              <th scope="col">{columns.household}</th>
              <th scope="col" className="number">
                {columns.amount}
              </th>
              <th scope="col" className="number">
                {columns.difference}
              </th>
              <th scope="col">{columns.reasons}</th>
              <th scope="col">{columns.since}</th>
              <th scope="col">{columns.due}</th>
              <th scope="col">{columns.assigned}</th>
            </tr>
          </thead>
          <tbody>
            {standing.map(({ row, hasLeft }) => (
              <QueueTableRow key={row.caseId} row={row} hasLeft={hasLeft} onPoint={setPointedAt} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
