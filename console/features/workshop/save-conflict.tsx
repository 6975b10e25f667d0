import { useState } from "react";
import type { ChangeView, SaveConflict as Conflict } from "../../../contracts/api/workshop.js";
import { Button } from "../../components/button.js";
import { ChoiceField } from "../../components/choice-field.js";
import { Dialog } from "../../components/dialog.js";
import { dayAndTime } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { inWords } from "./cell-words.js";
import { tablesOf } from "./edit/tables.js";
import type { CellView, Edits } from "./edit/table-spec.js";

const text = sv.workshop.conflict;

type Props = {
  readonly conflict: Conflict["conflict"];
  readonly change: ChangeView;
  readonly edits: Edits;
  readonly onGoOn: (edits: Edits) => Promise<void>;
};

type Both = { readonly line: string; readonly title: string; readonly theirs: CellView };

/** The cells that are written here and say something else in what the other has saved, or were changed by both. */
const cellsOf = ({ conflict, change, edits }: Omit<Props, "onGoOn">): readonly Both[] => {
  const { inForce: base } = change;
  return tablesOf(conflict.theirs).flatMap((table) =>
    table
      .lines({ content: conflict.theirs, base, month: change.effectiveFrom, edits })
      .flatMap(({ key, title, cells }) =>
        cells
          .filter(({ name }) => edits[key]?.cells[name] !== undefined)
          .map((theirs): Both => ({ line: key, title, theirs })),
      ),
  );
};

/** Two saved at once: who was first, both versions of every row in question, and the choice. Nothing of either is lost. */
export const SaveConflict = ({ conflict, change, edits, onGoOn }: Props) => {
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [isReading, setIsReading] = useState(false);
  const both = cellsOf({ conflict, change, edits });
  const lines = [...new Set(both.map(({ line }) => line))];
  const goOn = async (): Promise<void> => {
    setIsReading(true);
    await onGoOn(Object.fromEntries(Object.entries(edits).filter(([key]) => !taken.includes(key))));
  };
  return (
    <Dialog title={text.title} isOpen wide mustAnswer onClose={() => undefined}>
      <p role="alert">
        {conflict.by} {text.savedBy} {dayAndTime(conflict.at)}. {text.intro}
      </p>
      {both.length === 0 ? (
        <p>{text.fromFile}</p>
      ) : (
        <div className="table-scroll">
          <table>
            <caption className="visually-hidden">{text.title}</caption>
            <thead>
              <tr>
                <th scope="col">{text.columns.row}</th>
                <th scope="col" className="number">
                  {text.columns.theirs}
                </th>
                <th scope="col" className="number">
                  {text.columns.yours}
                </th>
              </tr>
            </thead>
            <tbody>
              {both.map(({ line, title, theirs }) => (
                <tr key={`${line}/${theirs.name}`}>
                  <th scope="row">
                    {title}, {theirs.title.toLocaleLowerCase("sv")}
                  </th>
                  <td className="number">{inWords(theirs, theirs.draft)}</td>
                  <td className="number">
                    <strong>{inWords(theirs, theirs.text)}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lines.map((line) => (
        <ChoiceField
          key={line}
          label={both.find((one) => one.line === line)?.title ?? line}
          value={taken.includes(line) ? "theirs" : "mine"}
          onChange={(value) => {
            setTaken(value === "theirs" ? [...taken, line] : taken.filter((one) => one !== line));
          }}
          options={[
            { value: "mine", label: text.keepMine },
            { value: "theirs", label: text.takeTheirs },
          ]}
        />
      ))}
      <div className="dialog-actions">
        <Button large look="primary" isDisabled={isReading} onPress={() => void goOn()}>
          {text.goOn}
        </Button>
      </div>
    </Dialog>
  );
};
