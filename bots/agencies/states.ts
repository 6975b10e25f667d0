import type { Locator, Page } from "playwright";
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

const refusals: readonly Marker<StoppingState>[] = [
  { state: "rejected", alert: /^(Okänd användare|Felaktig kod)\.$/ },
  { state: "locked", alert: "Användaren är låst." },
];

/** The login where something else was asked for. */
const sessionLost: readonly Marker<StoppingState>[] = [
  { state: "login", heading: "Inloggning", alert: "none" },
  { state: "login", heading: "Sessionen har upphört" },
];

/** The first step of the login. */
export const userStepStates: readonly Marker<"user-step" | StoppingState>[] = [
  { state: "user-step", heading: "Inloggning", alert: "none" },
  ...refusals,
  ...obstacles,
];

/** After the user is sent. */
export const codeStepStates: readonly Marker<"code-step" | StoppingState>[] = [
  { state: "code-step", heading: "Engångskod", alert: "none" },
  ...sessionLost,
  ...refusals,
  ...obstacles,
];

/** After the code is sent. */
export const loggedInStates: readonly Marker<"query-form" | StoppingState>[] = [
  { state: "query-form", heading: "Ny fråga", alert: "none" },
  ...sessionLost,
  ...refusals,
  ...obstacles,
];

/** The form for a new query; its first field is part of what makes it that form. */
export const queryFormStates: readonly Marker<"query-form" | StoppingState>[] = [
  {
    state: "query-form",
    heading: "Ny fråga",
    alert: "none",
    shows: (page) => page.getByLabel("Personnummer", { exact: true }),
  },
  ...sessionLost,
  ...obstacles,
];

/** The live region that fills in while the agencies answer. */
export const answersRegion = (page: Page): Locator =>
  page.getByRole("region", { name: "Svar från uppgiftslämnare", exact: true });

/** While at least one agency has not answered. */
export const fetching = (page: Page): Locator =>
  answersRegion(page).and(page.locator("[aria-busy=true]")).filter({ hasText: "Hämtar svar …" });

const answerHeading = "Svar på sammansatt fråga";

/** After a query is put: first the agencies are waited for, then all have answered. */
export const answerStates: readonly Marker<"fetching" | "answered" | "query-refused" | StoppingState>[] = [
  { state: "fetching", heading: answerHeading, shows: fetching },
  {
    state: "answered",
    heading: answerHeading,
    shows: (page) => page.getByRole("status").filter({ hasText: /^Alla svar är hämtade\.$/ }),
  },
  { state: "server-error", heading: answerHeading, alert: "Svaren kunde inte hämtas." },
  {
    state: "login",
    heading: answerHeading,
    shows: (page) => page.getByRole("heading", { level: 2, name: "Sessionen har upphört", exact: true }),
  },
  { state: "query-refused", heading: "Ny fråga", alert: /^Frågan kan inte ställas/ },
  ...sessionLost,
  ...obstacles,
];
