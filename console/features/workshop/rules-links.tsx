import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { workshopReaders } from "../../../contracts/api/workshop.js";
import { useShortcuts } from "../../components/shortcuts.js";
import { inBackground } from "../../server/in-background.js";
import { sessionQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop;

const pages = [
  { to: "/regler", title: text.pages.rules },
  { to: "/regler/andringar", title: text.pages.changes },
  { to: "/regler/exempel", title: text.pages.scenarios },
  { to: "/regler/tolkningar", title: text.pages.readings },
] as const;

/** Whether the person may look into the workshop. The server decides; this keeps dead ends off the page. */
export const useSeesWorkshop = (): boolean => {
  const { data: session } = useSuspenseQuery(sessionQuery);
  return workshopReaders.some((role) => session.roles.includes(role));
};

/** The way between the rules in force and the workshop, also by the keys 1 to 4. */
export const RulesLinks = ({ current }: { readonly current: (typeof pages)[number]["to"] }) => {
  const sees = useSeesWorkshop();
  const navigate = useNavigate();
  useShortcuts(
    sees
      ? Object.fromEntries(
          pages.map(({ to }, index) => [
            String(index + 1),
            () => {
              inBackground(navigate({ to }));
            },
          ]),
        )
      : {},
  );
  if (!sees) return null;
  return (
    <nav className="tab-links in-head" aria-label={text.pagesLabel}>
      {pages.map(({ to, title }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          {...(to === current ? { "aria-current": "page" as const } : {})}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
};
