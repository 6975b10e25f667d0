import type { ReactNode } from "react";
import type { ScenariosView } from "../../../contracts/api/workshop-scenarios.js";
import { Empty } from "../../components/states.js";
import { sv } from "../../texts/sv.js";
import { expectedInWords } from "./scenario-words.js";

const text = sv.workshop.scenarios;

type Row = ScenariosView["scenarios"][number];
type Props = {
  readonly scenarios: readonly Row[];
  /** What can be done with a scenario; absent where it is only read. */
  readonly actions?: (row: Row) => ReactNode;
};

/** The scenarios that every draft is tried on. */
export const ScenarioTable = ({ scenarios, actions }: Props) => {
  if (scenarios.length === 0) return <Empty>{text.none}</Empty>;
  const columns = text.columns;
  return (
    <div className="table-scroll">
      <table>
        <caption className="visually-hidden">{sv.workshop.pages.scenarios}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.suite}</th>
            <th scope="col">{columns.origin}</th>
            <th scope="col">{columns.expected}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {scenarios.map((row) => (
            <tr key={row.id ?? `${row.suite}/${row.scenario.id}`}>
              <th scope="row">{row.scenario.title}</th>
              <td>{sv.workshop.tests.suites[row.suite]}</td>
              <td>{text.origins[row.scenario.origin]}</td>
              <td>{expectedInWords(row.scenario.expected)}</td>
              <td className="scenario-state">
                <span className={row.awaitsCheck ? "tag warn" : "tag"}>
                  {row.awaitsCheck ? text.awaits : text.runs}
                </span>{" "}
                {row.removal === null ? null : (
                  <span className="tag warn" title={text.removalWaits}>
                    {text.removal} {row.removal.askedBy}
                  </span>
                )}{" "}
                {actions?.(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
