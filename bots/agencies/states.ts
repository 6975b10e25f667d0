import type { Locator, Page } from "playwright";
import type { Marker, StoppingState } from "../core/page-state.js";

const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("heading", { level: 1, name, exact: true });
const alert = (page: Page, text: string | RegExp): Locator => page.getByRole("alert").filter({ hasText: text });
/** The main part under a heading, while it shows no alert. */
const quiet = (page: Page, name: string): Locator =>
  page
    .getByRole("main")
    .filter({ has: heading(page, name) })
    .filter({ hasNot: page.getByRole("alert") });

const obstacles: readonly Marker<StoppingState>[] = [
  { state: "maintenance", at: (page) => heading(page, /^(Planerat underhåll|Tjänsten är inte tillgänglig)$/) },
  { state: "server-error", at: (page) => heading(page, /^(Ett fel har inträffat|Internt fel)$/) },
  { state: "throttled", at: (page) => heading(page, "För många anrop") },
  { state: "captcha", at: (page) => heading(page, "Bekräfta att du är en människa") },
  { state: "terms", at: (page) => heading(page, "Nya användarvillkor") },
  { state: "locked", at: (page) => heading(page, "Kontot är låst") },
];

const refusals: readonly Marker<StoppingState>[] = [
  { state: "rejected", at: (page) => alert(page, /^(Okänd användare|Felaktig kod)\.$/) },
  { state: "locked", at: (page) => alert(page, "Användaren är låst.") },
];

/** The login where something else was asked for. */
const sessionLost: readonly Marker<StoppingState>[] = [
  { state: "login", at: (page) => quiet(page, "Inloggning") },
  // Level 1 where it is the page, level 2 where it has taken the place of the answers.
  { state: "login", at: (page) => page.getByRole("heading", { name: "Sessionen har upphört", exact: true }) },
];

/** The first step of the login. */
export const userStepStates: readonly Marker<"user-step" | StoppingState>[] = [
  { state: "user-step", at: (page) => quiet(page, "Inloggning") },
  ...obstacles,
];

/** After the user is sent. */
export const codeStepStates: readonly Marker<"code-step" | StoppingState>[] = [
  { state: "code-step", at: (page) => quiet(page, "Engångskod") },
  ...sessionLost,
  ...refusals,
  ...obstacles,
];

/** After the code is sent. */
export const loggedInStates: readonly Marker<"query-form" | StoppingState>[] = [
  { state: "query-form", at: (page) => quiet(page, "Ny fråga") },
  ...sessionLost,
  ...refusals,
  ...obstacles,
];

const whileLoggedIn: readonly Marker<StoppingState>[] = [...sessionLost, ...obstacles];

/** The form for a new query; its fields are part of what makes it that form. */
export const queryFormStates: readonly Marker<"query-form" | StoppingState>[] = [
  {
    state: "query-form",
    at: (page) => quiet(page, "Ny fråga").filter({ has: page.getByLabel("Personnummer", { exact: true }) }),
  },
  ...whileLoggedIn,
];

/** The live region that fills in while the agencies answer. */
const answers = (page: Page): Locator => page.getByRole("region", { name: "Svar från uppgiftslämnare", exact: true });

/** While at least one agency has not answered. */
export const fetching = (page: Page): Locator =>
  answers(page).and(page.locator("[aria-busy=true]")).filter({ hasText: "Hämtar svar …" });

/** After a query is put: first the agencies are waited for, then all have answered. */
export const answerStates: readonly Marker<"fetching" | "answered" | "query-refused" | StoppingState>[] = [
  { state: "fetching", at: fetching },
  { state: "answered", at: (page) => page.getByRole("status").filter({ hasText: /^Alla svar är hämtade\.$/ }) },
  { state: "query-refused", at: (page) => alert(page, "Frågan kan inte ställas") },
  { state: "server-error", at: (page) => alert(page, "Svaren kunde inte hämtas.") },
  ...whileLoggedIn,
];
