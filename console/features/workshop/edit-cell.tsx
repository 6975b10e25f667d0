import { useId, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { sv } from "../../texts/sv.js";
import { inWords } from "./cell-words.js";
import type { CellView } from "./edit/table-spec.js";

const text = sv.workshop.edit;

type Props = {
  readonly cell: CellView;
  readonly label: string;
  readonly mayWrite: boolean;
  readonly isWrong: boolean;
  readonly onSet: (written: string) => void;
};

const isCharacter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;

/** Moves on to the cell below, as a spreadsheet does. */
const focusNext = (from: HTMLElement | null): void => {
  const cells = [...document.querySelectorAll<HTMLElement>(".edit-table [data-row]")];
  const at = cells.findIndex((one) => one === from);
  (cells[at + 1] ?? from)?.focus();
};

/** One cell. Arrows pass over it; Enter or a character opens it, Enter takes it, Escape leaves it as it was. */
export const EditCell = ({ cell, label, mayWrite, isWrong, onSet }: Props) => {
  const [written, setWritten] = useState<string | undefined>();
  const button = useRef<HTMLButtonElement>(null);
  // A field that goes also loses focus: it has then been closed already.
  const isOpen = useRef(false);
  const problemId = useId();
  const shown = inWords(cell, cell.text);
  if (!mayWrite) return <span>{shown}</span>;
  const open = (value: string): void => {
    isOpen.current = true;
    setWritten(value);
  };
  const close = (value: string | undefined): void => {
    isOpen.current = false;
    flushSync(() => {
      if (value !== undefined) onSet(value.trim());
      setWritten(undefined);
    });
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is written is taken before a save is asked for by the same keys.
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!isSave) event.stopPropagation();
    if (event.key === "Escape") close(undefined);
    if (event.key !== "Enter") return;
    close(written);
    if (isSave) return;
    event.preventDefault();
    focusNext(button.current);
  };
  const onLeave = (): void => {
    if (!isOpen.current || written === undefined) return;
    isOpen.current = false;
    onSet(written.trim());
    setWritten(undefined);
  };
  const described = isWrong ? { "aria-invalid": true, "aria-describedby": problemId } : {};
  const problem = isWrong ? (
    <span id={problemId} className="field-error" role="alert">
      {text.unreadable[cell.entry.kind]}
    </span>
  ) : null;
  if (written !== undefined)
    return (
      <>
        {cell.entry.kind === "choice" ? (
          <select
            autoFocus
            aria-label={label}
            value={written}
            onChange={(event) => {
              setWritten(event.target.value);
            }}
            onKeyDown={onKeyDown}
            onBlur={onLeave}
          >
            {written === "" || cell.draft === "" ? <option value="">{text.unset}</option> : null}
            {cell.entry.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          <input
            autoFocus
            aria-label={label}
            autoComplete="off"
            inputMode={cell.entry.kind === "kronor" || cell.entry.kind === "count" ? "decimal" : "text"}
            value={written}
            {...described}
            onFocus={(event) => {
              if (written === cell.text) event.target.select();
            }}
            onChange={(event) => {
              setWritten(event.target.value);
            }}
            onKeyDown={onKeyDown}
            onBlur={onLeave}
          />
        )}
        {problem}
      </>
    );
  return (
    <>
      <button
        ref={button}
        type="button"
        data-row
        className="cell"
        aria-label={`${label}: ${shown}`}
        {...(isWrong ? { "aria-describedby": problemId } : {})}
        onClick={() => {
          open(cell.text);
        }}
        onKeyDown={(event) => {
          if (event.key === "Delete" && cell.mayBeEmpty) onSet("");
          else if (isCharacter(event) && cell.entry.kind !== "choice") {
            event.preventDefault();
            event.stopPropagation();
            open(event.key);
          }
        }}
      >
        {cell.mayBeEmpty && cell.text === "" && (cell.base ?? "") !== "" ? (
          <del>{inWords(cell, cell.base)}</del>
        ) : (
          shown
        )}
      </button>
      {problem}
    </>
  );
};
