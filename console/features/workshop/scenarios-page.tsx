import type { ReactNode } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scenariosViewSchema } from "../../../contracts/api/workshop-scenarios.js";
import { Button } from "../../components/button.js";
import { PageHead } from "../../components/page-head.js";
import { CommandError, Failed, Loading } from "../../components/states.js";
import { send } from "../../server/request.js";
import { scenariosQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { RulesLinks } from "./rules-links.js";
import { ScenarioTable } from "./scenario-table.js";

const text = sv.workshop.scenarios;

type Act = { readonly id: string; readonly act: "check" | "removal" };

/** The scenarios, and the second person's check of those made from a real case. */
export const ScenariosPage = (): ReactNode => {
  const { data, isPending, isError, error, refetch } = useQuery(scenariosQuery);
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
        <p className="muted small">{text.intro}</p>
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
              actions={({ id, mayCheck, scenario }) =>
                id === null ? null : (
                  <span className="line-up">
                    {mayCheck ? does({ id, act: "check" }, scenario.title) : null}
                    {does({ id, act: "removal" }, scenario.title)}
                  </span>
                )
              }
            />
          </section>
        )}
      </div>
    </>
  );
};
