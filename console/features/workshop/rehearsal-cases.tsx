import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ChangeView } from "../../../contracts/api/workshop.js";
import type { RehearsalCases as Cases } from "../../../contracts/api/workshop-rehearsal.js";
import { monthInWords } from "../../../contracts/dates.js";
import type { Ore } from "../../../contracts/money.js";
import { Button } from "../../components/button.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { kronor } from "../../format.js";
import { rehearsalCasesQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.rehearsal;

const figure = (ore: Ore | null): string => (ore === null ? text.unknown : kronor(ore));

const Listed = ({ cases, hidden }: Cases) => {
  const [at, setAt] = useState(0);
  const columns = text.caseColumns;
  const open = cases[at];
  if (cases.length === 0 && hidden === 0) return <Empty>{text.noCases}</Empty>;
  return (
    <>
      <div className="table-scroll">
        <table className="list-table" onKeyDown={moveBetweenRows}>
          <caption className="visually-hidden">{text.cases}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.reference}</th>
              <th scope="col">{columns.month}</th>
              <th scope="col">{columns.household}</th>
              <th scope="col" className="number">
                {columns.before}
              </th>
              <th scope="col" className="number">
                {columns.after}
              </th>
              <th scope="col" className="number">
                {columns.decided}
              </th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one, index) => (
              <tr key={`${one.reference}/${one.month}`}>
                <th scope="row">
                  <button
                    type="button"
                    className="cell"
                    data-row
                    aria-pressed={index === at}
                    onFocus={() => {
                      setAt(index);
                    }}
                  >
                    {one.reference}
                  </button>
                </th>
                <td>{monthInWords(one.month)}</td>
                <td>{one.household}</td>
                <td className="number">{figure(one.beforeOre)}</td>
                <td className="number">{figure(one.afterOre)}</td>
                <td className="number">{one.decidedOre === null ? text.notDecided : kronor(one.decidedOre)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open === undefined ? null : (
        <div aria-live="polite">
          <h3>{open.reference}</h3>
          <ul className="difference">
            {open.rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </div>
      )}
      {hidden === 0 ? null : (
        <p className="small muted">
          {String(hidden)} {text.hidden}.
        </p>
      )}
    </>
  );
};

/** The cases that would come out otherwise, one at a time. They are people's, and so fetched when asked for. */
export const RehearsalCases = ({ change, hash }: { readonly change: ChangeView; readonly hash: string }) => {
  const [isAsked, setIsAsked] = useState(false);
  const { data, isError, error, refetch } = useQuery({ ...rehearsalCasesQuery(change.id, hash), enabled: isAsked });
  return (
    <section className="panel stack" aria-labelledby="cases-title">
      <h2 id="cases-title">{text.cases}</h2>
      {isAsked ? null : (
        <p>
          <Button
            onPress={() => {
              setIsAsked(true);
            }}
          >
            {text.showCases}
          </Button>
        </p>
      )}
      {isAsked && data === undefined && !isError ? <Loading /> : null}
      {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
      {data === undefined ? null : <Listed {...data} />}
    </section>
  );
};
