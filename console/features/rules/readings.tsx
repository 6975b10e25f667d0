import type { RulesView } from "../../../contracts/api/rules-view.js";
import { sv } from "../../texts/sv.js";

/** The register of "our reading, not law". */
export const Readings = ({ readings }: { readonly readings: RulesView["readings"] }) => {
  const columns = sv.rules.readingColumns;
  return (
    <section className="panel stack" id="readings" aria-labelledby="readings-title">
      <h2 id="readings-title">{sv.rules.readings}</h2>
      <p>{sv.rules.readingsIntro}</p>
      <div className="table-scroll">
        <table>
          <caption className="visually-hidden">{sv.rules.readings}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.question}</th>
              <th scope="col">{columns.reading}</th>
              <th scope="col">{columns.source}</th>
            </tr>
          </thead>
          <tbody>
            {readings.map((one) => (
              <tr key={one.key}>
                <th scope="row">{one.question}</th>
                <td>{one.reading ?? <span className="tag warn">{sv.rules.unset}</span>}</td>
                <td className="small muted">{one.source ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
