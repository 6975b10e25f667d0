import type { Shown } from "../faults/kinds.js";
import type { Household } from "../households/household.js";
import { html, type Html } from "../shared/html.js";
import { monthName } from "../shared/month-name.js";
import { dateText, timeText } from "./format.js";
import { layout } from "./layout.js";

const pageSize = 10;
type InboxAlteration = Shown<"e-service", "inbox">;

const kinds = {
  first: "Första ansökan",
  renewal: "Återansökan",
  supplement: "Tilläggsansökan",
  completion: "Komplettering",
} as const;
/** The kind of an application in words. */
export const kindText = (kind: Household["application"]["kind"]): string => kinds[kind];

const signedText = ({ application, persons }: Household): string => {
  const adults = application.persons.filter(({ person }) => {
    const role = persons.find((candidate) => candidate.key === person)?.role;
    return role === "applicant" || role === "co-applicant";
  });
  const signed = adults.filter(({ signedOn }) => signedOn !== undefined).length;
  return signed === adults.length ? "Ja" : `${String(signed)} av ${String(adults.length)}`;
};

const row = (household: Household, altered: ReadonlySet<InboxAlteration>): Html => {
  const { application } = household;
  const received = html`<td>${timeText(application.receivedAt)}</td>`;
  const concerns = html`<td>${monthName(application.month)}</td>`;
  return html`<tr>
    <th scope="row"><a href="/arenden/${application.reference}">${application.reference}</a></th>
    ${altered.has("moved-column") ? [concerns, received] : [received, concerns]}
    <td>${kindText(application.kind)}</td>
    <td>${signedText(household)}</td>
  </tr>`;
};

/** The inbox for one month. Applications that have not come in yet are not there. */
export const inboxPage = (
  applications: readonly Household[],
  at: { month: string; months: readonly string[]; page: number; altered: ReadonlySet<InboxAlteration> },
): Html => {
  const size = at.altered.has("two-pages") ? Math.max(1, Math.ceil(applications.length / 2)) : pageSize;
  const first = (at.page - 1) * size;
  const visible = applications.slice(first, first + size);
  const rows = (at.altered.has("duplicate-rows") ? [...visible, ...visible.slice(0, 1)] : visible).map((household) =>
    row(household, at.altered),
  );
  const link = (page: number, text: string): Html => html`<a href="/inkorg?manad=${at.month}&sida=${page}">${text}</a>`;
  const received = at.altered.has("renamed-column") ? "Ankom" : "Inkom";
  const titles = at.altered.has("moved-column") ? ["Avser", received] : [received, "Avser"];
  const table = html`<table>
      <caption>
        Inkomna ansökningar
      </caption>
      <thead>
        <tr>
          <th scope="col">Ärende</th>
          ${titles.map((title) => html`<th scope="col">${title}</th>`)}
          <th scope="col">Typ</th>
          <th scope="col">Undertecknad</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p role="status">
      Visar ${first + 1}–${first + visible.length} av ${applications.length} ansökningar för ${monthName(at.month)}.
    </p>
    <nav aria-label="Sidor">
      ${at.page > 1 ? link(at.page - 1, "Föregående sida") : undefined}
      ${first + size < applications.length ? link(at.page + 1, "Nästa sida") : undefined}
    </nav>`;
  const empty = at.altered.has("silent-empty")
    ? html`<div></div>`
    : html`<p role="status">Inga ansökningar för ${monthName(at.month)}.</p>`;
  return layout(
    "Inkorg",
    html`<form method="get" action="/inkorg">
        <label for="manad">Månad</label>
        <select id="manad" name="manad">
          ${at.months.map(
            (month) =>
              html`<option value="${month}" ${month === at.month ? html` selected` : undefined}>
                ${monthName(month)}
              </option>`,
          )}
        </select>
        <button type="submit">Visa</button>
      </form>
      ${visible.length === 0 || at.altered.has("silent-empty") ? empty : table}`,
  );
};

/** When an application was signed, in words. */
export const signatureText = (signedOn: string | undefined): string =>
  signedOn === undefined ? "Ej undertecknad" : `${dateText(signedOn)} med e-legitimation`;
