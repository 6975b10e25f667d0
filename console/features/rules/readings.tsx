import type { RulesView } from "../../../contracts/api/rules-view.js";
import { dateInWords } from "../../../contracts/dates.js";
import { sv } from "../../texts/sv.js";

const text = sv.rules;
type Reading = RulesView["readings"][number];

const others = ({ options, reading }: Reading): string => options.filter((option) => option !== reading).join(" · ");

const Chosen = ({ one }: { readonly one: Reading }) =>
  one.reading === null ? (
    <>
      <span className="tag warn">{text.unset}</span>
      <span className="small muted figure-note">
        {text.unsetNote} {others(one)}
      </span>
    </>
  ) : (
    <>
      {one.reading}
      <span className="small muted figure-note">
        {text.otherOptions} {others(one)}
      </span>
    </>
  );

/** The register of "our reading, not law": what was chosen instead of what, by whom. */
export const Readings = ({ readings }: { readonly readings: RulesView["readings"] }) => {
  const columns = text.readingColumns;
  return (
    <section className="panel stack" id="readings" aria-labelledby="readings-title">
      <h2 id="readings-title">{text.readings}</h2>
      <p>{text.readingsIntro}</p>
      <div className="table-scroll">
        <table>
          <caption className="visually-hidden">{text.readings}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.question}</th>
              <th scope="col">{columns.reading}</th>
              <th scope="col">{columns.chosenBy}</th>
              <th scope="col">{columns.source}</th>
            </tr>
          </thead>
          <tbody>
            {readings.map((one) => (
              <tr key={one.key}>
                <th scope="row">{one.question}</th>
                <td>
                  <Chosen one={one} />
                </td>
                <td>{one.chosenBy ?? "–"}</td>
                <td className="small muted">
                  {one.source ?? "–"}
                  {one.validFrom === undefined ? null : `, ${text.from} ${dateInWords(one.validFrom)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
