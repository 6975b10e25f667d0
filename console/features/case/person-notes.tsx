import type { ReactNode } from "react";
import type { Instant } from "../../../contracts/dates.js";
import type { ShownCase } from "../../../contracts/api/case-view.js";
import { dayAndTime } from "../../format.js";
import { sv } from "../../texts/sv.js";

type Note = { readonly title: string; readonly by: string; readonly at: Instant; readonly children: ReactNode };

const PersonNote = ({ title, by, at, children }: Note) => (
  <div className="person-note">
    <h3>{title}</h3>
    {children}
    <p className="small muted">
      {by}, {dayAndTime(at)}
    </p>
  </div>
);

/** Lines from colleagues about where the case stands, the latest first. */
export const Notes = ({ notes }: Pick<ShownCase, "notes">) =>
  notes.toReversed().map((note) => (
    <PersonNote key={`${note.at} ${note.text}`} title={`${sv.case.note} ${note.to}`} by={note.by} at={note.at}>
      <p className="own-lines">{note.text}</p>
    </PersonNote>
  ));

/** What the decider wrote in the decision, in the order of the letter. Nothing where it was granted as computed. */
export const DecidersTexts = ({ decision }: Pick<ShownCase, "decision">) =>
  decision === null || decision.texts.length === 0 ? null : (
    <PersonNote title={sv.case.decisionTexts} by={decision.by} at={decision.at}>
      {decision.texts.map(({ heading, text }) => (
        <div key={heading}>
          <h4>{heading}</h4>
          <p className="own-lines">{text}</p>
        </div>
      ))}
    </PersonNote>
  );

/** What persons have settled and corrected, with their words. */
export const DoneByPersons = ({ settled, corrected }: Pick<ShownCase, "settled" | "corrected">) => (
  <>
    {settled.map((one) => (
      <PersonNote key={`${one.title} ${one.at}`} title={`${sv.case.settled}: ${one.title}`} by={one.by} at={one.at}>
        <p className="own-lines">{one.explanation}</p>
      </PersonNote>
    ))}
    {corrected.map((one) => (
      <PersonNote key={`${one.label} ${one.at}`} title={`${sv.case.corrected}: ${one.label}`} by={one.by} at={one.at}>
        <p>
          <ins>{one.to}</ins>
        </p>
        <p className="own-lines">{one.reason}</p>
      </PersonNote>
    ))}
  </>
);
