import { memo } from "react";
import { Link } from "@tanstack/react-router";
import type { QueueRow } from "../../../contracts/api/queue.js";
import { dayAndTime, difference, kronor, shortDate } from "../../format.js";
import { sv } from "../../texts/sv.js";

const assigneeOf = ({ assignedTo }: QueueRow): string => {
  if (assignedTo === null) return sv.queue.nobody;
  return assignedTo.isMe ? sv.queue.me : assignedTo.name;
};

/** Why a row stands where it does. */
export const needInWords = ({ need }: QueueRow): string =>
  need.length === 0 ? sv.queue.whyPlain : new Intl.ListFormat("sv", { type: "unit" }).format(need);

type Props = { readonly row: QueueRow; readonly hasLeft: boolean; readonly onPoint: (row: QueueRow) => void };

const TableRow = ({ row, hasLeft, onPoint }: Props) => (
  <tr
    className={hasLeft ? "left-behind" : undefined}
    onMouseEnter={() => {
      onPoint(row);
    }}
    onFocus={() => {
      onPoint(row);
    }}
  >
    <th scope="row">
      <Link to="/arenden/$caseId" params={{ caseId: row.caseId }} data-row aria-describedby={`why-${row.caseId}`}>
        {row.reference}
      </Link>{" "}
      <span id={`why-${row.caseId}`} className="visually-hidden">
        {sv.queue.why}: {needInWords(row)}
      </span>
      {hasLeft ? <span className="small">{sv.queue.gone}</span> : null}
    </th>
    <td>{row.household}</td>
    <td className="number">{kronor(row.amountOre)}</td>
    <td className={row.differenceOre === null || row.differenceOre === 0 ? "number muted" : "number more"}>
      {difference(row.differenceOre)}
    </td>
    <td>
      <ul className="reason-list">
        {row.reasons.map((reason) => (
          <li key={reason.code} className="tag warn">
            {reason.title}
          </li>
        ))}
      </ul>
    </td>
    <td className="small">{dayAndTime(row.waitingSince)}</td>
    <td className="small">{row.answerDue === undefined ? "–" : shortDate(row.answerDue)}</td>
    <td className="small">{assigneeOf(row)}</td>
  </tr>
);

/**
 * One case of the queue. The case number is the link; the arrow keys move between rows. Drawn again only when the case
 * changes: each step between rows would otherwise draw them all.
 */
export const QueueTableRow = memo(TableRow);
