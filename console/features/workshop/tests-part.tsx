import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ChangeView, TestsView } from "../../../contracts/api/workshop.js";
import { reasons } from "../../../contracts/codes/reasons.js";
import type { ScenarioExpectation } from "../../../contracts/rule-scenario.js";
import { Button } from "../../components/button.js";
import { Failed, Loading } from "../../components/states.js";
import { dayAndTime } from "../../format.js";
import { scenariosQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { ScenarioTable } from "./scenario-table.js";
import { ScenarioTrace, type TracedScenario } from "./scenario-trace.js";
import { expectedInWords } from "./scenario-words.js";

const text = sv.workshop.tests;

type Failure = TestsView["failures"][number];

/** Only the parts that are demanded, so that the two stand beside each other. */
const demanded = ({ expected, computed }: Failure): ScenarioExpectation =>
  Object.fromEntries(Object.entries(computed).filter(([part]) => part in expected));

type OnTrace = (scenario: TracedScenario) => void;

const TraceButton = ({ scenario, onTrace }: { readonly scenario: TracedScenario; readonly onTrace: OnTrace }) => (
  <Button
    aria-label={`${sv.workshop.trace.show} ${scenario.title}`}
    onPress={() => {
      onTrace(scenario);
    }}
  >
    {sv.workshop.trace.show}
  </Button>
);

const Failures = ({ failures, onTrace }: { readonly failures: readonly Failure[]; readonly onTrace: OnTrace }) => (
  <>
    <h3>{text.failures}</h3>
    <div className="table-scroll">
      <table>
        <caption className="visually-hidden">{text.failures}</caption>
        <thead>
          <tr>
            {Object.values(text.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{sv.workshop.trace.show}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {failures.map((failure) => (
            <tr key={failure.id} className="changed-row">
              <th scope="row">{failure.title}</th>
              <td>{text.suites[failure.suite]}</td>
              <td>{expectedInWords(failure.expected)}</td>
              <td>
                {expectedInWords(demanded(failure))}{" "}
                <span className="small muted">
                  {failure.computed.reasons.map((reason) => reasons[reason].title).join(", ")}
                </span>
              </td>
              <td>
                <TraceButton scenario={failure} onTrace={onTrace} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);

/** The last run of the scenarios on the draft, and what they are. */
export const TestsPart = ({ change: { id, tests } }: { readonly change: ChangeView }) => {
  const [traced, setTraced] = useState<TracedScenario | undefined>();
  const { data, isPending, isError, error, refetch } = useQuery(scenariosQuery);
  return (
    <section className="panel stack" aria-labelledby="tests-title">
      <h2 id="tests-title">{sv.workshop.change.parts.tests}</h2>
      {tests === null ? (
        <p>{text.none}</p>
      ) : (
        <>
          {tests.fresh ? null : <p className="notice">{text.stale}</p>}
          <p className={tests.ok ? "notice good" : "notice bad"}>
            <strong>
              {String(tests.passed)} {text.passed} {String(tests.total)} {text.asExpected}
            </strong>
            <span className="small muted">{dayAndTime(tests.ranAt)}</span>
          </p>
          {tests.failures.length === 0 ? null : <Failures failures={tests.failures} onTrace={setTraced} />}
        </>
      )}
      <details>
        <summary>{text.all}</summary>
        {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
        {isPending ? <Loading /> : null}
        {data === undefined ? null : (
          <ScenarioTable
            scenarios={data.scenarios}
            actions={({ suite, scenario, awaitsCheck }) =>
              awaitsCheck ? null : (
                <TraceButton scenario={{ suite, id: scenario.id, title: scenario.title }} onTrace={setTraced} />
              )
            }
          />
        )}
      </details>
      {traced === undefined ? null : (
        <ScenarioTrace
          changeId={id}
          scenario={traced}
          onClose={() => {
            setTraced(undefined);
          }}
        />
      )}
    </section>
  );
};
