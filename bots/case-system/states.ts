import type { Locator, Page } from "playwright";
import type { Marker, StoppingState } from "../core/page-state.js";

const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("heading", { level: 1, name, exact: true });
const alert = (page: Page, text: string): Locator => page.getByRole("alert").filter({ hasText: text });
const under = (page: Page, name: string | RegExp): Locator => page.locator("body").filter({ has: heading(page, name) });
const labelled = (page: Page, label: string): { has: Locator } => ({ has: page.getByLabel(label, { exact: true }) });

const obstacles: readonly Marker<StoppingState>[] = [
  { state: "maintenance", at: (page) => heading(page, /^(PLANERAT UNDERHÅLL|TJÄNSTEN ÄR INTE TILLGÄNGLIG)$/) },
  { state: "server-error", at: (page) => heading(page, /^(ETT FEL HAR INTRÄFFAT|INTERNT FEL)$/) },
  { state: "throttled", at: (page) => heading(page, "FÖR MÅNGA ANROP") },
  { state: "captcha", at: (page) => heading(page, "BEKRÄFTA ATT DU ÄR EN MÄNNISKA") },
  { state: "terms", at: (page) => heading(page, "NYA ANVÄNDARVILLKOR") },
  { state: "locked", at: (page) => heading(page, "KONTOT ÄR LÅST") },
];

/** The login form. */
export const loginPageStates: readonly Marker<"login-form" | StoppingState>[] = [
  { state: "login-form", at: (page) => under(page, "INLOGGNING").filter(labelled(page, "Sign")) },
  ...obstacles,
];

const sessionLost: readonly Marker<StoppingState>[] = [
  { state: "login", at: (page) => alert(page, "Sessionen är avslutad.") },
  { state: "login", at: (page) => under(page, "INLOGGNING").filter({ hasNot: page.getByRole("alert") }) },
];

/** After the login form is sent. */
export const roleStates: readonly Marker<"role-choice" | StoppingState>[] = [
  { state: "role-choice", at: (page) => heading(page, "VÄLJ ROLL") },
  { state: "rejected", at: (page) => alert(page, "Fel sign eller lösen.") },
  { state: "locked", at: (page) => alert(page, "Användaren är spärrad.") },
  ...sessionLost,
  ...obstacles,
];

/** Wherever one was going, this system shows its login page when the session is gone. */
const whileLoggedIn: readonly Marker<StoppingState>[] = [
  ...sessionLost,
  { state: "login", at: (page) => heading(page, "VÄLJ ROLL") },
  ...obstacles,
];

/** The search form, before anything is looked for. */
export const searchStates: readonly Marker<"search-form" | StoppingState>[] = [
  { state: "search-form", at: (page) => under(page, "SÖK PERSON").filter(labelled(page, "Personnr")) },
  ...whileLoggedIn,
];

/** After a search: the file itself, or what the search page says. */
export const fileStates: readonly Marker<"file" | "no-hits" | StoppingState>[] = [
  { state: "file", at: (page) => heading(page, /^AKT \S+$/) },
  { state: "no-hits", at: (page) => page.getByText("Ingen träff.", { exact: true }) },
  { state: "several-hits", at: (page) => page.getByRole("table", { name: /^\d+ träffar$/ }) },
  ...whileLoggedIn,
];

/** A list of records. */
export const listStates: readonly Marker<"listed" | "empty" | StoppingState>[] = [
  { state: "listed", at: (page) => page.getByRole("table", { name: "Poster", exact: true }) },
  { state: "empty", at: (page) => page.getByText(/^Inga poster för \d\d-\d{4}\.$/) },
  ...whileLoggedIn,
];

/** One record. */
export const recordStates: readonly Marker<"record" | StoppingState>[] = [
  { state: "record", at: (page) => heading(page, /^POST \d+$/) },
  ...whileLoggedIn,
];

/** The empty form of one kind; its fields are part of what makes it that form. */
export const formStates = (name: string): readonly Marker<"form" | StoppingState>[] => [
  { state: "form", at: (page) => under(page, name).filter(labelled(page, "Månad")).filter(labelled(page, "Referens")) },
  ...whileLoggedIn,
];

/** After a form is sent. Only the receipt is an answer. */
export const receiptStates: readonly Marker<"receipt" | "refused" | StoppingState>[] = [
  { state: "receipt", at: (page) => heading(page, "POSTEN ÄR REGISTRERAD") },
  { state: "refused", at: (page) => heading(page, "POSTEN SPARADES INTE") },
  ...whileLoggedIn,
];
