import { useId, useState } from "react";
import type { ChangeView } from "../../../contracts/api/workshop.js";
import { monthInWords } from "../../../contracts/dates.js";
import { ChoiceField } from "../../components/choice-field.js";
import { sv } from "../../texts/sv.js";
import { AddCap } from "./add-cap.js";
import { allowanceOf, type ChangeCommand } from "./change-commands.js";
import { tableFileOf } from "./table-file.js";
import { EditLine } from "./edit-line.js";
import { tablesOf } from "./edit/tables.js";
import { without } from "./edit/without.js";
import type { EditProblem, Edits, LineView } from "./edit/table-spec.js";
import { moveBetweenRows } from "../../components/row-keys.js";

const text = sv.workshop.edit;

type Props = {
  readonly change: ChangeView;
  readonly edits: Edits;
  readonly problems: readonly EditProblem[];
  readonly onWrite: (edits: Edits) => void;
  readonly onUpload: (command: ChangeCommand) => void;
};

const TableFileControls = ({
  change,
  table,
  onUpload,
}: Pick<Props, "change" | "onUpload"> & { table: LineView["table"] }) => {
  const id = useId();
  return (
    <div className="line-up small">
      <a className="button" href={`/api/workshop/changes/${change.id}/tables/${table}`} download>
        {text.csv}
      </a>
      <a className="button" href={`/api/workshop/changes/${change.id}/tables/${table}?format=xlsx`} download>
        {text.xlsx}
      </a>
      {allowanceOf(change, "save").allowed ? (
        <>
          <label htmlFor={id}>{text.upload}</label>
          <input
            id={id}
            type="file"
            accept=".csv,.xlsx"
            onChange={(event) => {
              const { target } = event;
              const [file] = target.files ?? [];
              if (file === undefined) return;
              void tableFileOf(file).then((read) => {
                target.value = "";
                onUpload({ action: "table", table, file: read });
              });
            }}
          />
          <span className="muted">{text.uploadHelp}</span>
        </>
      ) : null}
    </div>
  );
};

/** The tables of a draft, edited in place. What is written is kept in the tab until it is saved. */
export const EditPart = ({ change, edits, problems, onWrite, onUpload }: Props) => {
  const { content, inForce: base, effectiveFrom: month } = change;
  const tables = tablesOf(content);
  const [chosen, setChosen] = useState(
    () => tables.find(({ table }) => change.rows.some((row) => row.table === table))?.table ?? tables[0]?.table,
  );
  const [adds, setAdds] = useState<LineView | undefined>();
  const table = tables.find((one) => one.table === chosen) ?? tables[0];
  if (table === undefined) return null;
  const mayWrite = allowanceOf(change, "save").allowed;
  const lines = table.lines({ content, base, month, edits });
  const set = (key: string, name: string, written: string): void => {
    const cell = lines.find((line) => line.key === key)?.cells.find((one) => one.name === name);
    const edit = edits[key] ?? { from: month, source: change.source, cells: {} };
    const others = without(edit.cells, name);
    const cells = cell?.draft === written ? others : { ...others, [name]: written };
    onWrite(Object.keys(cells).length === 0 ? without(edits, key) : { ...edits, [key]: { ...edit, cells } });
  };
  const columns = text.columns;
  return (
    <section className="panel stack" aria-label={table.title}>
      <div className="filters">
        <ChoiceField
          label={text.table}
          value={table.table}
          onChange={(value) => {
            setChosen(tables.find((one) => one.table === value)?.table);
          }}
          options={tables.map((one) => ({ value: one.table, label: one.title }))}
        />
        <span className="muted small">
          {text.month} {monthInWords(month)}
        </span>
      </div>
      <p className="muted small" id="edit-keys">
        {mayWrite ? text.keys : text.closed}
      </p>
      <div className="table-scroll">
        <table className="edit-table" onKeyDown={moveBetweenRows} aria-describedby="edit-keys">
          <caption className="visually-hidden">{table.title}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.row}</th>
              <th scope="col" className="number">
                {columns.now}
              </th>
              <th scope="col" className="number">
                {columns.next}
              </th>
              <th scope="col" className="number">
                {columns.difference}
              </th>
            </tr>
          </thead>
          {lines.map((line) => (
            <EditLine
              key={line.key}
              line={line}
              edit={edits[line.key]}
              problems={problems.filter((problem) => problem.line === line.key)}
              mayWrite={mayWrite}
              onSet={(name, written) => {
                set(line.key, name, written);
              }}
              onGround={(edit) => {
                onWrite({ ...edits, [line.key]: edit });
              }}
              onUndo={() => {
                onWrite(without(edits, line.key));
              }}
              onAdd={
                line.table === "costRules"
                  ? () => {
                      setAdds(line);
                    }
                  : undefined
              }
            />
          ))}
        </table>
      </div>
      <TableFileControls change={change} table={table.table} onUpload={onUpload} />
      {adds === undefined ? null : (
        <AddCap
          title={adds.title}
          onAdd={(name, amount) => {
            set(adds.key, name, amount);
            setAdds(undefined);
          }}
          onClose={() => {
            setAdds(undefined);
          }}
        />
      )}
    </section>
  );
};
