import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FileView } from "../../../contracts/api/payments-view.js";
import { paymentOrderStates, type LocalMinute } from "../../../contracts/payments.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { CommandError } from "../../components/states.js";
import { kronor, minuteInWords, shortDate } from "../../format.js";
import { paymentsQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.month.payments;

const File = ({ file, now }: { readonly file: FileView; readonly now: LocalMinute }) => {
  const hidden = file.rows.length < file.orders;
  return (
    <div className="stack">
      <h3>
        {text.paid} {shortDate(file.payOn)}: {kronor(file.totalOre)} {sv.common.kr}
      </h3>
      <p className="small">
        <span className={file.state === "unclear" ? "tag bad" : "tag"}>{file.title}</span>{" "}
        {[
          `${String(file.orders)} ${file.orders === 1 ? text.one : text.many}`,
          `${now < file.cutOff ? text.cutOff : text.cutOffPassed} ${minuteInWords(file.cutOff)}`,
          file.messageId === null ? undefined : `${text.file} ${file.messageId}`,
          hidden ? text.hidden : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
      {file.rows.length === 0 ? null : (
        <div className="table-scroll">
          <table className="list-table" onKeyDown={moveBetweenRows}>
            <caption className="visually-hidden">
              {text.title} {shortDate(file.payOn)}
            </caption>
            <thead>
              <tr>
                <th scope="col">{sv.month.columns.case}</th>
                <th scope="col">{sv.month.state}</th>
                <th scope="col" className="number">
                  {sv.month.columns.amount}
                </th>
              </tr>
            </thead>
            <tbody>
              {file.rows.map((row, index) => (
                <tr key={`${row.caseId} ${String(index)}`}>
                  <th scope="row">
                    <Link to="/arenden/$caseId" params={{ caseId: row.caseId }} data-row>
                      {row.reference}
                    </Link>
                  </th>
                  <td>{paymentOrderStates[row.state].title}</td>
                  <td className="number">{kronor(row.amountOre)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
};

/** What is paid and when, by the file that it leaves with: what has not left first, with the last minute to stop it. */
export const Payments = () => {
  const { data, error } = useQuery(paymentsQuery);
  return (
    <section className="panel stack" aria-labelledby="payments-heading">
      <h2 id="payments-heading">{text.title}</h2>
      <CommandError error={error} />
      {data?.files.length === 0 ? <p className="muted">{text.none}</p> : null}
      {data?.files.map((file) => (
        <File key={file.messageId ?? `${file.payOn} ${file.cutOff}`} file={file} now={data.now} />
      ))}
    </section>
  );
};
