import type { Marker, StoppingState } from "../core/page-state.js";

/** What may stand in the way of any page. */
const obstacles: readonly Marker<StoppingState>[] = [
  // The browser has offered our login by then: this page means that it was refused.
  { state: "rejected", heading: "Not signed in" },
  { state: "maintenance", heading: /^(Maintenance|Unavailable)$/ },
  { state: "server-error", heading: /^(Error|Internal error)$/ },
  { state: "throttled", heading: "Too many requests" },
  { state: "captcha", heading: "Are you a person?" },
  { state: "terms", heading: "New terms of use" },
  { state: "locked", heading: "Account locked" },
];

/** The search form; its field is part of what makes it that form. */
export const searchStates: readonly Marker<"search-form" | StoppingState>[] = [
  {
    state: "search-form",
    heading: "Population register",
    shows: (page) => page.getByLabel("Personal identity number", { exact: true }),
  },
  ...obstacles,
];

/** After a search. */
export const resultStates: readonly Marker<"record" | "no-hits" | StoppingState>[] = [
  { state: "record", heading: "Person record" },
  {
    state: "no-hits",
    heading: "No hits",
    shows: (page) => page.getByText("No person is registered under this number.", { exact: true }),
  },
  { state: "several-hits", heading: /^\d+ hits$/ },
  ...obstacles,
];
