import { html, type Html } from "../shared/html.js";

/** A page of the case system. */
export const layout = (title: string, body: Html): Html =>
  html`<!DOCTYPE html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <title>SOCIA - ${title}</title>
        <style>
          body {
            background: #d8d4c8;
            font:
              13px Verdana,
              sans-serif;
            margin: 4px;
          }
          table {
            background: #fff;
          }
          h1 {
            font-size: 15px;
            background: #000080;
            color: #fff;
            padding: 3px;
          }
          caption {
            text-align: left;
            font-weight: bold;
            background: #c0c0c0;
          }
          td,
          th {
            padding: 1px 5px;
            vertical-align: top;
          }
          .h {
            text-align: right;
          }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        <p><a href="/sok">Sök</a> | <a href="/logga-ut">Logga ut</a></p>
        ${body}
        <p>SOCIA 7.2 - Exempelköping</p>
      </body>
    </html>`;

/** A table with a caption, or the line that says that there is nothing. */
export const table = (
  caption: string,
  at: { columns: readonly string[]; rows: readonly (readonly string[])[]; foot?: Html; empty?: string },
): Html =>
  at.rows.length === 0
    ? html`<table border="1">
          <caption>
            ${caption}
          </caption>
          <tr>
            <td>${at.empty ?? "Inga uppgifter."}</td>
          </tr>
        </table>
        <br />`
    : html`<table border="1">
          <caption>
            ${caption}
          </caption>
          <tr>
            ${at.columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
          ${at.rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}${at.foot}
        </table>
        <br />`;

/** A table of labels and values. */
export const card = (rows: readonly (readonly [string, string])[]): Html =>
  html`<table border="1">
      ${rows.map(
        ([label, value]) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </table>
    <br />`;
