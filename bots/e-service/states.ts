import type { Page } from "playwright";
import type { Marker, StoppingState } from "../core/page-state.js";

/** What may stand in the way of any page. */
const obstacles: readonly Marker<StoppingState>[] = [
  { state: "maintenance", heading: /^(Planerat underhåll|Tjänsten är inte tillgänglig)$/ },
  { state: "server-error", heading: /^(Ett fel har inträffat|Internt fel)$/ },
  { state: "throttled", heading: "För många anrop" },
  { state: "captcha", heading: "Bekräfta att du är en människa" },
  { state: "terms", heading: "Nya användarvillkor" },
  { state: "locked", heading: "Kontot är låst" },
];

/** After the login page is opened: the form. */
export const loginPageStates: readonly Marker<"login-form" | StoppingState>[] = [
  {
    state: "login-form",
    heading: "Logga in",
    shows: (page) => page.getByLabel("Användarnamn", { exact: true }),
  },
  ...obstacles,
];

/** After the form is sent: the inbox, or the form again, with or without a reason. */
export const loggedInStates: readonly Marker<"inbox" | StoppingState>[] = [
  { state: "inbox", heading: "Inkorg" },
  { state: "rejected", heading: "Logga in", alert: "Fel användarnamn eller lösenord." },
  { state: "locked", heading: "Logga in", alert: "Kontot är låst." },
  { state: "login", heading: "Logga in", alert: "none" },
  ...obstacles,
];

const whileLoggedIn: readonly Marker<StoppingState>[] = [{ state: "login", heading: "Logga in" }, ...obstacles];

/** The inbox's table. */
export const inboxTable = (page: Page) => page.getByRole("table", { name: "Inkomna ansökningar", exact: true });

/** After a month's inbox is opened. */
export const inboxStates: readonly Marker<"listed" | "empty" | StoppingState>[] = [
  { state: "listed", heading: "Inkorg", shows: inboxTable },
  {
    state: "empty",
    heading: "Inkorg",
    shows: (page) => page.getByRole("status").filter({ hasText: /^Inga ansökningar för / }),
  },
  ...whileLoggedIn,
];

/** After an application is opened. */
export const applicationStates: readonly Marker<"application" | StoppingState>[] = [
  { state: "application", heading: /^Ansökan \S+$/ },
  ...whileLoggedIn,
];
