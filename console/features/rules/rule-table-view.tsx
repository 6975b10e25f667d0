import { dateInWords } from "../../../contracts/dates.js";
import type { RuleTable } from "../../../contracts/api/rules-view.js";
import { CopyFigure } from "../../components/copy-figure.js";
import { difference } from "../../format.js";
import { sv } from "../../texts/sv.js";
import type { RowChange, TableChange } from "./compare.js";

const text = sv.rules;
type Row = RuleTable["rows"][number];

const validity = (table: RuleTable): string => {
  const from = `${text.validFrom} ${dateInWords(table.validFrom)}`;
  return table.validTo === undefined ? from : `${from} ${text.validTo} ${dateInWords(table.validTo)}`;
};

const Compared = ({ change }: { readonly change: RowChange | undefined }) => (
  <>
    <td className="number muted">{change?.then?.cells[1] ?? "–"}</td>
    <td className="number">
      {change?.then === undefined ? <span className="tag warn">{text.added}</span> : null}
      {change?.differenceOre === undefined || change.differenceOre === 0 ? null : (
        <strong>{difference(change.differenceOre)}</strong>
      )}
    </td>
  </>
);

const RuleRow = ({
  row,
  table,
  comparison,
}: {
  readonly row: Row;
  readonly table: RuleTable;
  readonly comparison: TableChange | undefined;
}) => {
  const change = comparison?.changes.get(row.key);
  return (
    <tr className={change?.isChanged === true ? "changed-row" : undefined}>
      {row.cells.map((cell, index) => (
        <td
          key={table.columns[index]?.title ?? cell}
          className={table.columns[index]?.numeric === true ? "number" : undefined}
        >
          {cell} {row.verified || index > 0 ? null : <span className="tag bad">{sv.case.notVerified}</span>}
        </td>
      ))}
      {comparison === undefined ? null : <Compared change={change} />}
      {row.amountOre === undefined ? null : (
        <td className="copy-cell">
          <CopyFigure
            label={row.cells[0] ?? table.title}
            figure={`${row.cells[1] ?? ""} ${sv.common.kr}`}
            source={`${row.source ?? table.source}. ${validity(table)}`}
          />
        </td>
      )}
    </tr>
  );
};

const GoneRow = ({ row }: { readonly row: Row }) => (
  <tr className="changed-row">
    <td>{row.cells[0]}</td>
    <td />
    <td className="number muted">{row.cells[1]}</td>
    <td>
      <span className="tag warn">{text.gone}</span>
    </td>
  </tr>
);

type Props = {
  readonly id: string;
  readonly table: RuleTable;
  /** The table against another month's; absent where nothing is compared. */
  readonly comparison: TableChange | undefined;
};

/** One table of a rule pack, with its source, what is not verified and, where asked, what it was in another month. */
export const RuleTableView = ({ id, table, comparison }: Props) => {
  const hasFigures = table.rows.some(({ amountOre }) => amountOre !== undefined);
  return (
    <article className="panel stack" id={id}>
      <h3 className="rule-title">
        {table.title} {table.verified ? null : <span className="tag bad">{text.notVerified}</span>}{" "}
        {comparison === undefined ? null : (
          <span className={comparison.changed === 0 ? "tag" : "tag warn"}>
            {comparison.changed === 0 ? text.same : `${String(comparison.changed)} ${text.changedRows}`}
          </span>
        )}
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
              {comparison === undefined ? null : (
                <>
                  <th scope="col" className="number">
                    {text.before}
                  </th>
                  <th scope="col" className="number">
                    {text.change}
                  </th>
                </>
              )}
              {hasFigures ? (
                <th scope="col" className="copy-cell">
                  <span className="visually-hidden">{sv.copy.copy}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <RuleRow key={row.key} row={row} table={table} comparison={comparison} />
            ))}
            {comparison?.gone.map((row) => (
              <GoneRow key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted">
        {validity(table)} · {text.source}: {table.source}
      </p>
    </article>
  );
};
