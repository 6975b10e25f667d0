import type { ChangeView } from "../../../contracts/api/workshop.js";
import type { RehearsalView } from "../../../contracts/api/workshop-rehearsal.js";
import { monthInWords } from "../../../contracts/dates.js";
import { difference } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { RehearsalBars } from "./rehearsal-bars.js";
import { RehearsalCases } from "./rehearsal-cases.js";

const text = sv.workshop.rehearsal;

const Figure = ({ figure, words, isBad = false }: { figure: string; words: string; isBad?: boolean }) => (
  <div className={isBad ? "key-figure bad" : "key-figure"}>
    <dt className="small muted">{words}</dt>
    <dd className="figure">{figure}</dd>
  </div>
);

const Figures = ({ run }: { readonly run: RehearsalView }) => (
  <dl className="key-figures">
    <Figure figure={String(run.more)} words={text.more} />
    <Figure figure={String(run.less)} words={text.less} isBad={run.less > 0} />
    <Figure
      figure={`${difference(run.sumOre)} ${sv.common.kr}`}
      words={run.medianOre === null ? text.noMedian : `${text.sum} ${difference(run.medianOre)} ${sv.common.kr}`}
    />
    <Figure figure={String(run.noLongerReferred)} words={text.noLonger} />
    <Figure figure={String(run.newlyReferred)} words={text.newly} />
    <Figure figure={String(run.newlyRefused)} words={text.refused} isBad={run.newlyRefused > 0} />
    <Figure figure={String(run.noLongerRefused)} words={text.noLongerRefused} />
    <Figure figure={String(run.letters)} words={text.letters} />
    <Figure figure={String(run.mandates)} words={text.mandates} />
  </dl>
);

type Group = RehearsalView["groups"][number];

const GroupRow = ({ group, isSum = false }: { readonly group: Group; readonly isSum?: boolean }) => (
  <tr className={isSum ? "sum" : undefined}>
    <th scope="row">{group.title}</th>
    <td className="number">{group.assessed}</td>
    <td className="number">{group.affected}</td>
    <td className="number">{group.more}</td>
    <td className="number">{group.less}</td>
    <td className="number">{difference(group.medianOre)}</td>
    <td className="number">{difference(group.sumOre)}</td>
    <td className="number">{group.letters}</td>
    <td className="number">{group.mandates}</td>
  </tr>
);

const Groups = ({ run }: { readonly run: RehearsalView }) => {
  const { title, ...numbers } = text.groupColumns;
  return (
    <div className="table-scroll">
      <table>
        <caption className="visually-hidden">{text.groups}</caption>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {Object.values(numbers).map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.groups.map((group) => (
            <GroupRow key={group.title} group={group} />
          ))}
          <GroupRow group={{ ...run, title: text.all }} isSum />
        </tbody>
      </table>
    </div>
  );
};

/** What the change would have done to the last twelve months: kronor, people's work, children, letters and mandates. */
export const RehearsalPart = ({ change }: { readonly change: ChangeView }) => {
  const run = change.rehearsal;
  if (run === null)
    return (
      <section className="panel" aria-label={sv.workshop.change.parts.rehearsal}>
        <p>{text.none}</p>
      </section>
    );
  return (
    <>
      <section className="panel stack" aria-labelledby="rehearsal-title">
        <h2 id="rehearsal-title">
          {text.title} {monthInWords(run.months.first)} – {monthInWords(run.months.last)}
        </h2>
        {run.fresh ? null : <p className="notice">{text.stale}</p>}
        <p className="small muted">
          {String(run.assessed)} {text.assessed}.{" "}
          {run.unreadable === 0 ? "" : `${String(run.unreadable)} ${text.unreadable}.`}
        </p>
        <Figures run={run} />
        <RehearsalBars bars={run.bars} />
        <h3>{text.children}</h3>
        <p className={run.children.worseOff > 0 ? "notice bad" : undefined}>{run.children.text}</p>
        <h3>{text.groups}</h3>
        <Groups run={run} />
        <p>
          <a className="button" href={`/api/workshop/changes/${change.id}/rehearsal.csv`} download>
            {text.csv}
          </a>
        </p>
      </section>
      <RehearsalCases change={change} hash={run.hash} />
    </>
  );
};
