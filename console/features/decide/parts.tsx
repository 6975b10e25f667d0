import type { ReactNode } from "react";
import type { DecisionForm, FormProblems } from "./decision-form.js";

/** What every part of the form is given: what is written, what is wrong once it has been checked, and how it changes. */
export type PartProps = {
  readonly form: DecisionForm;
  readonly problems: FormProblems;
  readonly onChange: (change: Partial<DecisionForm>) => void;
};

/** A part of the decision with its heading. */
export const Part = ({
  title,
  intro,
  children,
}: {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}) => (
  <fieldset className="part stack">
    <legend>{title}</legend>
    {intro === undefined ? null : <p className="muted">{intro}</p>}
    {children}
  </fieldset>
);
