import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  findPurposes,
  findPurposeSchema,
  findResultSchema,
  type FindInput,
  type FindResult,
} from "../../../contracts/api/find.js";
import { monthInWords } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { ChoiceField } from "../../components/choice-field.js";
import { CommandProblem } from "../../components/command-problem.js";
import { Dialog } from "../../components/dialog.js";
import { Field } from "../../components/field.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { send } from "../../server/request.js";
import { findTexts as text } from "../../texts/find.js";

const purposes = findPurposeSchema.options.map((value) => ({ value, label: findPurposes[value] }));

const Hits = ({ result, onOpen }: { readonly result: FindResult; readonly onOpen: () => void }) => {
  if (result.rows.length === 0) return <p role="status">{text.none}</p>;
  return (
    <section className="stack" onKeyDown={moveBetweenRows}>
      <h3 role="status">
        {text.found}: {result.rows.length}
      </h3>
      <ul className="hits">
        {result.rows.map((row) => (
          <li key={row.caseId}>
            <Link to="/arenden/$caseId" params={{ caseId: row.caseId }} data-row onClick={onOpen}>
              {row.name === "" ? row.reference : `${row.name}, ${row.reference}`}
            </Link>{" "}
            <span className="small muted">
              {monthInWords(row.month)} · {row.household} · {text.states[row.state]}
            </span>
          </li>
        ))}
      </ul>
      {result.more ? <p className="small">{text.more}</p> : null}
    </section>
  );
};

/** Finds a case by name, personal number or case number, for a purpose that is said. Nothing of it is kept in the browser. */
export const FindDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [query, setQuery] = useState("");
  const [purpose, setPurpose] = useState<FindInput["purpose"]>("handling");
  const [isChecked, setIsChecked] = useState(false);
  const find = useMutation({
    mutationFn: (body: FindInput) => send(findResultSchema, { path: "/api/find", body }),
    gcTime: 0,
  });
  const isEnough = query.trim().length >= 3;
  return (
    <Dialog title={text.title} isOpen onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsChecked(true);
          if (isEnough) find.mutate({ query: query.trim(), purpose });
        }}
      >
        <Field
          label={text.query}
          help={text.help}
          value={query}
          onChange={setQuery}
          autoFocus
          error={isChecked && !isEnough ? text.needsQuery : undefined}
        />
        <ChoiceField
          label={text.purpose}
          value={purpose}
          onChange={(next) => {
            setPurpose(findPurposeSchema.parse(next));
          }}
          options={purposes}
        />
        <div className="line-up">
          <Button large look="primary" type="submit" isPending={find.isPending}>
            {text.send}
          </Button>
          <span className="small muted">{text.logged}</span>
        </div>
        <CommandProblem error={find.error} onReadAnew={onClose} />
      </form>
      {find.data === undefined ? null : <Hits result={find.data} onOpen={onClose} />}
    </Dialog>
  );
};
