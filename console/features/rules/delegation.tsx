import type { RulesView } from "../../../contracts/api/rules-view.js";
import { kronor } from "../../format.js";
import { sv } from "../../texts/sv.js";

/** Who may decide what, up to which amount. */
export const Delegation = ({ lines }: { readonly lines: RulesView["delegation"] }) => {
  const columns = sv.rules.delegationColumns;
  return (
    <section className="panel stack" id="delegation" aria-labelledby="delegation-title">
      <h2 id="delegation-title">{sv.rules.delegation}</h2>
      <div className="table-scroll">
        <table>
          <caption className="visually-hidden">{sv.rules.delegation}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.item}</th>
              <th scope="col">{columns.text}</th>
              <th scope="col">{columns.roles}</th>
              <th scope="col" className="number">
                {columns.upTo}
              </th>
              <th scope="col">{columns.decidedBy}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.item} ${line.text}`}>
                <th scope="row">{line.item}</th>
                <td>{line.text}</td>
                <td>{line.roles.join(", ")}</td>
                <td className="number">{line.upToOre === null ? sv.rules.noLimit : kronor(line.upToOre)}</td>
                <td className="small muted">{line.decidedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
