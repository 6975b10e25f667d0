import type { LogEntry } from "../../../contracts/api/case-log.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { dayOf, timeWithSeconds } from "../../format.js";
import { sv } from "../../texts/sv.js";

type Props = {
  readonly entries: readonly LogEntry[];
  readonly chosenSeq: number | undefined;
  readonly onChoose: (entry: LogEntry) => void;
  /** Number of the case an entry belongs to, where entries of several are shown. */
  readonly caseOf?: (entry: LogEntry) => { readonly reference: string } | undefined;
};

const marks: Readonly<Record<LogEntry["category"], string>> = {
  robot: "⚙",
  person: "H",
  rules: "§",
  outgoing: "→",
  reading: "L",
};

const proofLook: Readonly<Record<LogEntry["proof"], string>> = {
  included: "proof ok",
  broken: "proof bad",
  "not-checked": "proof",
};

const Entry = ({
  entry,
  isNewDay,
  isChosen,
  onChoose,
  reference,
}: {
  readonly entry: LogEntry;
  readonly isNewDay: boolean;
  readonly isChosen: boolean;
  readonly reference: string | undefined;
} & Pick<Props, "onChoose">) => (
  <li className={isChosen ? "entry chosen" : "entry"}>
    <span className="entry-time">
      {isNewDay ? <strong>{dayOf(entry.at)} </strong> : null}
      {timeWithSeconds(entry.at)}
    </span>
    <span className={`entry-mark of-${entry.category}`} aria-hidden="true">
      {marks[entry.category]}
    </span>
    <span className="entry-words">
      <button
        type="button"
        className="row-button"
        data-row
        aria-pressed={isChosen}
        onClick={() => {
          onChoose(entry);
        }}
        onFocus={() => {
          onChoose(entry);
        }}
      >
        {entry.title}
      </button>
      <span className="small muted">
        {[
          ...(reference === undefined ? [] : [reference]),
          entry.actor.label,
          ...entry.details.slice(0, 3).map(({ label, value }) => `${label.toLowerCase()} ${value}`),
        ].join(" · ")}
      </span>
    </span>
    <span className={proofLook[entry.proof]}>
      {sv.audit.entryProof[entry.proof]}
      <span aria-hidden="true">{entry.proof === "included" ? " ✓" : ""}</span>
    </span>
  </li>
);

/** The events of a case in the order they were written. */
export const Timeline = ({ entries, chosenSeq, onChoose, caseOf }: Props) => (
  <ol className="timeline" onKeyDown={moveBetweenRows}>
    {entries.map((entry, index) => (
      <Entry
        key={entry.seq}
        entry={entry}
        isNewDay={index === 0 || dayOf(entries[index - 1]?.at ?? entry.at) !== dayOf(entry.at)}
        isChosen={entry.seq === chosenSeq}
        reference={caseOf?.(entry)?.reference}
        onChoose={onChoose}
      />
    ))}
  </ol>
);
