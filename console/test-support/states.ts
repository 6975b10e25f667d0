import type { Page } from "playwright";
import type { Role } from "../../contracts/codes/roles.js";
import { ids } from "./case-fixture.js";
import { problem, type FakeApi } from "./fake-api.js";
import { protectedCaseId } from "./insight-answers.js";
import { sessionWith } from "./view-fixtures.js";
import { changeIds } from "./workshop-fixture.js";

/** A page as somebody may meet it: where it is, what is the matter, what was done, and what then is on it. */
export type State = {
  readonly name: string;
  readonly role: Role;
  readonly path: string;
  /** What differs from the usual answers of the api. */
  readonly given?: (api: FakeApi) => void;
  readonly when?: (page: Page) => Promise<void>;
  /** Words that are on the page only in this state. */
  readonly shows: string;
};

const ready = `/arenden/${ids.ready}`;
const referred = `/arenden/${ids.referred}`;
const timeline = `/granskning/${ids.ready}`;

/** Pressing keys one after the other, once the page is there. */
const keys =
  (...pressed: readonly string[]) =>
  async (page: Page): Promise<void> => {
    await page.locator("main table").first().waitFor();
    for (const key of pressed) await page.keyboard.press(key);
  };
const click =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.getByRole("button", { name }).first().click();

const decidingTab = (page: Page): Promise<void> => page.getByRole("tab", { name: "Vad avgör?" }).click();
const deciding = (name: string, differs: Pick<State, "given" | "shows">): State => ({
  name: `what a case hangs on${name}`,
  role: "caseworker",
  path: ready,
  when: decidingTab,
  ...differs,
});
const decidingFrom = `/api/cases/${ids.ready}/deciding-facts`;

const page = (name: string, role: Role, at: Pick<State, "path" | "shows">): State => ({ name, role, ...at });

/** A page whose data never comes, and one whose data is refused: every page has both. */
const withoutData = (
  name: string,
  role: Role,
  { path, from }: { readonly path: string; readonly from: string },
): State[] => [
  { name: `${name}, on its way`, role, path, given: (api) => api.held.add(from), shows: "Hämtar …" },
  {
    name: `${name}, refused`,
    role,
    path,
    given: (api) => api.overrides.set(`GET ${from}`, problem(403, "Din roll ger inte tillgång till det här.")),
    shows: "Din roll ger inte tillgång till det här.",
  },
];

const dialog = (
  name: string,
  when: NonNullable<State["when"]>,
  { shows, path = referred }: { readonly shows: string; readonly path?: string },
): State => ({
  name: `the dialog ${name}`,
  role: "caseworker",
  path,
  when,
  shows,
});

const empty = (
  name: string,
  role: Role,
  at: Pick<State, "path" | "shows"> & { readonly from: string; readonly body: object },
): State => ({
  name: `${name}, empty`,
  role,
  path: at.path,
  given: (api) => api.overrides.set(`GET ${at.from}`, { status: 200, body: at.body }),
  shows: at.shows,
});

const question = "En inkomst som inte är uppgiven";

const onChange = (id: string, part: string): string => `/regler/andringar/${id}?part=${part}`;
const inDialog = (name: string, path: string, differs: Pick<State, "when" | "shows">): State => ({
  name: `the dialog ${name}`,
  role: "administrator",
  path,
  ...differs,
});
const workshopStates: readonly State[] = [
  page("the changes of the rules", "administrator", { path: "/regler/andringar", shows: "2025-31" }),
  page("the changes, read only", "auditor", { path: "/regler/andringar", shows: "att författaren blir klar" }),
  page("a change, its tables", "administrator", {
    path: onChange(changeIds.rehearsed, "edit"),
    shows: "Pilar flyttar mellan raderna.",
  }),
  page("a change, proofs that fail", "administrator", {
    path: onChange(changeIds.failing, "proofs"),
    shows: "Det här faller emellan:",
  }),
  page("a change, tests that fail", "administrator", {
    path: onChange(changeIds.failing, "tests"),
    shows: "Par utan barn med hyra på riktlinjen",
  }),
  page("a change, its rehearsal", "administrator", {
    path: onChange(changeIds.rehearsed, "rehearsal"),
    shows: "Inget barn får ett sämre läge.",
  }),
  page("a change that is published", "administrator", {
    path: onChange(changeIds.published, "after"),
    shows: "Hos en person → Klar att besluta",
  }),
  {
    name: "a change that is published, with the cases that stay as they are",
    role: "administrator",
    path: onChange(changeIds.published, "after"),
    when: async (page) => {
      await page.getByText("Ett ärende blir som det är bedömt").first().click();
    },
    shows: "2511-0420",
  },
  page("the scenarios", "administrator", { path: "/regler/exempel", shows: "väntar på kontroll av en annan person" }),
  empty("the scenarios", "administrator", {
    path: "/regler/exempel",
    from: "/api/workshop/scenarios",
    body: { scenarios: [] },
    shows: "Det finns inga exempel.",
  }),
  page("the open readings", "administrator", { path: "/regler/tolkningar", shows: "Lagen lämnar val öppna." }),
  {
    name: "our own readings, one opened",
    role: "administrator",
    path: "/regler/tolkningar",
    when: async (page) => {
      await page.getByText("Källor, och om någon läser annorlunda").first().click();
    },
    shows: "Månaden räknas från ansökningsdagen, och besluten ses över.",
  },
  {
    name: "the open readings, what one costs",
    role: "administrator",
    path: "/regler/tolkningar",
    when: click("Räkna på tolv månader"),
    shows: "hushållsmånader beror på valet",
  },
  {
    name: "a change, a cell that cannot be read",
    role: "administrator",
    path: onChange(changeIds.rehearsed, "edit"),
    when: async (page) => {
      await page
        .getByRole("button", { name: /^Hyra, Tak för/ })
        .first()
        .focus();
      for (const key of ["a", "b", "Enter", "Control+Enter"]) await page.keyboard.press(key);
    },
    shows: "Skriv beloppet i kronor, till exempel 7 900.",
  },
  ...withoutData("the changes", "administrator", { path: "/regler/andringar", from: "/api/workshop" }),
  ...withoutData("a change", "administrator", {
    path: `/regler/andringar/${changeIds.rehearsed}`,
    from: `/api/workshop/changes/${changeIds.rehearsed}`,
  }),
  ...withoutData("the scenarios", "administrator", { path: "/regler/exempel", from: "/api/workshop/scenarios" }),
  inDialog("of a new change", "/regler/andringar", { when: click("Ny ändring"), shows: "Skapa utkastet" }),
  inDialog("of a change that goes back", "/regler/andringar", {
    when: click("Gå tillbaka hit"),
    shows: "Gå tillbaka till version",
  }),
  inDialog("of a row for more households", onChange(changeIds.rehearsed, "edit"), {
    when: click("Lägg till hushåll"),
    shows: "Högst antal vuxna",
  }),
  inDialog("of a scenario's trace", onChange(changeIds.failing, "tests"), {
    when: click("Visa spår Par utan barn"),
    shows: "Rader som användes",
  }),
  inDialog("of a scenario from a case", "/regler/exempel", {
    when: click("Exempel ur ett ärende …"),
    shows: "Ärendets nummer",
  }),
  inDialog("of a scenario", "/regler/exempel", { when: click("Ändra …"), shows: "Belopp i exemplet, kronor" }),
  inDialog("of a change that is withdrawn", onChange(changeIds.rehearsed, "edit"), {
    when: click("Dra tillbaka"),
    shows: "Dra tillbaka ändringen",
  }),
  inDialog("of a stop", "/regler", { when: click("Stoppa en regel"), shows: "Stoppet gäller genast." }),
  inDialog("of a stop's review", "/regler", { when: click("Granska …"), shows: "Granska stoppet" }),
];

/** Every state of every page. A new one is one line. */
export const states: readonly State[] = [
  page("the queue", "caseworker", { path: "/arenden", shows: "2511-0412" }),
  page("the queue, an empty tab", "caseworker", { path: "/arenden?tab=mine", shows: "Mina" }),
  page("a case that is ready", "caseworker", { path: ready, shows: "Försörjningsstöd november" }),
  page("a case with questions", "caseworker", { path: referred, shows: question }),
  deciding("", { shows: "Inkomsterna täcker hela behovet." }),
  deciding(", nothing by itself", {
    given: (api) =>
      api.overrides.set(`GET ${decidingFrom}`, {
        status: 200,
        body: { sequence: 1, summary: "Ingen enskild uppgift ändrar utfallet.", facts: [] },
      }),
    shows: "Ingen enskild uppgift ändrar utfallet.",
  }),
  deciding(", on its way", { given: (api) => api.held.add(decidingFrom), shows: "Hämtar …" }),
  deciding(", refused", {
    given: (api) => api.overrides.set(`GET ${decidingFrom}`, problem(403, "Din roll ger inte tillgång till det här.")),
    shows: "Din roll ger inte tillgång till det här.",
  }),
  page("the writing of a decision", "caseworker", { path: `${referred}?write=true`, shows: "Skriv beslut" }),
  page("the month", "team-lead", { path: "/manaden", shows: "Robotens konto är låst" }),
  page("the month, one step", "team-lead", { path: "/manaden?step=gathering", shows: "Inget ärende är i det steget" }),
  page("the rules", "administrator", { path: "/regler", shows: "Delegationsordning" }),
  page("the rules, two months", "administrator", { path: "/regler?with=2024-11", shows: "+70" }),
  ...workshopStates,
  page("the cases of the log", "auditor", { path: "/granskning", shows: "Skyddat: bara vem som gjort vad" }),
  page("the log", "auditor", { path: "/granskning/logg", shows: "Äldre händelser" }),
  page("a saved question", "auditor", { path: "/granskning/fragor?question=time-on-screen", shows: "0 min 14 s" }),
  page("the samples", "auditor", { path: "/granskning/stickprov", shows: "Karin Alm" }),
  page("a timeline with an event", "auditor", { path: `${timeline}?event=3`, shows: "Löpnummer" }),
  page("a timeline, nothing of a kind", "auditor", {
    path: `${timeline}?show=outgoing`,
    shows: "Beslutsbrevet skickat",
  }),
  page("a protected case's timeline", "auditor", {
    path: `/granskning/${protectedCaseId}`,
    shows: "En åtkomst nekades",
  }),
  page("what a decider saw", "auditor", { path: "/granskning/visat/6", shows: "Stämmer med stämpeln" }),
  page("an address that leads nowhere", "auditor", { path: "/granskning/a/b/c", shows: "Sidan finns inte" }),
  ...withoutData("the queue", "caseworker", { path: "/arenden", from: "/api/queue" }),
  ...withoutData("a case", "caseworker", { path: ready, from: `/api/cases/${ids.ready}` }),
  ...withoutData("the month", "team-lead", { path: "/manaden", from: "/api/month" }),
  ...withoutData("the rules", "administrator", { path: "/regler", from: "/api/rules" }),
  ...withoutData("the cases of the log", "auditor", { path: "/granskning", from: "/api/audit/cases" }),
  ...withoutData("the log", "auditor", { path: "/granskning/logg", from: "/api/audit/log" }),
  ...withoutData("a saved question", "auditor", {
    path: "/granskning/fragor",
    from: "/api/audit/questions/by-rulebook",
  }),
  ...withoutData("the samples", "auditor", { path: "/granskning/stickprov", from: "/api/audit/samples" }),
  ...withoutData("a timeline", "auditor", { path: timeline, from: `/api/audit/cases/${ids.ready}` }),
  ...withoutData("what a decider saw", "auditor", { path: "/granskning/visat/6", from: "/api/audit/events/6/shown" }),
  empty("the cases of the log", "auditor", {
    path: "/granskning?number=9912",
    from: "/api/audit/cases",
    body: { cases: [], next: null, verification: null },
    shows: "Det finns inga ärenden med det numret.",
  }),
  empty("the log", "auditor", {
    path: "/granskning/logg",
    from: "/api/audit/log",
    body: { entries: [], next: null, verification: null },
    shows: "Ingen händelse stämmer",
  }),
  empty("the samples", "auditor", {
    path: "/granskning/stickprov",
    from: "/api/audit/samples",
    body: { samples: [] },
    shows: "Inget stickprov är draget än.",
  }),
  empty("a saved question", "auditor", {
    path: "/granskning/fragor?question=outages",
    from: "/api/audit/questions/outages",
    body: { question: "outages", columns: [{ title: "När", numeric: false }], rows: [], more: false },
    shows: "Inget i loggen svarar mot frågan.",
  }),
  dialog(
    "of the confirmation",
    async (page) => {
      await page.getByLabel("Barnens situation").fill("Hyran är betald och barnet bor kvar.");
      await page.getByRole("heading", { level: 1 }).focus();
      await page.keyboard.press("j");
      await page.keyboard.press("Control+Enter");
    },
    { path: ready, shows: "Bevilja 10 480 kr?" },
  ),
  dialog("of a settled question", click(`Avklarat … ${question}`), { shows: "Ta ställning till frågan" }),
  dialog("of a correction", click(`Ändra uppgift … ${question}`), { shows: "Ändra en uppgift" }),
  dialog("of a communication", click(`Kommunicera … ${question}`), { shows: "Kommunicera med den sökande" }),
  dialog("of what else a case needs", keys("u"), { shows: "Lämna över eller anteckna" }),
  dialog("of a completion", keys("u", "2"), { shows: "Begär komplettering" }),
  dialog("of the search", keys("/"), { path: "/arenden", shows: "Sök ärende" }),
  dialog("of the keyboard map", keys("?"), { path: "/arenden", shows: "I listor, tidslinjer och beräkningen" }),
  {
    name: "the dialog before the session ends",
    role: "caseworker",
    path: "/arenden",
    given: (api) =>
      api.overrides.set("GET /api/session", { status: 200, body: { ...sessionWith(["caseworker"]), leftMs: 60_000 } }),
    shows: "Du loggas snart ut",
  },
];
