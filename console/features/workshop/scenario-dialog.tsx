import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { scenariosViewSchema, type ScenariosView } from "../../../contracts/api/workshop-scenarios.js";
import type { Scenario } from "../../../contracts/rule-scenario.js";
import { ChoiceField } from "../../components/choice-field.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { send } from "../../server/request.js";
import { scenariosQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import {
  cellText,
  demandedCells,
  givenCells,
  unreadableCells,
  writtenScenario,
  type ScenarioCell,
  type WrittenScenario,
} from "./scenario-cells.js";

const text = sv.workshop.scenarioDialog;
const shortestTitle = 3;
const outcomes = ["any", "prefilled", "referred", "waiting"] as const satisfies readonly WrittenScenario["outcome"][];

const textsOf = (cells: readonly ScenarioCell[]): Record<string, string> =>
  Object.fromEntries(cells.map((cell) => [cell.name, cellText(cell)]));

type CellsProps = {
  readonly title: string;
  readonly cells: readonly ScenarioCell[];
  readonly texts: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly onWrite: (texts: Record<string, string>) => void;
};

/** Amounts as a table; Tab goes from one to the next. */
const Cells = ({ title, cells, texts, wrong, onWrite }: CellsProps) => (
  <table className="edit-table">
    <caption>{title}</caption>
    <tbody>
      {cells.map((cell) => (
        <tr key={cell.name}>
          <th scope="row">{cell.title}</th>
          <td className="number">
            <input
              aria-label={`${cell.title}, ${sv.common.kr}`}
              autoComplete="off"
              inputMode="decimal"
              value={texts[cell.name] ?? ""}
              aria-invalid={wrong.includes(cell.name)}
              onChange={(event) => {
                onWrite({ ...texts, [cell.name]: event.target.value });
              }}
            />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

type Props = { readonly row: ScenariosView["scenarios"][number]; readonly onClose: () => void };

/** A scenario of the municipality's own, written from one there is: its amounts, and what the rules have to say of it. */
export const ScenarioDialog = ({ row, onClose }: Props) => {
  const { scenario, suite } = row;
  const client = useQueryClient();
  const given = givenCells(scenario.case);
  const demanded = demandedCells(scenario.expected);
  const [written, setWritten] = useState<WrittenScenario>(() => ({
    title: scenario.title,
    outcome: scenario.expected.outcome ?? "any",
    given: textsOf(given),
    demanded: textsOf(demanded),
  }));
  const [isTried, setIsTried] = useState(false);
  const command = useMutation({
    mutationFn: (body: { readonly scenario: Scenario }) =>
      send(scenariosViewSchema, { path: "/api/workshop/scenarios", body }),
    onSuccess: (view) => {
      client.setQueryData(scenariosQuery.queryKey, view);
      onClose();
    },
  });
  const wrong = isTried ? unreadableCells(written) : [];
  const result = writtenScenario({ suite, scenario }, written);
  const isNothing = Object.keys(result.expected).length === 0;
  const isUntitled = written.title.trim().length < shortestTitle;
  const problem = wrong.length > 0 ? sv.workshop.edit.unreadable.kronor : isTried && isNothing ? text.nothing : "";
  const onSend = (): void => {
    setIsTried(true);
    if (isUntitled || isNothing || unreadableCells(written).length > 0 || command.isPending) return;
    command.mutate({ scenario: result });
  };
  return (
    <FormDialog
      title={suite === "local" ? text.change : text.copy}
      intro={suite === "local" ? text.changeIntro : text.copyIntro}
      send={text.send}
      isSending={command.isPending}
      error={command.error}
      onSend={onSend}
      onClose={onClose}
      onReadAnew={onClose}
    >
      <Field
        label={text.name}
        value={written.title}
        onChange={(title) => {
          setWritten({ ...written, title });
        }}
        autoFocus
        error={isTried && isUntitled ? sv.workshop.create.nameMissing : undefined}
      />
      {given.length === 0 ? null : (
        <Cells
          title={text.given}
          cells={given}
          texts={written.given}
          wrong={wrong}
          onWrite={(texts) => {
            setWritten({ ...written, given: texts });
          }}
        />
      )}
      <ChoiceField
        label={text.outcome}
        value={written.outcome}
        onChange={(value) => {
          setWritten({ ...written, outcome: outcomes.find((one) => one === value) ?? "any" });
        }}
        options={outcomes.map((value) => ({ value, label: text.outcomes[value] }))}
      />
      <Cells
        title={text.demanded}
        cells={demanded}
        texts={written.demanded}
        wrong={wrong}
        onWrite={(texts) => {
          setWritten({ ...written, demanded: texts });
        }}
      />
      {problem === "" ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </FormDialog>
  );
};
