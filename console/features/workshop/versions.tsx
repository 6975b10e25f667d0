import type { PackVersionView } from "../../../contracts/api/workshop.js";
import { dateInWords } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { longDayOf, shortHash } from "../../format.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop;

type Props = {
  readonly versions: readonly PackVersionView[];
  /** Absent for those who may not write. */
  readonly onRollBack: ((version: PackVersionView) => void) | undefined;
};

/** Every version of every pack, with who published it and by which minute. An earlier one can be gone back to. */
export const Versions = ({ versions, onRollBack }: Props) => {
  const columns = text.versionColumns;
  return (
    <section className="panel stack" aria-labelledby="versions-title">
      <h2 id="versions-title">{text.versions}</h2>
      <div className="table-scroll">
        <table>
          <caption className="visually-hidden">{text.versions}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.pack}</th>
              <th scope="col">{columns.version}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.by}</th>
              <th scope="col">{columns.minute}</th>
              {onRollBack === undefined ? null : (
                <th scope="col">
                  <span className="visually-hidden">{text.rollBack}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.hash}>
                <th scope="row">{version.title}</th>
                <td>
                  {version.version} <span className="hash muted">{shortHash(version.hash)}</span>
                </td>
                <td>{version.inForce ? <span className="tag good">{text.inForce}</span> : text.earlier}</td>
                <td>
                  {version.publishedBy === null || version.publishedAt === null
                    ? text.shipped
                    : `${version.publishedBy}, ${longDayOf(version.publishedAt)}`}
                </td>
                <td>
                  {version.minute === null ? "–" : `${dateInWords(version.minute.on)} ${version.minute.paragraph}`}
                </td>
                {onRollBack === undefined ? null : (
                  <td>
                    {version.inForce ? null : (
                      <Button
                        aria-label={`${text.rollBack} ${version.title} ${version.version}`}
                        onPress={() => {
                          onRollBack(version);
                        }}
                      >
                        {text.rollBack}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
