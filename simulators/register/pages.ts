import type { Shown } from "../faults/kinds.js";
import type { Household, Person } from "../households/household.js";
import { personOf } from "../households/load.js";
import { html, type Html } from "../shared/html.js";

/** A person in the register, with the household file the person comes from. */
export type Registered = { readonly household: Household; readonly person: Person };

type Altered = ReadonlySet<Shown<"register", "record">>;

const dateText = (date: string): string => date.replaceAll("-", "");
const numberText = (number: string): string => `${number.slice(0, 8)} ${number.slice(8)}`;

/** A page of the register. */
export const layout = (title: string, body: Html): Html =>
  html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>PopReg 3 - ${title}</title>
        <style>
          body {
            font-family: monospace;
            margin: 2em;
          }
          table {
            border: 1px solid #888;
            margin: 1em 0;
          }
          th {
            text-align: left;
            padding-right: 2em;
          }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
        <hr />
        <small>PopReg 3 / Exempelköping / data of the previous night</small>
      </body>
    </html>`;

/** The search form. */
export const searchPage = (renamed: boolean): Html =>
  layout(
    "Population register",
    html`<form method="post" action="/search">
      <label for="number">${renamed ? "ID no." : "Personal identity number"}</label>
      <input id="number" name="number" maxlength="15" autocomplete="off" /> <input type="submit" value="Search" />
    </form>`,
  );

/** Nobody by that number. */
export const noHits = (): Html =>
  layout(
    "No hits",
    html`<p>No person is registered under this number.</p>
      <a href="/">New search</a>`,
  );

const openForm = (number: string): Html =>
  html`<form method="post" action="/record">
    <input type="hidden" name="number" value="${number}" /><input type="submit" value="Open" />
  </form>`;

/** Two posts where there should be one. */
export const hitList = ({ person }: Registered): Html =>
  layout(
    "2 hits",
    html`<table>
      <tr>
        <th scope="col">Identity number</th>
        <th scope="col">Surname</th>
        <th scope="col">Given names</th>
        <th scope="col">Record</th>
      </tr>
      ${[person.givenName, `${person.givenName} (old record)`].map(
        (given) =>
          html`<tr>
            <td>${numberText(person.personalNumber)}</td>
            <td>${person.familyName}</td>
            <td>${given}</td>
            <td>${openForm(person.personalNumber)}</td>
          </tr>`,
      )}
    </table>`,
  );

const fallback = { relations: [], protected: false, municipality: "Exempelköping" } as const;

/** A person's record. */
export const recordPage = ({ household, person }: Registered, altered: Altered): Html => {
  const held = household.register[person.key] ?? {
    ...fallback,
    lastChange: undefined,
    deceasedOn: undefined,
    address: undefined,
  };
  const address = held.address ?? household.application.address;
  const shownOf = (text: string): string => (held.protected ? "Withheld" : text);
  const rows: readonly (readonly [string, string])[] = [
    ["Identity number", numberText(person.personalNumber)],
    ["Given names", person.givenName],
    ["Surname", person.familyName],
    ["Street", shownOf(address.street)],
    ["Postal code", shownOf(address.postalCode)],
    ["City", shownOf(address.city)],
    ["Municipality", held.municipality],
    ["Status", held.deceasedOn === undefined ? "Registered" : `Deceased ${dateText(held.deceasedOn)}`],
    [
      altered.has("renamed-label") ? "Changed" : "Last change",
      held.lastChange === undefined ? "None recorded" : dateText(held.lastChange),
    ],
    ["Protection", held.protected ? "PROTECTED" : "None"],
  ];
  const shown = altered.has("silent-empty")
    ? rows.slice(0, 3)
    : altered.has("moved-column")
      ? [...rows].reverse()
      : altered.has("duplicate-rows")
        ? [...rows, ...rows.slice(3, 6)]
        : rows;
  const relations = altered.has("duplicate-rows") ? [...held.relations, ...held.relations] : held.relations;
  return layout(
    "Person record",
    html`<table>
        ${shown.map(
          ([label, value]) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </table>
      <h2>Relations</h2>
      ${
        relations.length === 0
          ? html`<p>No relations recorded.</p>`
          : html`<table>
              <tr>
                <th scope="col">Relation</th>
                <th scope="col">Identity number</th>
                <th scope="col">Name</th>
              </tr>
              ${relations.map(({ person: key, relation }) => {
                const other = personOf(household, key);
                return html`<tr>
                  <td>${relation}</td>
                  <td>${numberText(other.personalNumber)}</td>
                  <td>${other.givenName} ${other.familyName}</td>
                </tr>`;
              })}
            </table>`
      }<a href="/">New search</a>`,
  );
};
