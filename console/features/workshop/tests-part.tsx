import { useQuery } from "@tanstack/react-query";
import type { TestsView } from "../../../contracts/api/workshop.js";
import { reasons } from "../../../contracts/codes/reasons.js";
import type { ScenarioExpectation } from "../../../contracts/rule-scenario.js";
import { Failed, Loading } from "../../components/states.js";
import { dayAndTime } from "../../format.js";
import { scenariosQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { ScenarioTable } from "./scenario-table.js";
import { expectedInWords } from "./scenario-words.js";

const text = sv.workshop.tests;

type Failure = TestsView["failures"][number];

/** Only the parts that are demanded, so that the two stand beside each other. */
const demanded = ({ expected, computed }: Failure): ScenarioExpectation =>
  Object.fromEntries(Object.entries(computed).filter(([part]) => part in expected));

const Failures = ({ failures }: { readonly failures: readonly Failure[] }) => (
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
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);

/** The last run of the scenarios on the draft, and what they are. */
export const TestsPart = ({ tests }: { readonly tests: TestsView | null }) => {
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
          {tests.failures.length === 0 ? null : <Failures failures={tests.failures} />}
        </>
      )}
      <details>
        <summary>{text.all}</summary>
        {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
        {isPending ? <Loading /> : null}
        {data === undefined ? null : <ScenarioTable scenarios={data.scenarios} />}
      </details>
    </section>
  );
};
