import type { ReactNode } from "react";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useMatch, useNavigate, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { caseIdSchema, type CaseId } from "../../../contracts/ids.js";
import { Announcements } from "../../components/announce.js";
import { Button } from "../../components/button.js";
import { useShortcuts } from "../../components/shortcuts.js";
import { Failed } from "../../components/states.js";
import { keepDraftsOf } from "../../server/drafts.js";
import { inBackground } from "../../server/in-background.js";
import { useLiveUpdates } from "../../server/live.js";
import { sessionQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { FindDialog } from "../find/find-dialog.js";
import { placeKeys, placesOf, type Place } from "./home-of.js";
import { KeyboardMap } from "./keyboard-map.js";
import { SessionGuard } from "./session-guard.js";
import { TopBar } from "./top-bar.js";

/** The case on the page, if any; a case in the auditor's log is not open for work. */
const useOpenCase = (): CaseId | undefined => {
  const match = useMatch({ from: "/arenden/$caseId", shouldThrow: false });
  return caseIdSchema.safeParse(match?.params.caseId).data;
};

/** What surrounds every page: menu, keyboard map, live updates and the session's end. */
export const Shell = (): ReactNode => {
  const [showsKeys, setShowsKeys] = useState(false);
  const [finds, setFinds] = useState(false);
  const { data: session } = useSuspenseQuery(sessionQuery);
  const mayFind = placesOf(session.roles).includes("/arenden");
  useEffect(() => {
    keepDraftsOf(session.staffId);
  }, [session.staffId]);
  const navigate = useNavigate();
  useLiveUpdates(useQueryClient(), useOpenCase());
  const places = placesOf(session.roles);
  const goTo = (to: Place) => () => {
    inBackground(navigate({ to }));
  };
  useShortcuts({
    "?": () => {
      setShowsKeys(true);
    },
    ...(mayFind
      ? {
          "/": () => {
            setFinds(true);
          },
        }
      : {}),
    ...Object.fromEntries(places.map((place) => [placeKeys[place], goTo(place)])),
  });

  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {sv.skipToContent}
      </a>
      <TopBar
        onShowKeys={() => {
          setShowsKeys(true);
        }}
        onFind={
          mayFind
            ? () => {
                setFinds(true);
              }
            : undefined
        }
      />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Announcements />
      <KeyboardMap
        isOpen={showsKeys}
        places={places}
        onClose={() => {
          setShowsKeys(false);
        }}
      />
      {finds ? (
        <FindDialog
          onClose={() => {
            setFinds(false);
          }}
        />
      ) : null}
      <SessionGuard />
    </div>
  );
};

/** An address that leads nowhere. */
export const NotFound = (): ReactNode => (
  <div className="page-body">
    <div className="state">
      <h1>{sv.states.notFoundTitle}</h1>
      <p>{sv.states.notFound}</p>
      <Link className="button" to="/">
        {sv.states.toQueue}
      </Link>
    </div>
  </div>
);

/** A page that could not be drawn. */
export const PageFailed = ({ error, reset }: ErrorComponentProps): ReactNode => {
  const router = useRouter();
  return (
    <div className="page-body">
      <Failed
        error={error}
        onRetry={() => {
          reset();
          inBackground(router.invalidate());
        }}
      />
      <Button look="quiet" onPress={() => router.navigate({ to: "/" })}>
        {sv.states.toQueue}
      </Button>
    </div>
  );
};
