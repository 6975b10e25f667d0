import type { Locator, Page } from "playwright";
import type { Marker, StoppingState } from "../core/page-state.js";

const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("heading", { level: 1, name, exact: true });

const obstacles: readonly Marker<StoppingState>[] = [
  // The browser has offered our login by then: this page means that it was refused.
  { state: "rejected", at: (page) => heading(page, "Not signed in") },
  { state: "maintenance", at: (page) => heading(page, /^(Maintenance|Unavailable)$/) },
  { state: "server-error", at: (page) => heading(page, /^(Error|Internal error)$/) },
  { state: "throttled", at: (page) => heading(page, "Too many requests") },
  { state: "captcha", at: (page) => heading(page, "Are you a person?") },
  { state: "terms", at: (page) => heading(page, "New terms of use") },
  { state: "locked", at: (page) => heading(page, "Account locked") },
];

/** The search form; its field is part of what makes it that form. */
export const searchStates: readonly Marker<"search-form" | StoppingState>[] = [
  {
    state: "search-form",
    at: (page) =>
      page
        .locator("body")
        .filter({ has: heading(page, "Population register") })
        .filter({ has: page.getByLabel("Personal identity number", { exact: true }) }),
  },
  ...obstacles,
];

/** After a search. */
export const resultStates: readonly Marker<"record" | "no-hits" | StoppingState>[] = [
  { state: "record", at: (page) => heading(page, "Person record") },
  { state: "no-hits", at: (page) => page.getByText("No person is registered under this number.", { exact: true }) },
  { state: "several-hits", at: (page) => heading(page, /^\d+ hits$/) },
  ...obstacles,
];
