import type { CalculationRow, ShownCase } from "../../../contracts/api/case-view.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { difference, kronor } from "../../format.js";
import { sv } from "../../texts/sv.js";

type Props = {
  readonly shown: ShownCase;
  readonly selectedId: string | undefined;
  readonly onSelect: (row: CalculationRow) => void;
  readonly onOpen: (row: CalculationRow) => void;
};

const RowLabel = ({
  row,
  isSelected,
  onSelect,
  onOpen,
}: { readonly row: CalculationRow; readonly isSelected: boolean } & Omit<Props, "shown" | "selectedId">) => (
  <>
    <button
      type="button"
      className="row-button"
      data-row
      aria-pressed={isSelected}
      onFocus={() => {
        onSelect(row);
      }}
      onClick={() => {
        onOpen(row);
      }}
    >
      {row.label}
    </button>
    {row.detail === undefined ? null : <span className="row-detail"> {row.detail}</span>}{" "}
    {row.mark === undefined ? null : <span className="tag">{row.mark.label}</span>}{" "}
    {row.verified ? null : <span className="tag bad">{sv.case.notVerified}</span>}
  </>
);

/** The calculation: asked, computed, last month and the difference. Focus chooses a row, Enter opens its evidence. */
export const CalculationTable = ({ shown, selectedId, onSelect, onOpen }: Props) => {
  const { columns } = sv.case;
  return (
    <section className="stack" aria-labelledby="calculation-title">
      <h2 id="calculation-title">{sv.case.calculation}</h2>
      <div className="table-scroll">
        <table className="calculation" onKeyDown={moveBetweenRows} aria-labelledby="calculation-title">
          <thead>
            <tr>
              <th scope="col">{columns.row}</th>
              <th scope="col" className="number">
                {columns.asked}
              </th>
              <th scope="col" className="number">
                {columns.computed}
              </th>
              <th scope="col" className="number">
                {columns.last}
              </th>
              <th scope="col" className="number">
                {columns.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.calculation.map((row) => (
              <tr key={row.id} className={row.id === selectedId ? `${row.level} selected` : row.level}>
                <th scope="row">
                  <RowLabel row={row} isSelected={row.id === selectedId} onSelect={onSelect} onOpen={onOpen} />
                </th>
                <td className="number">{row.askedOre === null ? "" : kronor(row.askedOre)}</td>
                <td className="number">{kronor(row.computedOre)}</td>
                <td className="number">{kronor(row.lastMonthOre)}</td>
                <td className={row.differenceOre === null || row.differenceOre === 0 ? "number muted" : "number more"}>
                  {difference(row.differenceOre)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.variants.length === 0 ? null : (
        <>
          <h3>{sv.case.variants}</h3>
          <ul className="bullets">
            {shown.variants.map((variant) => (
              <li key={variant.text}>
                {variant.text}: {kronor(variant.amountOre)} {sv.common.kr}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{sv.case.standing}</h3>
      <p className="small">{shown.standing.length === 0 ? "–" : shown.standing.join(" · ")}</p>
    </section>
  );
};
