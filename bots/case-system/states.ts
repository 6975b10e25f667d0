import type { Page } from "playwright";
import type { Marker, StoppingState } from "../core/page-state.js";

/** What may stand in the way of any page. */
const obstacles: readonly Marker<StoppingState>[] = [
  { state: "maintenance", heading: /^(PLANERAT UNDERHÅLL|TJÄNSTEN ÄR INTE TILLGÄNGLIG)$/ },
  { state: "server-error", heading: /^(ETT FEL HAR INTRÄFFAT|INTERNT FEL)$/ },
  { state: "throttled", heading: "FÖR MÅNGA ANROP" },
  { state: "captcha", heading: "BEKRÄFTA ATT DU ÄR EN MÄNNISKA" },
  { state: "terms", heading: "NYA ANVÄNDARVILLKOR" },
  { state: "locked", heading: "KONTOT ÄR LÅST" },
];

/** The login form. */
export const loginPageStates: readonly Marker<"login-form" | StoppingState>[] = [
  { state: "login-form", heading: "INLOGGNING", shows: (page) => page.getByLabel("Sign", { exact: true }) },
  ...obstacles,
];

/** Wherever one was going, this system shows its login page when the session is gone. */
const sessionLost: readonly Marker<StoppingState>[] = [
  { state: "login", heading: "INLOGGNING", alert: "Sessionen är avslutad." },
  { state: "login", heading: "INLOGGNING", alert: "none" },
];

/** After the login form is sent. */
export const roleStates: readonly Marker<"role-choice" | StoppingState>[] = [
  { state: "role-choice", heading: "VÄLJ ROLL" },
  { state: "rejected", heading: "INLOGGNING", alert: "Fel sign eller lösen." },
  { state: "locked", heading: "INLOGGNING", alert: "Användaren är spärrad." },
  ...sessionLost,
  ...obstacles,
];

const whileLoggedIn: readonly Marker<StoppingState>[] = [
  ...sessionLost,
  { state: "login", heading: "VÄLJ ROLL" },
  ...obstacles,
];

/** The search form, before anything is looked for. */
export const searchStates: readonly Marker<"search-form" | StoppingState>[] = [
  { state: "search-form", heading: "SÖK PERSON", shows: (page) => page.getByLabel("Personnr", { exact: true }) },
  ...whileLoggedIn,
];

const isFile = { state: "file", heading: /^AKT \S+$/ } as const;

/** A file opened by its address. */
export const openedStates: readonly Marker<"file" | StoppingState>[] = [isFile, ...whileLoggedIn];

/** After a search: the file itself, or what the search page says. */
export const fileStates: readonly Marker<"file" | "no-hits" | StoppingState>[] = [
  isFile,
  { state: "no-hits", heading: "SÖK PERSON", shows: (page) => page.getByText("Ingen träff.", { exact: true }) },
  {
    state: "several-hits",
    heading: "SÖK PERSON",
    shows: (page) => page.getByRole("table", { name: /^\d+ träffar$/ }),
  },
  ...whileLoggedIn,
];

/** The table of a list of records. */
export const recordsTable = (page: Page) => page.getByRole("table", { name: "Poster", exact: true });

/** A list of records. */
export const listStates: readonly Marker<"listed" | "empty" | StoppingState>[] = [
  { state: "listed", heading: /^POSTER \S+$/, shows: recordsTable },
  {
    state: "empty",
    heading: /^POSTER \S+$/,
    shows: (page) => page.getByText(/^Inga poster för \d\d-\d{4}\.$/),
  },
  ...whileLoggedIn,
];

/** One record. */
export const recordStates: readonly Marker<"record" | StoppingState>[] = [
  { state: "record", heading: /^POST \d+$/ },
  ...whileLoggedIn,
];

/** The empty form of one kind, by its heading; the reference is part of what makes it that form. */
export const formStates = (heading: string): readonly Marker<"form" | StoppingState>[] => [
  { state: "form", heading, shows: (page) => page.getByLabel("Referens", { exact: true }) },
  ...whileLoggedIn,
];

/** After a form is sent. Only the receipt is an answer. */
export const receiptStates: readonly Marker<"receipt" | "refused" | StoppingState>[] = [
  { state: "receipt", heading: "POSTEN ÄR REGISTRERAD" },
  { state: "refused", heading: "POSTEN SPARADES INTE" },
  ...whileLoggedIn,
];
