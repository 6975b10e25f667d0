import { useState, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ChangeSummary, PackVersionView, WorkshopView } from "../../../contracts/api/workshop.js";
import { monthInWords, monthOf } from "../../../contracts/dates.js";
import { whoDecides } from "../../../contracts/pack-words.js";
import { Button } from "../../components/button.js";
import { PageHead } from "../../components/page-head.js";
import { moveBetweenRows } from "../../components/row-keys.js";
import { Empty, Failed, Loading } from "../../components/states.js";
import { workshopQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { NewChangeDialog } from "./new-change-dialog.js";
import { RulesLinks } from "./rules-links.js";
import { Versions } from "./versions.js";

const text = sv.workshop;

const waitsFor = ({ state, classes, effectiveFrom }: ChangeSummary, today: WorkshopView["today"]): string => {
  switch (state) {
    case "draft":
      return text.waits.draft;
    case "submitted":
      return text.waits.submitted;
    case "approved":
      return classes.includes("board-guideline") ? text.waits.minute : text.waits.publication;
    case "published":
      return effectiveFrom > monthOf(today) ? text.waits.effect : "–";
    case "withdrawn":
      return "–";
  }
};

const stateTags: Readonly<Record<ChangeSummary["state"], string>> = {
  draft: "tag",
  submitted: "tag warn",
  approved: "tag warn",
  published: "tag good",
  withdrawn: "tag",
};

const Changes = ({ workshop: { changes, today } }: { readonly workshop: WorkshopView }) => {
  if (changes.length === 0) return <Empty>{text.none}</Empty>;
  const columns = text.columns;
  return (
    <div className="table-scroll">
      <table className="list-table" onKeyDown={moveBetweenRows}>
        <caption className="visually-hidden">{text.changes}</caption>
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
          {changes.map((change) => (
            <tr key={change.id}>
              <td>{change.number}</td>
              <th scope="row">
                <Link to="/regler/andringar/$changeId" params={{ changeId: change.id }} data-row>
                  {change.title}
                </Link>
              </th>
              <td>{change.pack.title}</td>
              <td>
                {change.classes.length === 0
                  ? text.nothingChanged
                  : change.classes.map((one) => whoDecides[one]).join(", ")}
              </td>
              <td>{change.author.name}</td>
              <td>
                <span className={stateTags[change.state]}>{change.stateTitle}</span>
              </td>
              <td>{monthInWords(change.effectiveFrom)}</td>
              <td>{waitsFor(change, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Every change of the rules and every version of them. */
export const WorkshopPage = (): ReactNode => {
  const { data: workshop, isPending, isError, error, refetch } = useQuery(workshopQuery);
  const [begins, setBegins] = useState<PackVersionView | "new" | undefined>();
  return (
    <>
      <PageHead title={sv.rules.title} documentTitle={text.changes}>
        <div className="line-up spread">
          <p className="muted small">{workshop?.mayWrite === false ? text.readOnly : text.intro}</p>
          {workshop?.mayWrite === true ? (
            <Button
              large
              look="primary"
              onPress={() => {
                setBegins("new");
              }}
            >
              {text.new}
            </Button>
          ) : null}
        </div>
        <RulesLinks current="/regler/andringar" />
      </PageHead>
      <div className="page-body stack">
        {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
        {isPending ? <Loading /> : null}
        {workshop === undefined ? null : (
          <>
            <section className="panel stack" aria-label={text.changes}>
              <Changes workshop={workshop} />
            </section>
            <Versions versions={workshop.versions} onRollBack={workshop.mayWrite ? setBegins : undefined} />
            {begins === undefined ? null : (
              <NewChangeDialog
                workshop={workshop}
                rollback={begins === "new" ? undefined : begins}
                onClose={() => {
                  setBegins(undefined);
                }}
              />
            )}
          </>
        )}
      </div>
    </>
  );
};
