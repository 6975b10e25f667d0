import type { RulesView } from "../../../contracts/api/rules-view.js";
import { dateInWords } from "../../../contracts/dates.js";
import { CopyFigure } from "../../components/copy-figure.js";
import { Empty } from "../../components/states.js";
import { kronor } from "../../format.js";
import { sv } from "../../texts/sv.js";

const text = sv.rules;
type Line = RulesView["delegation"][number];

const validity = ({ validFrom, validTo }: Line): string =>
  validTo === undefined
    ? `${text.from} ${dateInWords(validFrom)}`
    : `${text.from} ${dateInWords(validFrom)} ${text.validTo} ${dateInWords(validTo)}`;

const DelegationRow = ({ line }: { readonly line: Line }) => (
  <tr>
    <th scope="row">{line.item}</th>
    <td>{line.text}</td>
    <td>{line.outcomes.join(", ")}</td>
    <td>{line.roles.join(", ")}</td>
    <td className="number">{line.upToOre === null ? text.noLimit : kronor(line.upToOre)}</td>
    <td className="copy-cell">
      {line.upToOre === null ? null : (
        <CopyFigure
          label={`${text.delegationColumns.item} ${line.item}, ${line.text}`}
          figure={`${kronor(line.upToOre)} ${sv.common.kr}`}
          source={`${line.source}, ${validity(line)}`}
        />
      )}
    </td>
    <td>
      {line.decidedBy}
      <span className="small muted figure-note">{line.source}</span>
    </td>
    <td>{validity(line)}</td>
  </tr>
);

/** Who may decide what, up to which amount, since when and by which decision of the board. */
export const Delegation = ({ lines }: { readonly lines: RulesView["delegation"] }) => {
  const columns = text.delegationColumns;
  return (
    <section className="panel stack" id="delegation" aria-labelledby="delegation-title">
      <h2 id="delegation-title">{text.delegation}</h2>
      {lines.length === 0 ? (
        <Empty>{text.delegationNone}</Empty>
      ) : (
        <div className="table-scroll">
          <table>
            <caption className="visually-hidden">{text.delegation}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.item}</th>
                <th scope="col">{columns.text}</th>
                <th scope="col">{columns.outcomes}</th>
                <th scope="col">{columns.roles}</th>
                <th scope="col" className="number">
                  {columns.upTo}
                </th>
                <th scope="col" className="copy-cell">
                  <span className="visually-hidden">{sv.copy.copy}</span>
                </th>
                <th scope="col">{columns.decidedBy}</th>
                <th scope="col">{columns.validity}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <DelegationRow key={`${line.item} ${line.text}`} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
