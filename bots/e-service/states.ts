import type { Page } from "playwright";
import type { Marker, StoppingState } from "../core/page-state.js";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name, exact: true });
const loginForm = (page: Page) => page.getByRole("main").filter({ has: heading(page, "Logga in") });
const alert = (page: Page) => page.getByRole("alert");
const quietLogin = (page: Page) => loginForm(page).filter({ hasNot: alert(page) });

/** What may stand in the way of any page. */
const obstacles: readonly Marker<StoppingState>[] = [
  { state: "maintenance", at: (page) => heading(page, /^(Planerat underhåll|Tjänsten är inte tillgänglig)$/) },
  { state: "server-error", at: (page) => heading(page, /^(Ett fel har inträffat|Internt fel)$/) },
  { state: "throttled", at: (page) => heading(page, "För många anrop") },
  { state: "captcha", at: (page) => heading(page, "Bekräfta att du är en människa") },
  { state: "terms", at: (page) => heading(page, "Nya användarvillkor") },
  { state: "locked", at: (page) => heading(page, "Kontot är låst") },
];

/** After the login page is opened: the empty form. */
export const loginPageStates: readonly Marker<"login-form" | StoppingState>[] = [
  { state: "login-form", at: (page) => loginForm(page).filter({ has: page.getByLabel("Användarnamn") }) },
  ...obstacles,
];

/** After the form is sent: the inbox, or the form again with the reason. */
export const loggedInStates: readonly Marker<"inbox" | StoppingState>[] = [
  { state: "inbox", at: (page) => heading(page, "Inkorg") },
  { state: "login", at: quietLogin },
  {
    state: "rejected",
    at: (page) => loginForm(page).filter({ has: alert(page).filter({ hasText: "Fel användarnamn" }) }),
  },
  { state: "locked", at: (page) => loginForm(page).filter({ has: alert(page).filter({ hasText: "Kontot är låst" }) }) },
  ...obstacles,
];

const whileLoggedIn: readonly Marker<StoppingState>[] = [{ state: "login", at: loginForm }, ...obstacles];

/** After a month's inbox is opened. */
export const inboxStates: readonly Marker<"listed" | "empty" | StoppingState>[] = [
  { state: "listed", at: (page) => page.getByRole("table", { name: "Inkomna ansökningar", exact: true }) },
  { state: "empty", at: (page) => page.getByRole("status").filter({ hasText: /^Inga ansökningar för / }) },
  ...whileLoggedIn,
];

/** After an application is opened. */
export const applicationStates: readonly Marker<"application" | StoppingState>[] = [
  { state: "application", at: (page) => heading(page, /^Ansökan \S+$/) },
  ...whileLoggedIn,
];
