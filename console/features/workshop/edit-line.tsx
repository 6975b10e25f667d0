import { whoDecides } from "../../../contracts/pack-words.js";
import { Button } from "../../components/button.js";
import { parseKronor } from "../../components/parse-kronor.js";
import { difference } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { inWords } from "./cell-words.js";
import { EditCell } from "./edit-cell.js";
import { LineGround } from "./line-ground.js";
import type { CellView, EditProblem, LineEdit, LineView } from "./edit/table-spec.js";

const text = sv.workshop.edit;

const differenceOf = ({ entry, base, text: next }: CellView): string => {
  if (entry.kind !== "kronor" || base === undefined || base === next) return "";
  const [before, after] = [parseKronor(base), parseKronor(next)];
  return before === undefined || after === undefined ? "" : difference(after - before);
};

type Props = {
  readonly line: LineView;
  readonly edit: LineEdit | undefined;
  readonly problems: readonly EditProblem[];
  readonly mayWrite: boolean;
  readonly onSet: (name: string, written: string) => void;
  readonly onGround: (edit: LineEdit) => void;
  readonly onUndo: () => void;
  /** Absent where the line has no rows by household. */
  readonly onAdd: (() => void) | undefined;
};

/** One line of a table: its cells, and once one is changed, from when it holds and where that is read. */
export const EditLine = ({ line, edit, problems, mayWrite, onSet, onGround, onUndo, onAdd }: Props) => (
  <tbody className={edit === undefined ? undefined : "written"}>
    <tr className="line-head">
      <th scope="rowgroup" colSpan={4}>
        {line.title}{" "}
        <span className="small muted">
          {whoDecides[line.class]}
          {line.source === "" ? "" : ` · ${line.source}`}
        </span>{" "}
        {mayWrite && onAdd !== undefined ? (
          <Button look="quiet" onPress={onAdd} aria-label={`${text.addRow} ${line.title}`}>
            {text.addRow}
          </Button>
        ) : null}
      </th>
    </tr>
    {line.cells.map((cell) => (
      <tr key={cell.name} className={cell.text === cell.base ? undefined : "changed-row"}>
        <th scope="row">{cell.title}</th>
        <td className="number muted">{inWords(cell, cell.base)}</td>
        <td className="number">
          <EditCell
            cell={cell}
            label={`${line.title}, ${cell.title}`}
            mayWrite={mayWrite}
            isWrong={problems.some((problem) => problem.cell === cell.name)}
            onSet={(written) => {
              onSet(cell.name, written);
            }}
          />
        </td>
        <td className="number">{differenceOf(cell)}</td>
      </tr>
    ))}
    {edit === undefined ? null : (
      <tr>
        <td colSpan={4}>
          <LineGround
            title={line.title}
            edit={edit}
            isSourceMissing={problems.some((problem) => problem.cell === undefined)}
            onChange={onGround}
            onUndo={onUndo}
          />
        </td>
      </tr>
    )}
  </tbody>
);
