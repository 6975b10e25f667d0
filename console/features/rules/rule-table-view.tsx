import { dateInWords } from "../../../contracts/dates.js";
import type { RuleTable } from "../../../contracts/api/rules-view.js";
import { sv } from "../../texts/sv.js";

const validity = (table: RuleTable): string => {
  const from = `${sv.rules.validFrom} ${dateInWords(table.validFrom)}`;
  return table.validTo === undefined ? from : `${from} ${sv.rules.validTo} ${dateInWords(table.validTo)}`;
};

/** One table of a rule pack, with its source and what is not verified. */
export const RuleTableView = ({ id, table }: { readonly id: string; readonly table: RuleTable }) => (
  <article className="panel stack" id={id}>
    <h3 className="rule-title">
      {table.title} {table.verified ? null : <span className="tag bad">{sv.rules.notVerified}</span>}
    </h3>
    {table.note === undefined ? null : <p>{table.note}</p>}
    <div className="table-scroll">
      <table className="narrow">
        <caption className="visually-hidden">{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" className={column.numeric ? "number" : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.cells.join()}>
              {row.cells.map((cell, index) => (
                <td
                  key={table.columns[index]?.title ?? cell}
                  className={table.columns[index]?.numeric === true ? "number" : undefined}
                >
                  {cell} {row.verified || index > 0 ? null : <span className="tag bad">{sv.case.notVerified}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p className="small muted">
      {validity(table)} · {sv.rules.source}: {table.source}
    </p>
  </article>
);
