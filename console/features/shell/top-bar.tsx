import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { z } from "zod";
import { roles } from "../../../contracts/codes/roles.js";
import { dateInWords } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { forgetDrafts } from "../../server/drafts.js";
import { sessionQuery } from "../../server/queries.js";
import { send } from "../../server/request.js";
import { sv } from "../../texts/sv.js";
import { placesOf, type Place } from "./home-of.js";

const titles: Readonly<Record<Place, string>> = {
  "/arenden": sv.nav.queue,
  "/manaden": sv.nav.month,
  "/regler": sv.nav.rules,
  "/granskning": sv.nav.audit,
};

/** Ends the sign-in on the server, then leaves every page of this one behind. */
const signOut = async (): Promise<void> => {
  await send(z.object({ result: z.literal("signed-out") }), { path: "/api/sign-out", body: {} });
  forgetDrafts();
  window.location.assign("/");
};

type Props = {
  readonly onShowKeys: () => void;
  /** Absent for those who handle no cases. */
  readonly onFind: (() => void) | undefined;
};

/** The menu, who is signed in, and the day in the municipality. */
export const TopBar = ({ onShowKeys, onFind }: Props) => {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const roleNames = session.roles.map((role) => roles[role].title.toLowerCase()).join(", ");
  return (
    <header className="top-bar">
      <Link className="brand" to="/">
        {sv.brand}
      </Link>
      <nav className="top-nav" aria-label="Huvudmeny">
        {placesOf(session.roles).map((place) => (
          <Link key={place} to={place} activeProps={{ "aria-current": "page" }}>
            {titles[place]}
          </Link>
        ))}
      </nav>
      <div className="who">
        {onFind === undefined ? null : (
          <Button onPress={onFind} shortcut="/" keys="/">
            {sv.find.open}
          </Button>
        )}
        <span>
          {session.municipality} · {dateInWords(session.today)}
        </span>
        <span>
          {sv.signedInAs}: {session.name}, {roleNames}
        </span>
        <Button look="quiet" onPress={onShowKeys} keys="?">
          <kbd aria-hidden="true">?</kbd> {sv.shortcuts}
        </Button>
        <Button look="quiet" onPress={() => signOut()}>
          {sv.signOut}
        </Button>
      </div>
    </header>
  );
};
