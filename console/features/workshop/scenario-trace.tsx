import { useQuery } from "@tanstack/react-query";
import type { ScenariosView } from "../../../contracts/api/workshop-scenarios.js";
import type { Explanation } from "../../../contracts/explanation.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { Failed, Loading } from "../../components/states.js";
import { kronor } from "../../format.js";
import { traceQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.trace;

/** A scenario by the names that the suites know it by. */
export type TracedScenario = {
  readonly suite: ScenariosView["scenarios"][number]["suite"];
  readonly id: string;
  readonly title: string;
};

const Words = ({ words }: { readonly words: readonly string[] }) =>
  words.length === 0 ? (
    "–"
  ) : (
    <ul>
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );

const factWords = (facts: Explanation["lines"][number]["facts"]): string[] =>
  facts.map(({ title, value }) => `${title}: ${value}`);

/** The lines of the calculation in order, each with the rows it matched, the facts it read and its paragraphs. */
const Lines = ({ lines }: Pick<Explanation, "lines">) => {
  const columns = text.columns;
  return (
    <div className="table-scroll">
      <table className="trace-table">
        <caption className="visually-hidden">{text.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.line}</th>
            <th scope="col" className="number">
              {columns.amount}
            </th>
            <th scope="col">{columns.rows}</th>
            <th scope="col">{columns.facts}</th>
            <th scope="col">{columns.basis}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={`${line.provision.id}/${String(index)}`}>
              <th scope="row">
                {line.text} <span className="small muted">{line.provision.title}</span>
              </th>
              <td className="number">{kronor(line.amountOre)}</td>
              <td>
                <Words words={line.rows} />
              </td>
              <td>
                <Words words={factWords(line.facts)} />
              </td>
              <td>{line.basis.join("; ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Reasons = ({ reasons }: Pick<Explanation, "reasons">) =>
  reasons.length === 0 ? null : (
    <>
      <h3>{text.reasons}</h3>
      <ul className="difference">
        {reasons.map((reason, index) => (
          <li key={`${reason.finding}/${String(index)}`}>
            <strong>{reason.title}</strong> {reason.text === reason.title ? "" : reason.text}{" "}
            <span className="small muted">
              {[reason.provision.title, ...reason.basis, ...factWords(reason.facts)].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );

const Path = ({ trace }: { readonly trace: Explanation }) => (
  <>
    <p>
      <strong>{trace.outcome.text}</strong>
    </p>
    <h3>{text.lines}</h3>
    <Lines lines={trace.lines} />
    <dl className="key-figures">
      {trace.figures.map(({ title, amountOre }) => (
        <div key={title} className="key-figure">
          <dt className="small muted">{title}</dt>
          <dd className="figure">{kronor(amountOre)}</dd>
        </div>
      ))}
    </dl>
    <Reasons reasons={trace.reasons} />
    {trace.readings.length === 0 ? null : (
      <>
        <h3>{text.readings}</h3>
        <ul className="difference">
          {trace.readings.map(({ key, title, option, source }) => (
            <li key={key}>
              {title}: {option ?? text.notChosen} <span className="small muted">{source}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

type Props = { readonly changeId: string; readonly scenario: TracedScenario; readonly onClose: () => void };

/** How the draft computes one scenario, from the first row to the outcome. */
export const ScenarioTrace = ({ changeId, scenario, onClose }: Props) => {
  const { data, isError, error, refetch } = useQuery(traceQuery(changeId, scenario));
  return (
    <Dialog title={`${text.title}: ${scenario.title}`} isOpen onClose={onClose} wide>
      <div>
        <Button autoFocus shortcut="Esc" onPress={onClose}>
          {sv.common.close}
        </Button>
      </div>
      {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
      {data === undefined && !isError ? <Loading /> : null}
      {data === undefined ? null : <Path trace={data} />}
    </Dialog>
  );
};
