import { Link } from "@tanstack/react-router";
import type { QuestionAnswer } from "../../../contracts/api/saved-questions.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { sv } from "../../texts/sv.js";

const text = sv.audit;
type Row = QuestionAnswer["rows"][number];

/** Where in a row the way to its case stands: the cell that is the case's number. */
const caseCell = /^\d{4}-\d{1,5}$/;

const Cell = ({
  row,
  index,
  isNumeric,
}: {
  readonly row: Row;
  readonly index: number;
  readonly isNumeric: boolean;
}) => {
  const cell = row.cells[index] ?? "";
  return (
    <td className={isNumeric ? "number" : undefined}>
      {row.caseId !== null && caseCell.test(cell) ? (
        <Link to="/granskning/$caseId" params={{ caseId: row.caseId }} data-row>
          {cell}
        </Link>
      ) : (
        cell
      )}
      {index === 0 && row.stands ? <span className="tag warn">{text.stands}</span> : null}
    </td>
  );
};

/** The answer to a saved question. Rows that ought to be looked at say so in words. */
export const AnswerTable = ({ title, answer }: { readonly title: string; readonly answer: QuestionAnswer }) => (
  <>
    <p className="small muted" role="status">
      {answer.rows.length} {text.rows}. {answer.more ? text.more : ""}
    </p>
    <div className="table-scroll">
      <table className="list-table answer-table" onKeyDown={moveBetweenRows}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {answer.columns.map((column) => (
              <th key={column.title} scope="col" className={column.numeric ? "number" : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <tr key={row.key}>
              {answer.columns.map((column, index) => (
                <Cell key={column.title} row={row} index={index} isNumeric={column.numeric} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
