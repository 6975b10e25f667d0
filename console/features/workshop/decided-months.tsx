import type { AffectedView } from "../../../contracts/api/workshop-affected.js";
import { monthInWords } from "../../../contracts/dates.js";
import { Empty } from "../../components/states.js";
import { difference, kronor } from "../../format.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.after;

const More = ({ decided, total }: Pick<AffectedView, "decided"> & { readonly total: string }) => {
  const columns = text.decidedColumns;
  return (
    <div className="table-scroll">
      <table>
        <caption className="visually-hidden">{text.decided}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.reference}</th>
            <th scope="col">{columns.month}</th>
            <th scope="col">{columns.household}</th>
            <th scope="col" className="number">
              {columns.decided}
            </th>
            <th scope="col" className="number">
              {columns.computed}
            </th>
            <th scope="col" className="number">
              {columns.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {decided.map((row) => (
            <tr key={`${row.reference}/${row.month}`}>
              <th scope="row">{row.reference}</th>
              <td>{monthInWords(row.month)}</td>
              <td>{row.household}</td>
              <td className="number">{kronor(row.decidedOre)}</td>
              <td className="number">{kronor(row.computedOre)}</td>
              <td className="number">{difference(row.differenceOre)}</td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row" colSpan={5}>
              {text.total}
            </th>
            <td className="number">{total}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
};

type Props = { readonly affected: AffectedView; readonly report: string; readonly total: string };

/** Decided months, which are never touched: upward only, for a person to look at, and for the board to be told of. */
export const Decided = ({ affected, report, total }: Props) => (
  <section className="panel stack" aria-labelledby="decided-title">
    <h2 id="decided-title">
      {text.decided} <span className="count">{affected.decided.length}</span>
    </h2>
    <p className="muted">{text.decidedIntro}</p>
    {affected.decided.length === 0 ? (
      <Empty>{text.decidedNone}</Empty>
    ) : (
      <More decided={affected.decided} total={total} />
    )}
    {affected.unclear.length === 0 ? null : (
      <>
        <h3>{text.unclear}</h3>
        <ul className="difference">
          {affected.unclear.map(({ reference, month, why }) => (
            <li key={`${reference}/${month}`}>
              {reference}, {monthInWords(month)}: {why}
            </li>
          ))}
        </ul>
      </>
    )}
    {affected.decidedLess === 0 ? null : (
      <p>
        {String(affected.decidedLess)} {text.less}
      </p>
    )}
    {affected.hidden === 0 ? null : (
      <p className="small muted">
        {String(affected.hidden)} {text.hidden}
      </p>
    )}
    <p>
      <a className="button" href={report} download>
        {text.report}
      </a>
    </p>
  </section>
);
