import { useState } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { portalControllers, type PortalView } from "../../../contracts/api/portals.js";
import { announce } from "../../components/announce.js";
import { Button } from "../../components/button.js";
import { focusLast } from "../../components/focus-last.js";
import { dayAndTime } from "../../format.js";
import { sessionQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { ResumeDialog } from "./resume-dialog.js";

const text = sv.month;

const looks: Readonly<Record<PortalView["state"], string>> = {
  working: "tag good",
  resting: "tag warn",
  paused: "tag bad",
};

/** `onResume` is left out where nobody who looks may let the work go on. */
const Portal = ({ portal, onResume }: { readonly portal: PortalView; readonly onResume: (() => void) | undefined }) => (
  <tr>
    <th scope="row">{portal.title}</th>
    <td>
      <span className={looks[portal.state]}>{text.portalStates[portal.state]}</span>
    </td>
    <td>
      {portal.cause === null ? null : (
        <>
          {portal.cause.title}
          <span className="small muted figure-note">{portal.cause.check}</span>
        </>
      )}
      {portal.state === "paused" && onResume !== undefined ? (
        <Button aria-label={`${text.resume.action}: ${portal.title}`} onPress={onResume}>
          {text.resume.action}
        </Button>
      ) : null}
    </td>
    <td>
      {portal.since === null ? null : dayAndTime(portal.since)}
      {portal.until === null ? null : (
        <span className="small muted figure-note">
          {text.triedAgain} {dayAndTime(portal.until)}
        </span>
      )}
    </td>
  </tr>
);

/** Outside systems and whether they are worked with, what stands still first. Who may lets a stopped one go on. */
export const Portals = ({ portals }: { readonly portals: readonly PortalView[] }) => {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [resuming, setResuming] = useState<PortalView>();
  const mayResume = portalControllers.some((role) => session.roles.includes(role));
  return (
    <section className="panel stack" aria-labelledby="portals-heading">
      <h2 id="portals-heading" tabIndex={-1}>
        {text.portals}
      </h2>
      <div className="table-scroll">
        <table>
          <caption className="visually-hidden">{text.portals}</caption>
          <thead>
            <tr>
              <th scope="col">{text.portal}</th>
              <th scope="col">{text.state}</th>
              <th scope="col">{text.columns.reasons}</th>
              <th scope="col">{text.since}</th>
            </tr>
          </thead>
          <tbody>
            {portals
              .toSorted((one, other) => Number(one.state === "working") - Number(other.state === "working"))
              .map((portal) => (
                <Portal
                  key={portal.portal}
                  portal={portal}
                  onResume={
                    mayResume
                      ? () => {
                          setResuming(portal);
                        }
                      : undefined
                  }
                />
              ))}
          </tbody>
        </table>
      </div>
      {resuming === undefined ? null : (
        <ResumeDialog
          portal={resuming}
          onClose={() => {
            setResuming(undefined);
          }}
          onResumed={() => {
            setResuming(undefined);
            focusLast("#portals-heading");
            announce(`${resuming.title}: ${text.resume.done}`);
          }}
        />
      )}
    </section>
  );
};
