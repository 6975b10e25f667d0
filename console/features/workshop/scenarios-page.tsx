import { useState, type ReactNode } from "react";
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { workshopWriters } from "../../../contracts/api/workshop.js";
import { scenariosViewSchema, type ScenariosView } from "../../../contracts/api/workshop-scenarios.js";
import { Button } from "../../components/button.js";
import { PageHead } from "../../components/page-head.js";
import { CommandError, Failed, Loading } from "../../components/states.js";
import { sessionQuery } from "../../server/queries.js";
import { send } from "../../server/request.js";
import { scenariosQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { FromCaseDialog } from "./from-case-dialog.js";
import { RulesLinks } from "./rules-links.js";
import { ScenarioDialog } from "./scenario-dialog.js";
import { ScenarioTable } from "./scenario-table.js";

const text = sv.workshop.scenarios;

type Act = { readonly id: string; readonly act: "check" | "removal" };

/** The scenarios, and the second person's check of those made from a real case, put in another's place or to be removed. */
export const ScenariosPage = (): ReactNode => {
  const { data, isPending, isError, error, refetch } = useQuery(scenariosQuery);
  const { data: session } = useSuspenseQuery(sessionQuery);
  const mayWrite = workshopWriters.some((role) => session.roles.includes(role));
  const [edits, setEdits] = useState<ScenariosView["scenarios"][number] | undefined>();
  const [makes, setMakes] = useState(false);
  const client = useQueryClient();
  const command = useMutation({
    mutationFn: ({ id, act }: Act) =>
      send(scenariosViewSchema, { path: `/api/workshop/scenarios/${id}/${act}`, body: {} }),
    onSuccess: (view) => {
      client.setQueryData(scenariosQuery.queryKey, view);
    },
  });
  const does = ({ id, act }: Act, title: string) => (
    <Button
      aria-label={`${act === "check" ? text.check : text.remove} ${title}`}
      onPress={() => {
        if (!command.isPending) command.mutate({ id, act });
      }}
    >
      {act === "check" ? text.check : text.remove}
    </Button>
  );
  return (
    <>
      <PageHead title={sv.rules.title} documentTitle={sv.workshop.pages.scenarios}>
        <div className="line-up spread">
          <p className="muted small">{text.intro}</p>
          {mayWrite ? (
            <Button
              large
              onPress={() => {
                setMakes(true);
              }}
            >
              {sv.workshop.fromCase.open}
            </Button>
          ) : null}
        </div>
        <RulesLinks current="/regler/exempel" />
      </PageHead>
      <div className="page-body stack">
        {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
        {isPending ? <Loading /> : null}
        <CommandError error={command.error} />
        {data === undefined ? null : (
          <section className="panel stack" aria-label={sv.workshop.pages.scenarios}>
            <ScenarioTable
              scenarios={data.scenarios}
              actions={(row) =>
                mayWrite ? (
                  <span className="line-up">
                    <Button
                      aria-label={`${row.suite === "local" ? text.change : text.copy} ${row.scenario.title}`}
                      onPress={() => {
                        setEdits(row);
                      }}
                    >
                      {row.suite === "local" ? text.change : text.copy}
                    </Button>
                    {row.id !== null && row.mayCheck ? does({ id: row.id, act: "check" }, row.scenario.title) : null}
                    {row.id === null || row.removal?.mayConfirm === false
                      ? null
                      : does({ id: row.id, act: "removal" }, row.scenario.title)}
                  </span>
                ) : null
              }
            />
          </section>
        )}
        {makes ? (
          <FromCaseDialog
            onClose={() => {
              setMakes(false);
            }}
          />
        ) : null}
        {edits === undefined ? null : (
          <ScenarioDialog
            row={edits}
            onClose={() => {
              setEdits(undefined);
            }}
          />
        )}
      </div>
    </>
  );
};
