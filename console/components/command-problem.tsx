import { isOutdated, messageOf, ProblemError } from "../server/problem-error.js";
import { sv } from "../texts/sv.js";
import { Button } from "./button.js";

/** What was wrong with each field, where the server says so. */
const fieldsOf = (error: unknown): readonly string[] =>
  error instanceof ProblemError ? error.fields.map(({ message }) => message) : [];

/** A refusal of a command, in plain words, with what to do next. What was written stays where it is. */
export const CommandProblem = ({ error, onReadAnew }: { readonly error: unknown; readonly onReadAnew: () => void }) => {
  if (error === null || error === undefined) return null;
  const fields = fieldsOf(error);
  return (
    <div className="notice bad" role="alert">
      <span>{messageOf(error)}</span>
      {fields.length === 0 ? null : <span>{fields.join(" ")}</span>}
      {isOutdated(error) ? <Button onPress={onReadAnew}>{sv.case.readAnew}</Button> : null}
    </div>
  );
};
