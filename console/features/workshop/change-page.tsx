import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { PageHead } from "../../components/page-head.js";
import { Failed, Loading } from "../../components/states.js";
import { changeQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { ChangeDesk } from "./change-desk.js";

/** One change of the rules, from its first draft to its being in force. */
export const ChangePage = (): ReactNode => {
  const { changeId } = useParams({ from: "/regler/andringar/$changeId" });
  const { data: change, error, isPending, refetch } = useQuery(changeQuery(changeId));
  if (change !== undefined) return <ChangeDesk key={change.id} change={change} onReadAnew={() => refetch()} />;
  return (
    <>
      <PageHead title={sv.workshop.change.number} documentTitle={sv.workshop.change.number} />
      <div className="page-body">{isPending ? <Loading /> : <Failed error={error} onRetry={() => refetch()} />}</div>
    </>
  );
};
