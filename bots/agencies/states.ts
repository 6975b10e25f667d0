import type { Page } from "playwright";
import type { Marker, StoppingState } from "../core/page-state.js";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name, exact: true });
const alert = (page: Page) => page.getByRole("alert");
const main = (page: Page) => page.getByRole("main");

/** The live region that fills in while the agencies answer. */
export const answers = (page: Page) => page.locator("[aria-live][aria-busy]");

const obstacles: readonly Marker<StoppingState>[] = [
  { state: "maintenance", at: (page) => heading(page, /^(Planerat underhåll|Tjänsten är inte tillgänglig)$/) },
  { state: "server-error", at: (page) => heading(page, /^(Ett fel har inträffat|Internt fel)$/) },
  { state: "throttled", at: (page) => heading(page, "För många anrop") },
  { state: "captcha", at: (page) => heading(page, "Bekräfta att du är en människa") },
  { state: "terms", at: (page) => heading(page, "Nya användarvillkor") },
  { state: "locked", at: (page) => heading(page, "Kontot är låst") },
];

/** The first step of the login. */
export const userStepStates: readonly Marker<"user-step" | StoppingState>[] = [
  { state: "user-step", at: (page) => main(page).filter({ has: heading(page, "Inloggning") }) },
  ...obstacles,
];

/** After the user is sent: the code is asked for, or the user is refused. */
export const codeStepStates: readonly Marker<"code-step" | StoppingState>[] = [
  { state: "code-step", at: (page) => heading(page, "Engångskod") },
  { state: "rejected", at: (page) => main(page).filter({ has: heading(page, "Inloggning") }) },
  ...obstacles,
];

/** After the code is sent: the query form, or the reason why not. */
export const loggedInStates: readonly Marker<"query-form" | StoppingState>[] = [
  { state: "query-form", at: (page) => heading(page, "Ny fråga") },
  { state: "rejected", at: (page) => alert(page).filter({ hasText: "Felaktig kod" }) },
  { state: "locked", at: (page) => alert(page).filter({ hasText: /låst|spärrat/ }) },
  ...obstacles,
];

const whileLoggedIn: readonly Marker<StoppingState>[] = [
  { state: "login", at: (page) => heading(page, /^(Sessionen har upphört|Inloggning|Engångskod)$/) },
  ...obstacles,
];

/** The query form. */
export const queryFormStates: readonly Marker<"query-form" | StoppingState>[] = [
  { state: "query-form", at: (page) => heading(page, "Ny fråga") },
  ...whileLoggedIn,
];
