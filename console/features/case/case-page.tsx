import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { caseIdSchema } from "../../../contracts/ids.js";
import { Button } from "../../components/button.js";
import { Failed, Loading } from "../../components/states.js";
import { useChangedSince } from "../../server/live.js";
import { inBackground } from "../../server/in-background.js";
import { caseQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { CaseDesk } from "./case-desk.js";

/** One case, from question to decision. */
export const CasePage = (): ReactNode => {
  const caseId = caseIdSchema.parse(useParams({ from: "/arenden/$caseId" }).caseId);
  const view = useQuery(caseQuery(caseId));
  const change = useChangedSince(caseId);
  const readAnew = (): void => {
    change.clear();
    inBackground(view.refetch());
  };
  if (view.isError && view.data === undefined)
    return (
      <div className="page-body">
        <Failed error={view.error} onRetry={readAnew} />
        <Link className="button" to="/arenden" search={{ tab: "ready" }}>
          {sv.states.toQueue}
        </Link>
      </div>
    );
  if (view.data === undefined)
    return (
      <div className="page-body">
        <Loading />
      </div>
    );
  return (
    <>
      {change.hasChanged ? (
        <div className="notice" role="status">
          {sv.case.changedTitle}
          <Button onPress={readAnew}>{sv.case.readAnew}</Button>
        </div>
      ) : null}
      <CaseDesk key={caseId} view={view.data} onReadAnew={readAnew} />
    </>
  );
};
