import type { ChangeView } from "../../../contracts/api/workshop.js";
import { monthInWords } from "../../../contracts/dates.js";
import { whoDecides } from "../../../contracts/pack-words.js";
import { dayAndTime, shortHash } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { inWords } from "./cell-words.js";
import { tablesOf } from "./edit/tables.js";
import type { Edits } from "./edit/table-spec.js";

const text = sv.workshop;

/** What is written and not saved, as sentences: "Hyra, högst för …: 7 500 → 7 900 kr från januari 2026." */
const writtenSentences = (change: ChangeView, edits: Edits): readonly string[] => {
  const { content, inForce: base, effectiveFrom: month } = change;
  return tablesOf(content).flatMap((table) =>
    table
      .lines({ content, base, month, edits })
      .filter(({ key }) => edits[key] !== undefined)
      .flatMap(({ key, title, cells }) =>
        cells
          .filter((cell) => cell.text !== cell.draft)
          .map(
            (cell) =>
              `${title}, ${cell.title.toLocaleLowerCase("sv")}: ${inWords(cell, cell.base)} → ${inWords(cell, cell.text)} ${text.change.from.replace("gäller ", "")} ${monthInWords(edits[key]?.from ?? month)}.`,
          ),
      ),
  );
};

const Rows = ({ change }: { readonly change: ChangeView }) => (
  <ul className="difference">
    {change.rows.map((row, index) => (
      <li key={`${row.row}/${String(index)}`}>
        <span>{change.prose[index] ?? row.title}</span> <span className="small muted">{whoDecides[row.class]}</span>
      </li>
    ))}
  </ul>
);

/** What the change makes different, in prose; what is written and not saved comes first. */
export const Difference = ({ change, edits }: { readonly change: ChangeView; readonly edits: Edits }) => {
  const written = writtenSentences(change, edits);
  return (
    <aside className="panel stack" aria-labelledby="difference-title">
      <h2 id="difference-title">{text.change.difference}</h2>
      {written.length === 0 ? null : (
        <div className="notice">
          <div>
            <strong>{text.edit.written}</strong>
            {written.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </div>
      )}
      {change.rows.length === 0 ? <p className="muted">{text.change.same}</p> : <Rows change={change} />}
      <h2>{text.change.history}</h2>
      <ul className="small difference">
        {change.history.map(({ seq, at, by, title }) => (
          <li key={seq}>
            {title} <span className="muted">{`${by}, ${dayAndTime(at)}`}</span>
          </li>
        ))}
      </ul>
      <p className="small muted">
        {text.change.stamp} <span className="hash">{shortHash(change.contentHash)}</span>
      </p>
    </aside>
  );
};
