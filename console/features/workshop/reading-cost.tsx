import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReadingCost } from "../../../contracts/api/workshop-readings.js";
import { optionsOf, type ReadingKey } from "../../../contracts/codes/open-readings.js";
import { monthInWords } from "../../../contracts/dates.js";
import { readingInWords } from "../../../contracts/pack-words.js";
import { Button } from "../../components/button.js";
import { Failed, Loading } from "../../components/states.js";
import { difference } from "../../format.js";
import { readingCostQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.readings;

const Options = ({ cost }: { readonly cost: ReadingCost }) => {
  const { option: name, ...numbers } = text.columns;
  return (
    <>
      <p className="small muted">
        {monthInWords(cost.months.first)} – {monthInWords(cost.months.last)}. {String(cost.cases)} {text.cases},{" "}
        {String(cost.dependent.cases)} {text.depend} ({String(cost.dependent.children)} {text.children}).
        {cost.unreadable === 0 ? "" : ` ${String(cost.unreadable)} ${sv.workshop.rehearsal.unreadable}.`}
      </p>
      {cost.dependent.cases === 0 ? (
        <p>{text.same}</p>
      ) : (
        <div className="table-scroll">
          <table>
            <caption className="visually-hidden">{text.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{name}</th>
                {Object.values(numbers).map((column) => (
                  <th key={column} scope="col" className="number">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cost.options.map(({ option, aboveLeastOre, more, less, newlyPrefilled, newlyRouted }) => (
                <tr key={option}>
                  <th scope="row">
                    {readingInWords(cost.key, option)}{" "}
                    {cost.chosen.includes(option) ? <span className="tag good">{text.chosen}</span> : null}
                  </th>
                  <td className="number">{difference(aboveLeastOre)}</td>
                  <td className="number">{more.cases}</td>
                  <td className="number">{difference(more.differenceOre)}</td>
                  <td className="number">{less.cases}</td>
                  <td className="number">{difference(less.differenceOre)}</td>
                  <td className="number">{newlyPrefilled.cases}</td>
                  <td className="number">{newlyRouted.cases}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};

/** One open reading: its options, and what each would have come to over the last twelve months. */
export const ReadingCostPanel = ({
  readingKey,
  title,
}: {
  readonly readingKey: ReadingKey;
  readonly title: string;
}) => {
  const [isAsked, setIsAsked] = useState(false);
  const { data, isError, error, refetch } = useQuery({ ...readingCostQuery(readingKey), enabled: isAsked });
  return (
    <section className="panel stack" aria-labelledby={`reading-${readingKey}`}>
      <div className="line-up spread">
        <h2 id={`reading-${readingKey}`}>{title}</h2>
        {isAsked ? null : (
          <Button
            aria-label={`${text.ask} ${title}`}
            onPress={() => {
              setIsAsked(true);
            }}
          >
            {text.ask}
          </Button>
        )}
      </div>
      <p className="small muted">
        {optionsOf(readingKey)
          .map((option) => readingInWords(readingKey, option))
          .join(" · ")}
      </p>
      {isAsked && data === undefined && !isError ? <Loading /> : null}
      {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
      {data === undefined ? null : <Options cost={data} />}
    </section>
  );
};
