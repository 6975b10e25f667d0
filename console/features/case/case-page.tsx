import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { CaseView } from "../../../contracts/api/case-view.js";
import { caseIdSchema } from "../../../contracts/ids.js";
import { Button } from "../../components/button.js";
import { Failed, Loading } from "../../components/states.js";
import { inBackground } from "../../server/in-background.js";
import { useChangedSince } from "../../server/live.js";
import { caseQuery } from "../../server/queries.js";
import { useReadingTime } from "../../server/reading-time.js";
import { sv } from "../../texts/sv.js";
import { DecidePage } from "../decide/decide-page.js";
import { CaseDesk } from "./case-desk.js";

type OpenProps = { readonly view: CaseView; readonly onReadAnew: () => void };

/** The case at hand: the desk, or the page where its decision is written. The address says which, so that Back works. */
const OpenCase = ({ view, onReadAnew }: OpenProps) => {
  const { write } = useSearch({ from: "/arenden/$caseId" });
  const navigate = useNavigate({ from: "/arenden/$caseId" });
  const reading = useReadingTime(view.shown.caseId, view.shownHash);
  const isWriting = write === true && view.shown.decision === null && view.shown.closing === null;
  const show = (writes: boolean): void => {
    inBackground(navigate({ search: writes ? { write: true } : {} }));
  };
  return isWriting ? (
    <DecidePage
      view={view}
      reading={reading}
      onReadAnew={onReadAnew}
      onBack={() => {
        show(false);
      }}
    />
  ) : (
    <CaseDesk
      view={view}
      reading={reading}
      onReadAnew={onReadAnew}
      onWrite={() => {
        show(true);
      }}
    />
  );
};

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
      <OpenCase key={caseId} view={view.data} onReadAnew={readAnew} />
    </>
  );
};
