import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { workshopWriters, type ChangeView } from "../../../contracts/api/workshop.js";
import { affectedViewSchema, type AffectedView } from "../../../contracts/api/workshop-affected.js";
import { monthInWords } from "../../../contracts/dates.js";
import { recomputeStages, recomputeStates, type RecomputeStage } from "../../../contracts/rule-change.js";
import { Button } from "../../components/button.js";
import { CommandError, Empty, Failed, Loading } from "../../components/states.js";
import { dayAndTime, difference, kronor } from "../../format.js";
import { sessionQuery } from "../../server/queries.js";
import { send } from "../../server/request.js";
import { affectedQuery, changeQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { Decided } from "./decided-months.js";

const text = sv.workshop.after;

type UndecidedCase = AffectedView["undecided"][number];

const staysAsItIs = (one: UndecidedCase): boolean =>
  one.outcomeTitle === one.expectedTitle && one.storedOre === one.expectedOre;

/** Those that become something else, and folded away those that only change their version of the rules. */
const Undecided = ({ undecided }: Pick<AffectedView, "undecided">) => {
  if (undecided.length === 0) return <Empty>{text.undecidedNone}</Empty>;
  const same = undecided.filter(staysAsItIs);
  const changed = undecided.filter((one) => !staysAsItIs(one));
  return (
    <>
      {changed.length === 0 ? null : <UndecidedTable cases={changed} caption={text.undecided} />}
      {same.length === 0 ? null : (
        <details>
          <summary>{text.undecidedSame(same.length)}</summary>
          <UndecidedTable cases={same} caption={text.undecidedSame(same.length)} />
        </details>
      )}
    </>
  );
};

const UndecidedTable = ({ cases, caption }: { readonly cases: readonly UndecidedCase[]; readonly caption: string }) => {
  const columns = text.undecidedColumns;
  return (
    <div className="table-scroll">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.reference}</th>
            <th scope="col">{columns.month}</th>
            <th scope="col">{columns.outcome}</th>
            <th scope="col" className="number">
              {columns.stored}
            </th>
            <th scope="col" className="number">
              {columns.expected}
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.map((row) => (
            <tr key={`${row.reference}/${row.month}`}>
              <th scope="row">{row.reference}</th>
              <td>{monthInWords(row.month)}</td>
              <td>
                {row.outcomeTitle === row.expectedTitle
                  ? row.outcomeTitle
                  : `${row.outcomeTitle} → ${row.expectedTitle}`}
              </td>
              <td className="number">{kronor(row.storedOre)}</td>
              <td className="number">{kronor(row.expectedOre)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Runs = ({ runs }: Pick<AffectedView, "runs">) => {
  if (runs.length === 0) return null;
  const columns = text.runColumns;
  return (
    <div className="table-scroll">
      <table>
        <caption className="small muted">{text.runs}</caption>
        <thead>
          <tr>
            {Object.values(columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.at}>
              <td>{dayAndTime(run.at)}</td>
              <td>{run.by}</td>
              <td>{recomputeStages[run.stage].title}</td>
              <td>{run.reassessed}</td>
              <td>{run.skipped}</td>
              <td>
                {run.state === "done" ? <span className="tag good">{text.doneRun}</span> : null}
                {run.state === "started" ? <span className="tag">{recomputeStates.started.title}</span> : null}
                {run.state === "stopped" ? (
                  <>
                    <span className="tag bad">{text.stopped}</span> {run.stoppedBecause}
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const stages = ["one", "few", "all"] as const satisfies readonly RecomputeStage[];

/** The stages in order; only the next one can be taken. */
const Stages = ({ change, affected }: { readonly change: ChangeView; readonly affected: AffectedView }) => {
  const client = useQueryClient();
  const command = useMutation({
    mutationFn: (stage: RecomputeStage) =>
      send(affectedViewSchema, { path: `/api/workshop/changes/${change.id}/recomputation`, body: { stage } }),
    onSuccess: async (after) => {
      client.setQueryData(affectedQuery(change.id).queryKey, after);
      await client.invalidateQueries({ queryKey: changeQuery(change.id).queryKey, exact: true });
    },
  });
  if (affected.next === null) return null;
  return (
    <div className="stack">
      <div className="line-up">
        {stages.map((stage) => (
          <Button
            key={stage}
            {...(stage === affected.next ? { look: "primary" as const } : {})}
            isDisabled={stage !== affected.next || command.isPending}
            onPress={() => {
              command.mutate(stage);
            }}
          >
            {text.stages[stage]}
          </Button>
        ))}
        <span role="status" className="small muted">
          {command.isPending ? sv.workshop.change.working : ""}
        </span>
      </div>
      <CommandError error={command.error} />
    </div>
  );
};

/** What a published change means for cases there already are: undecided ones in stages, decided ones for a person. */
export const AffectedPart = ({ change }: { readonly change: ChangeView }) => {
  const isPublished = change.state === "published";
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data, isError, error, refetch } = useQuery({ ...affectedQuery(change.id), enabled: isPublished });
  if (!isPublished)
    return (
      <section className="panel" aria-label={sv.workshop.change.parts.after}>
        <p>{text.none}</p>
      </section>
    );
  if (isError) return <Failed error={error} onRetry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  const mayWrite = workshopWriters.some((role) => session.roles.includes(role));
  return (
    <>
      <section className="panel stack" aria-labelledby="undecided-title">
        <h2 id="undecided-title">
          {text.undecided} <span className="count">{data.undecided.length}</span>
        </h2>
        <p className="muted">{text.undecidedIntro}</p>
        {mayWrite ? <Stages change={change} affected={data} /> : null}
        <Runs runs={data.runs} />
        <Undecided undecided={data.undecided} />
      </section>
      <Decided
        affected={data}
        report={`/api/workshop/changes/${change.id}/board-report.csv`}
        total={difference(data.totalOre)}
      />
    </>
  );
};
